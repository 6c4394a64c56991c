using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Texts;
using RiskEngine.Importing.Positions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RiskEngine.Cli.Screens;

/// <summary>What was understood of a broker's export, before anything is written.</summary>
internal static class ImportScreen
{
    private const int MostSkipped = 12;
    private const int MostHoldings = 200;

    /// <summary>The screen.</summary>
    public static IRenderable Render(PositionImport import)
    {
        List<IRenderable> parts = [new Text($"Read as: {PlainLine.Of(string.Join(", ", import.Formats))}"), Holdings(import)];
        if (import.Holdings.Count > MostHoldings)
        {
            parts.Add(
                new Text(
                    $"The {MostHoldings} largest are shown, "
                        + $"{Figures.Count(import.Holdings.Count - MostHoldings)} more are in the portfolio."
                )
            );
        }

        foreach (var currency in import.Currencies)
            parts.Add(new Text($"Value in {currency}: {Figures.Places(import.ValueIn(currency), 2)}"));
        if (import.Currencies.Count > 1)
            parts.Add(new Text("The portfolio holds several currencies; a scenario's portfolio has one."));
        if (import.NotHeld.Count > 0)
        {
            parts.AddRange([TextTable.Heading("Not held: the portfolio has no place for these"), NotHeld(import)]);
            if (import.NotHeld.Count > MostHoldings)
                parts.Add(new Text($"and {Figures.Count(import.NotHeld.Count - MostHoldings)} more"));
        }

        parts.AddRange([TextTable.Heading("Rows"), new Text(Counts(import))]);
        foreach (var reason in import.Rows.Where(r => r.Outcome == RowOutcome.Skipped).GroupBy(r => r.Reason).Take(MostSkipped))
            parts.Add(new Text($"  skipped: {PlainLine.Of(reason.Key)} ({Lines([.. reason])})"));
        foreach (var total in import.Totals)
            parts.Add(new Text(Total(total)));
        return TextTable.Stack(parts);
    }

    private static Table Holdings(PositionImport import)
    {
        var table = TextTable.Create("!instrument", "name", "#quantity", "#price", "currency", "#value", "#share", "list", "#rows");
        var totals = import.Currencies.ToDictionary(c => c, import.ValueIn);
        foreach (var holding in Shown(import))
        {
            table.Row(
                holding.Id,
                PlainLine.Of(holding.Name),
                Figures.Plain(holding.Quantity),
                Figures.Places(holding.Price, 4),
                holding.Currency,
                Figures.Places(holding.Value, 2),
                Figures.Percent(holding.Value / totals[holding.Currency]),
                holding.IsKnown ? "known" : "unknown",
                Figures.Count(holding.Rows)
            );
        }

        return table;
    }

    /// <summary>All of them in the order of the file; of very many the largest.</summary>
    private static IEnumerable<ImportedHolding> Shown(PositionImport import) =>
        import.Holdings.Count <= MostHoldings ? import.Holdings : import.Holdings.OrderByDescending(h => h.Value).Take(MostHoldings);

    private static Table NotHeld(PositionImport import)
    {
        var table = TextTable.Create("what", "#quantity", "#value", "currency", "#share of the rest", "contract", "why");
        foreach (var left in import.NotHeld.Take(MostHoldings))
        {
            var rest = import.ValueIn(left.Currency);
            table.Row(
                PlainLine.Of(left.What),
                double.IsNaN(left.Quantity) ? "" : Figures.Plain(left.Quantity),
                Figures.Places(left.Value, 2),
                left.Currency,
                rest > 0 ? Figures.Percent(left.Value / rest) : "",
                left.Option is { } option ? $"{option.OccSymbol} x {Figures.Plain(option.Multiplier)}" : "",
                left.Reason
            );
        }

        return table;
    }

    private static string Counts(PositionImport import) =>
        $"{Figures.Counted(import.Rows.Count + import.BlankRows, "row")}: {import.Count(RowOutcome.Taken)} taken, "
        + $"{import.Count(RowOutcome.Summed)} summed, {import.Count(RowOutcome.NotHeld)} not held, "
        + $"{import.Count(RowOutcome.Skipped)} skipped, {import.BlankRows} blank";

    private static string Lines(IReadOnlyList<RowAccount> rows) =>
        rows.Count > 5 ? Figures.Counted(rows.Count, "row") : "row " + string.Join(", ", rows.Select(r => r.Location.Line));

    private static string Total(TotalCheck total)
    {
        var label = total.Label.Length > 0 ? PlainLine.Of(total.Label) : "a total without a label";
        var stated = $"The file's total ({label}) is {Figures.Places(total.Stated, 2)}";
        return !total.IsComparable
                ? $"{stated}; its rows are in several currencies, and nothing in the file brings them together: not compared."
            : total.Agrees ? $"{stated}, as its rows add up to."
            : $"{stated}; its rows add up to {Figures.Places(total.Found, 2)}, a difference of "
                + $"{Figures.Places(total.Stated - total.Found, 2)}.";
    }
}
