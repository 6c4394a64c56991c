using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Calibration.Backtesting;
using RiskEngine.Calibration.Backtesting.Forecasting;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Backtesting;

/// <summary>
/// The front door of backtests: forecasts VaR and ES day by day from nothing but the past, and tests them against what came.
/// </summary>
public static class Backtester
{
    /// <summary>The fewest forecasts that are tested.</summary>
    public const int LeastForecasts = 20;

    /// <summary>Backtests every portfolio under every model.</summary>
    /// <param name="history">The prices.</param>
    /// <param name="inputs">The files that prices and portfolios came from.</param>
    /// <param name="portfolios">The portfolios; their weights are held constant.</param>
    /// <param name="models">The models.</param>
    /// <param name="settings">Level, window, horizon and the like.</param>
    /// <param name="progress">Is told the series that is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">A column is missing, or a portfolio has too few prices; the message is a sentence.</exception>
    public static BacktestResults Run(
        PriceHistory history,
        IReadOnlyList<InputFile> inputs,
        IReadOnlyList<BacktestPortfolio> portfolios,
        IReadOnlyList<BacktestModel> models,
        BacktestSettings settings,
        IProgress<string>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(portfolios);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(settings);
        var series = new List<BacktestSeries>();
        foreach (var portfolio in portfolios)
        {
            series.Add(Series(history, portfolio, models, settings, cancel));
            progress?.Report(portfolio.Name);
        }

        return new BacktestResults(Engine.Version, inputs, settings, series);
    }

    private static BacktestSeries Series(
        PriceHistory history,
        BacktestPortfolio portfolio,
        IReadOnlyList<BacktestModel> models,
        BacktestSettings settings,
        CancellationToken cancel
    )
    {
        var past = PortfolioReturns.Of(history, portfolio.Values, settings.Until);
        var total = portfolio.Values.Sum(v => v.Value);
        var results = models.Select(model =>
        {
            var options = new ForecastOptions(settings.Periods, Math.Max(1, settings.Refit / settings.Periods), settings.Seed);
            var forecaster = Forecasters.Create(ModelOf(model), options, portfolio.Name);
            var days = RollingBacktest.Run(past.Returns, past.Dates, forecaster, settings.Window, settings.Periods, settings.From, cancel);
            return days.Count >= LeastForecasts
                ? BacktestMeasuring.Measure(model, portfolio.Name, days, forecaster.Fits, settings)
                : throw new ArgumentException(TooFew(portfolio, past, days.Count, settings), nameof(history));
        });
        return new BacktestSeries(
            portfolio.Name,
            [.. portfolio.Values.Select(v => new BacktestHolding(v.Column, v.Value / total))],
            past.LeftOut,
            [.. results]
        );
    }

    private static string TooFew(BacktestPortfolio portfolio, PortfolioReturns past, int found, BacktestSettings settings) =>
        $"'{portfolio.Name}': expected prices for {LeastForecasts} forecasts of {settings.Periods} trading days or more after a window "
        + $"of {settings.Window}, found {past.Returns.Count + 1} days with a price"
        + $" from {past.Dates[0]:yyyy-MM-dd} to {past.Dates[^1]:yyyy-MM-dd}, which give {found}";

    private static ForecastModel ModelOf(BacktestModel model) =>
        model switch
        {
            BacktestModel.Normal => ForecastModel.Normal,
            BacktestModel.StudentT => ForecastModel.StudentT,
            BacktestModel.Garch => ForecastModel.Garch,
            BacktestModel.Historical => ForecastModel.Historical,
            BacktestModel.FilteredHistorical => ForecastModel.FilteredHistorical,
            _ => throw new ArgumentOutOfRangeException(nameof(model), model, "Expected a known model."),
        };
}
