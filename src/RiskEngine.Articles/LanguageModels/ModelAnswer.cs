namespace RiskEngine.Articles.LanguageModels;

/// <summary>What a language model answered to one question.</summary>
/// <param name="First">Number of the question's first sentence.</param>
/// <param name="Last">Number of its last one.</param>
/// <param name="Text">The answer as it came; empty where none did.</param>
/// <param name="Problem">Why there is none; null where there is one.</param>
public sealed record ModelAnswer(int First, int Last, string Text, string? Problem = null);
