namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>Makes the forecaster of a model.</summary>
public static class Forecasters
{
    /// <summary>A new forecaster, for one series.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Horizon, refits and seed.</param>
    /// <param name="name">The series, which names the random stream of simulated forecasts.</param>
    public static IForecaster Create(ForecastModel model, ForecastOptions options, string name)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return model switch
        {
            ForecastModel.Normal => new NormalForecaster(options.Periods),
            ForecastModel.StudentT => new StudentTForecaster(options, name),
            ForecastModel.Garch => new GarchForecaster(options, name, ownShocks: false),
            ForecastModel.Historical => new HistoricalForecaster(options.Periods),
            ForecastModel.FilteredHistorical => new GarchForecaster(options, name, ownShocks: true),
            _ => throw new ArgumentOutOfRangeException(nameof(model), model, "Expected a known model."),
        };
    }
}
