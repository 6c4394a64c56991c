using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Theses;

/// <summary>Another way to read a recommendation, where the article's words allow more than one.</summary>
/// <param name="Because">What in the article allows it: its words, or what it leaves unsaid.</param>
/// <param name="Weight">How likely this is what was meant, above 0 to below 1. The recommendation as it stands has what its readings
/// leave of 1.</param>
/// <param name="Meant">The recommendation read this way; it has no readings of its own.</param>
public sealed record RecommendationReading(LocalText Because, double Weight, Recommendation Meant);
