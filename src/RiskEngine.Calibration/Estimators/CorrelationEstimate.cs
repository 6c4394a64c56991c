namespace RiskEngine.Calibration.Estimators;

/// <summary>A correlation with its standard error and Fisher's 95% interval.</summary>
/// <param name="Correlation">The sample correlation, -1 to 1, and its standard error by the delta method.</param>
/// <param name="Lower95">Lower end of the 95% interval, above -1.</param>
/// <param name="Upper95">Upper end of the 95% interval, below 1.</param>
/// <param name="Observations">How many pairs were used.</param>
public sealed record CorrelationEstimate(ParameterEstimate Correlation, double Lower95, double Upper95, int Observations);
