using RiskEngine.Calibration.Factors;

namespace RiskEngine.Calibration;

/// <summary>
/// The shape of an instrument's own risk. Its size is that of the instrument's residuals (<see cref="Market.InstrumentTerms"/>).
/// </summary>
/// <param name="Model">The kind that was fitted: Student-t or GARCH.</param>
/// <param name="Parameters">The kind's parameters beside the volatility, under their names in market files.</param>
/// <param name="PeriodsPerYear">Returns a year, of which the parameters are.</param>
public sealed record OwnCalibration(FactorModel Model, IReadOnlyList<FittedParameter> Parameters, double PeriodsPerYear);
