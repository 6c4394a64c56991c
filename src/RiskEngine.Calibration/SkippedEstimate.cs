namespace RiskEngine.Calibration;

/// <summary>An estimate that was not made.</summary>
/// <param name="What">The instrument, or the pair as "A ~ B".</param>
/// <param name="Reason">Why, in words: what was needed and what was found.</param>
public sealed record SkippedEstimate(string What, string Reason);
