using RiskEngine.Calibration.Backtesting.Forecasting;

namespace RiskEngine.Calibration.Backtesting;

/// <summary>Forecasts each return from the window of returns right before it, and from nothing else.</summary>
public static class RollingBacktest
{
    /// <summary>One forecast after another; over several days the returns are sums that do not overlap.</summary>
    /// <param name="returns">Daily log returns, oldest first.</param>
    /// <param name="dates">Their days.</param>
    /// <param name="forecaster">The model.</param>
    /// <param name="window">How many returns before it sees, fewer than there are.</param>
    /// <param name="periods">How many days each forecast is for.</param>
    /// <param name="from">Forecasts are for days from this date on; null for all that have a full window before them.</param>
    /// <param name="cancel">Ends the work.</param>
    public static IReadOnlyList<BacktestDay> Run(
        IReadOnlyList<double> returns,
        IReadOnlyList<DateOnly> dates,
        IForecaster forecaster,
        int window,
        int periods,
        DateOnly? from = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        double[] all = [.. returns];
        var first = window;
        while (from is not null && first < all.Length && dates[first] < from)
            first++;

        var days = new List<BacktestDay>();
        for (var start = first; start + periods <= all.Length; start += periods)
        {
            cancel.ThrowIfCancellationRequested();
            var forecast = forecaster.Forecast(all.AsSpan(start - window, window), days.Count);
            var sum = 0.0;
            for (var k = 0; k < periods; k++)
                sum += all[start + k];
            days.Add(new BacktestDay(dates[start + periods - 1], sum, forecast));
        }

        return days;
    }
}
