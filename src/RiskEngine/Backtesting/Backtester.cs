using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Calibration.Backtesting;
using RiskEngine.Calibration.Backtesting.Forecasting;
using RiskEngine.Calibration.Returns;
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
    /// <exception cref="ArgumentException">
    /// A column is missing, or no portfolio can be backtested; the message is a sentence, with each one's reason.
    /// </exception>
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
        var calendar = HistoryCalendar.Read(history, to: settings.Until);
        var (series, leftOut, notices) = (new List<BacktestSeries>(), new List<LeftOutSeries>(), new List<LocalText>());
        foreach (var portfolio in portfolios)
        {
            var (past, reason) = SeriesCheck.Of(history, calendar, portfolio, settings);
            if (past is null)
            {
                leftOut.Add(new LeftOutSeries(portfolio.Name, reason!));
                continue;
            }

            if (SeriesCheck.Notice(calendar, portfolio) is { } notice)
                notices.Add(notice);
            series.Add(Series(past, portfolio, models, settings, cancel));
            progress?.Report(portfolio.Name);
        }

        return series.Count > 0
            ? new BacktestResults(Engine.Version, inputs, settings, series) { LeftOut = leftOut, Notices = notices }
            : throw new ArgumentException(string.Join("; ", leftOut.Select(l => $"'{l.Name}': {l.Reason.English}")), nameof(history));
    }

    private static BacktestSeries Series(
        PortfolioReturns past,
        BacktestPortfolio portfolio,
        IReadOnlyList<BacktestModel> models,
        BacktestSettings settings,
        CancellationToken cancel
    )
    {
        var total = portfolio.Values.Sum(v => v.Value);
        var results = models.Select(model =>
        {
            var options = new ForecastOptions(settings.Periods, Math.Max(1, settings.Refit / settings.Periods), settings.Seed);
            var forecaster = Forecasters.Create(ModelOf(model), options, portfolio.Name);
            var days = RollingBacktest.Run(past.Returns, past.Dates, forecaster, settings.Window, settings.Periods, settings.From, cancel);
            return BacktestMeasuring.Measure(model, portfolio.Name, days, forecaster.Fits, settings);
        });
        return new BacktestSeries(
            portfolio.Name,
            [.. portfolio.Values.Select(v => new BacktestHolding(v.Column, v.Value / total))],
            past.LeftOut,
            [.. results]
        );
    }

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
