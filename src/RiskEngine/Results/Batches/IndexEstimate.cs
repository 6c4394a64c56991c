namespace RiskEngine.Results.Batches;

/// <summary>An estimate with its 95% interval.</summary>
public readonly record struct IndexEstimate(double Value, double Low, double High);
