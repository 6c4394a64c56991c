using RiskEngine.Calibration.Backtesting.Forecasting;

namespace RiskEngine.Calibration.Backtesting;

/// <summary>One forecast and what happened.</summary>
/// <param name="Date">The last day of the return.</param>
/// <param name="Return">The log return that came.</param>
/// <param name="Forecast">What was said before.</param>
public readonly record struct BacktestDay(DateOnly Date, double Return, ReturnForecast Forecast);
