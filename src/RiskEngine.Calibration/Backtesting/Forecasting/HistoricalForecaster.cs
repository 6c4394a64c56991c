namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>The window's own returns, mean and all; over several days all the sums of so many neighbouring ones, which overlap.</summary>
/// <param name="periods">How many days are forecast.</param>
internal sealed class HistoricalForecaster(int periods) : IForecaster
{
    /// <inheritdoc/>
    public FitCount Fits => default;

    /// <inheritdoc/>
    public ReturnForecast Forecast(ReadOnlySpan<double> window, int number)
    {
        var sums = new double[window.Length - periods + 1];
        for (var t = 0; t < sums.Length; t++)
        {
            foreach (var x in window.Slice(t, periods))
                sums[t] += x;
        }

        return new ReturnForecast(0, 1, new EmpiricalShape(sums));
    }
}
