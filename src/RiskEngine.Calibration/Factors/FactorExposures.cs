using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Factors;

/// <summary>How an instrument moves with the market and its sector, and what is left.</summary>
/// <param name="Market">Log return for a market log return of 1, the other factor held still.</param>
/// <param name="Sector">Log return for a sector residual of 1; null where no sector was asked for.</param>
/// <param name="ResidualVolatility">Annualised volatility of what neither explains (own risk).</param>
/// <param name="RSquared">Share of variance explained, 0 to 1.</param>
/// <param name="Observations">How many common returns were used.</param>
public sealed record FactorExposures(
    ParameterEstimate Market,
    ParameterEstimate? Sector,
    ParameterEstimate ResidualVolatility,
    double RSquared,
    int Observations
);
