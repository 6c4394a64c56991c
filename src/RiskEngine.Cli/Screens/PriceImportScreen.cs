using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Texts;
using RiskEngine.Importing.Prices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What was understood of vendors' price files, before anything is written.</summary>
internal static class PriceImportScreen
{
    /// <summary>The screen.</summary>
    public static IRenderable Render(PriceImport import)
    {
        var table = TextTable.Create(
            "!instrument",
            "close from",
            "first",
            "last",
            "every",
            "#closes",
            "#gaps",
            "#stale",
            "#outliers",
            "splits"
        );
        foreach (var series in import.Series)
        {
            table.Row(
                PlainLine.Of(series.Instrument),
                PlainLine.Of(series.Source),
                $"{series.First:yyyy-MM-dd}",
                $"{series.Last:yyyy-MM-dd}",
                series.Frequency,
                Figures.Count(series.Closes),
                Figures.Count(series.Gaps),
                Figures.Count(series.Stale),
                Figures.Count(series.Outliers.Count),
                string.Join(", ", series.Splits.Take(3).Select(s => $"{s.Date:yyyy-MM-dd} {s.Ratio}"))
            );
        }

        var dates = import.History.Dates;
        return TextTable.Stack(
            table,
            new Text($"{Figures.Counted(dates.Count, "date")}, {dates[0]:yyyy-MM-dd} to {dates[^1]:yyyy-MM-dd}; nothing was repaired.")
        );
    }
}
