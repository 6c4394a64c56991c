namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>
/// Normal returns with mean zero and the window's deviation about its mean; over several days times the root of their number.
/// </summary>
/// <param name="periods">How many days are forecast.</param>
internal sealed class NormalForecaster(int periods) : IForecaster
{
    /// <inheritdoc/>
    public FitCount Fits => default;

    /// <inheritdoc/>
    public ReturnForecast Forecast(ReadOnlySpan<double> window, int number) =>
        new(0, Moments.Deviation(window) * Math.Sqrt(periods), NormalShape.Instance);
}
