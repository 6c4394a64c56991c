namespace RiskEngine.Calibration.Backtesting.Coverage;

/// <summary>
/// A test of expected shortfall: zero is expected when the model is right, below zero when losses are worse than forecast.
/// </summary>
/// <param name="Statistic">Z; NaN where the data do not allow the test.</param>
/// <param name="CriticalValue">The quantile of Z at the significance when the model is right, simulated: below it the model is
/// refused.</param>
/// <param name="PValue">The share of simulations with a Z as low; NaN likewise.</param>
public readonly record struct ShortfallTest(double Statistic, double CriticalValue, double PValue);
