using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration;

/// <summary>The correlation of two instruments' returns over the periods that both have.</summary>
/// <param name="First">The instrument that stands earlier in the history.</param>
/// <param name="Second">The other one.</param>
/// <param name="Estimate">The correlation, its error and interval.</param>
public sealed record PairCorrelation(string First, string Second, CorrelationEstimate Estimate);
