using RiskEngine.Abstractions.Measures;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting.Data;

/// <summary>What results.json of a backtest of fans holds.</summary>
internal static class FanBacktestData
{
    private const int SchemaVersion = 1;

    /// <summary>The figures as JSON; what is no number is null.</summary>
    public static string Figures(FanBacktestResults results, RunDescription run) =>
        JsonText.Of(
            new
            {
                SchemaVersion,
                run.RunId,
                results.EngineVersion,
                Settings = new
                {
                    Horizons = results.Settings.Horizons.Select(h => $"{h}"),
                    Origins = $"{results.Settings.Origins}".ToLowerInvariant(),
                    results.Settings.Paths,
                    results.Settings.Seed,
                    results.Settings.RiskFreeRate,
                    results.Settings.From,
                    results.Settings.Until,
                    results.Settings.Window,
                },
                results.Origins,
                results.Method,
                Instruments = results.Instruments.Select(Score),
                Portfolios = results.Portfolios.Select(Score),
                Series = results.Series.Select(series => new
                {
                    series.Name,
                    series.IsPortfolio,
                    series.Holdings,
                    Horizons = series.Scores.Select(Score),
                }),
                results.LeftOut,
                results.Notices,
            },
            ResultsFile.Indented
        );

    private static object Score(FanScore score) =>
        new
        {
            Horizon = $"{score.Horizon}",
            score.Forecasts,
            score.Bands,
            score.TransformCounts,
            score.UniformP,
            score.Crps,
            RandomWalkSkill = Figure(score.RandomWalkSkill),
            HistoricalSkill = Figure(score.HistoricalSkill),
        };

    private static object Figure(Estimate estimate) =>
        new
        {
            Value = FigureData.Known(estimate.Value),
            Low = FigureData.Known(estimate.Low),
            High = FigureData.Known(estimate.High),
        };
}
