using RiskEngine.Cli.Texts;
using RiskEngine.Results.Backtests;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What a backtest found: a row a portfolio and model.</summary>
internal static class BacktestScreen
{
    /// <summary>The screen for one backtest.</summary>
    public static IRenderable Render(BacktestResults results)
    {
        var (settings, first) = (results.Settings, results.Series[0]);
        List<IRenderable> parts =
        [
            TextTable.Heading(
                $"VaR and ES at {Figures.Plain(100 * settings.Level)}%, {Days(settings.Periods)} ahead, {first.First:yyyy-MM-dd} to "
                    + $"{first.Last:yyyy-MM-dd}"
            ),
        ];
        foreach (var series in results.Series)
        {
            parts.AddRange([
                TextTable.Heading($"{series.Name}: {Figures.Counted(series.Models[0].Points.Count, "forecast")}"),
                Table(series),
            ]);
        }

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
                $"In brackets the numbers of breaches that Kupiec's test does not refuse. Kupiec: proportion of failures; both: "
                    + "Christoffersen's conditional coverage; ES: Acerbi and Szekely's Z2; p-values, refused below "
                    + $"{Figures.Plain(settings.Significance)}. Basel: zone of the last "
                    + $"{first.Models[0].RecentLight.Days} forecasts and their breaches. Each forecast saw the "
                    + $"{Figures.Count(settings.Window)} daily returns before it and nothing later; GARCH and Student-t "
                    + $"were fitted anew every {Figures.Counted(settings.Refit, "trading day")}."
            )
        );
        return TextTable.Stack(parts);
    }

    private static Table Table(BacktestSeries series)
    {
        var table = TextTable.Create("!model", "!breaches", "#Kupiec", "#both", "#ES", "!Basel", "verdict");
        foreach (var model in series.Models)
        {
            table.Row(
                NameOf(model.Model),
                $"{Figures.Count(model.Breaches)} ({model.Accepted.Fewest} to {model.Accepted.Most})",
                P(model.KupiecPof),
                P(model.ConditionalCoverage),
                P(model.ShortfallZ2),
                $"{model.RecentLight.Zone.ToString().ToLowerInvariant()}, {model.RecentLight.Breaches}",
                Verdict(model)
            );
        }

        return table;
    }

    /// <summary>The model as options and tables name it.</summary>
    public static string NameOf(BacktestModel model) =>
        model switch
        {
            BacktestModel.StudentT => "student-t",
            BacktestModel.FilteredHistorical => "filtered-historical",
            _ => model.ToString().ToLowerInvariant(),
        };

    private static string Verdict(ModelBacktest model)
    {
        if (model.Holds)
            return "holds";
        List<string> reasons = [];
        if (model.KupiecPof.IsRefused)
            reasons.Add($"too {(model.Breaches > model.ExpectedBreaches ? "many" : "few")} breaches (Kupiec {P(model.KupiecPof)})");
        if (model.Independence.IsRefused)
            reasons.Add($"breaches in clusters (independence {P(model.Independence)})");
        if (model.ShortfallZ1.IsRefused)
            reasons.Add($"losses beyond VaR too large (Z1 {P(model.ShortfallZ1)})");
        else if (model.ShortfallZ2.IsRefused && !model.KupiecPof.IsRefused)
            reasons.Add($"ES too low (Z2 {P(model.ShortfallZ2)})");
        return reasons.Count == 0
            ? $"number and clustering together refused (both {P(model.ConditionalCoverage)})"
            : string.Join(", ", reasons);
    }

    private static string P(BacktestTest test) =>
        double.IsNaN(test.PValue) ? "n/a"
        : test.PValue < 0.0005 ? "<0.001"
        : Figures.Places(test.PValue, 3);

    private static string Days(int periods) => periods == 1 ? "one trading day" : $"{periods} trading days (not overlapping)";
}
