namespace RiskEngine.Calibration.Estimators;

/// <summary>Annualised volatility of a return series, with the spread of the estimate.</summary>
/// <param name="Annualised">Standard deviation a year, decimal (0.25 is 25%).</param>
/// <param name="Kurtosis">Sample kurtosis of the returns (3 for a normal distribution).</param>
/// <param name="Observations">How many returns were used.</param>
public sealed record VolatilityEstimate(ParameterEstimate Annualised, double Kurtosis, int Observations);
