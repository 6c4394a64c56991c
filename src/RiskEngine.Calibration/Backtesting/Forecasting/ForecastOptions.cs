namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>How forecasts are made.</summary>
/// <param name="Periods">How many days ahead, 1 or more.</param>
/// <param name="Refit">Parameters that take a search are fitted anew at every so many forecasts; what needs none is up to date at
/// each.</param>
/// <param name="Seed">Of the random streams of forecasts that are simulated.</param>
public sealed record ForecastOptions(int Periods = 1, int Refit = 20, ulong Seed = 1);
