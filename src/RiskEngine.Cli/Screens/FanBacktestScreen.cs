using RiskEngine.Abstractions.Measures;
using RiskEngine.Cli.Texts;
using RiskEngine.Results.Backtests.Fans;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What a backtest of fans found: a row a horizon, of all columns together and of each portfolio.</summary>
internal static class FanBacktestScreen
{
    /// <summary>The screen for one backtest.</summary>
    public static IRenderable Render(FanBacktestResults results)
    {
        var (origins, settings) = (results.Origins, results.Settings);
        List<IRenderable> parts =
        [
            TextTable.Heading(
                $"Forecast distributions at {Figures.Counted(origins.Count, "origin")}, {origins[0]:yyyy-MM-dd} to "
                    + $"{origins[^1]:yyyy-MM-dd}, {Figures.Count(settings.Paths)} paths each"
            ),
            TextTable.Heading($"All {Figures.Counted(results.Series.Count(s => !s.IsPortfolio), "column")}"),
            Table(results.Instruments),
        ];
        foreach (var series in results.Series.Where(s => s.IsPortfolio))
            parts.AddRange([TextTable.Heading(series.Name), Table(series.Scores)]);
        if (results.LeftOut.Count > 0)
        {
            parts.AddRange([
                TextTable.Heading("Left out"),
                .. results.LeftOut.Select(left => new Text($"{left.Name}: {left.Reason.English}")),
            ]);
        }

        parts.AddRange(results.Notices.Select(notice => new Text(notice.English)));
        parts.Add(
            new Text(
                "Share of outcomes within the forecasts' central bands; in brackets the p-value under the models' own joint paths, which "
                    + "allows for overlapping horizons and names that move together. Even: p-value of outcomes spread evenly over the "
                    + "forecasts. Skill: how much lower the CRPS is than a random walk's and historical simulation's, with the 95% "
                    + "interval of "
                    + $"a block bootstrap. The risk-free rate is {Figures.Percent(settings.RiskFreeRate, 2)} at all dates (--rate)."
            )
        );
        return TextTable.Stack(parts);
    }

    private static Table Table(IReadOnlyList<FanScore> scores)
    {
        var table = TextTable.Create([
            "!horizon",
            "#forecasts",
            .. FanBacktestSettings.Levels.Select(level => $"#{100 * level:0}%"),
            "#even",
            "#CRPS",
            "#skill: walk",
            "#historical",
        ]);
        foreach (var score in scores)
        {
            table.Row([
                $"{score.Horizon}",
                Figures.Count(score.Forecasts),
                .. score.Bands.Select(band => $"{Figures.Percent(band.Covered)} ({P(band.PValue)})"),
                P(score.UniformP),
                Figures.Percent(score.Crps, 2),
                Skill(score.RandomWalkSkill),
                Skill(score.HistoricalSkill),
            ]);
        }

        return table;
    }

    private static string Skill(Estimate skill) =>
        skill.HasError
            ? $"{Figures.Percent(skill.Value)} ({Figures.Percent(skill.Low, 0)} to {Figures.Percent(skill.High, 0)})"
            : Figures.Percent(skill.Value);

    private static string P(double p) => p < 0.0015 ? "≤0.001" : Figures.Places(p, p < 0.1 ? 3 : 2);
}
