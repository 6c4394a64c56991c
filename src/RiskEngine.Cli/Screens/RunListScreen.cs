using RiskEngine.Cli.Texts;
using RiskEngine.Reporting.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>All runs, a line a portfolio.</summary>
internal static class RunListScreen
{
    /// <summary>The screen.</summary>
    public static IRenderable Render(CatalogueContent content)
    {
        var table = TextTable.Create("!run", "!started", "!portfolio", "#mean", "#ES 95%", "!by run", "#all: mean", "#ES 95%", "limits");
        foreach (var scenario in content.Runs.GroupBy(r => r.Scenario))
        {
            table.Row(scenario.Key);
            foreach (var run in scenario)
                Add(table, run, content);
        }

        List<IRenderable> parts =
        [
            content.Runs.Count == 0 ? new Text("No run was found.") : table,
            new Text(
                "Profit relative to the start value in the first case at the headline horizon; ES is a loss, above zero. ± is half the 95% "
                    + "interval of sampling. By run: ES 95% as held in the scenario's runs up to this one. "
                    + "All: following every recommendation."
            ),
        ];
        if (content.Backtests > 0)
            parts.Add(new Text($"{Figures.Counted(content.Backtests, "backtest")} beside them."));
        return TextTable.Stack(parts);
    }

    private static void Add(Table table, RunSummary run, CatalogueContent content)
    {
        for (var i = 0; i < run.Portfolios.Count; i++)
        {
            var portfolio = run.Portfolios[i];
            table.Row(
                i == 0 ? $"  {run.RunId}" : "",
                i == 0 ? $"{run.Started:yyyy-MM-dd HH:mm}" : "",
                portfolio.Portfolio,
                Figures.Percent(portfolio.AsHeld.Mean),
                Figures.Percent(portfolio.AsHeld.Es95),
                Sparkline.Es95(content.Runs, run, portfolio.Portfolio),
                portfolio.Following is { } mean ? Figures.Percent(mean.Mean) : "",
                portfolio.Following is { } following ? Figures.Percent(following.Es95) : "",
                i > 0 || run.Limits == 0 ? ""
                    : run.Breached == 0 ? "hold"
                    : $"{run.Breached} BREACHED"
            );
        }
    }
}
