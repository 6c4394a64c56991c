namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>Forecasts the distribution of the coming return from nothing but the returns before it.</summary>
/// <remarks>Is called in order of time and may remember its last fit; one for each series, not for several threads.</remarks>
public interface IForecaster
{
    /// <summary>The forecast of the sum of the next returns.</summary>
    /// <param name="window">The daily log returns before, oldest first, all finite.</param>
    /// <param name="number">Which forecast of the series this is, from 0.</param>
    public ReturnForecast Forecast(ReadOnlySpan<double> window, int number);

    /// <summary>How often parameters were fitted, and how often that failed and the last good ones were kept.</summary>
    public FitCount Fits { get; }
}

/// <summary>How often parameters were fitted.</summary>
/// <param name="Made">All attempts.</param>
/// <param name="Failed">Those that found no parameters.</param>
public readonly record struct FitCount(int Made, int Failed);
