using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Loading.Prices;

/// <summary>A history as logarithmic returns, row by row without gaps.</summary>
/// <param name="LogReturns">By column, as long as each other.</param>
/// <param name="RowsPerYear">How many rows a year has.</param>
internal sealed record HistoryRows(IReadOnlyDictionary<string, IReadOnlyList<double>> LogReturns, double RowsPerYear)
{
    private const double DaysPerYear = 365;

    /// <summary>
    /// From a table of prices, or of one plus returns; a row with a blank is left out of all columns, with a notice. Null after an error.
    /// </summary>
    public static HistoryRows? Of(PriceHistory table, HistoryContent content, string file, DiagnosticBag diagnostics)
    {
        var columns = table.Instruments.Select(i => table.PricesOf(i).ToArray()).ToArray();
        int[] whole = [.. Enumerable.Range(0, table.Dates.Count).Where(row => Array.TrueForAll(columns, c => !double.IsNaN(c[row])))];
        var returns = content == HistoryContent.Prices ? whole.Length - 1 : whole.Length;
        if (returns < 2)
        {
            diagnostics.Error(
                new SourceLocation(file, 1, 1),
                $"expected at least two returns of all columns together, found {Math.Max(0, returns)} (a row with a blank counts for none)"
            );
            return null;
        }

        if (whole.Length < table.Dates.Count)
        {
            diagnostics.Notice(
                new SourceLocation(file, 1, 1),
                $"{table.Dates.Count - whole.Length} of {table.Dates.Count} rows have a blank and are left out"
            );
        }

        var byColumn = table
            .Instruments.Select((name, at) => (name, Values: Returns(columns[at], whole, content)))
            .ToDictionary(c => c.name, c => c.Values);
        var years = (table.Dates[whole[^1]].DayNumber - table.Dates[whole[0]].DayNumber) / DaysPerYear;
        return new HistoryRows(byColumn, (whole.Length - 1) / years);
    }

    private static IReadOnlyList<double> Returns(double[] column, int[] rows, HistoryContent content) =>
        content == HistoryContent.Prices
            ? [.. rows.Zip(rows.Skip(1), (before, now) => Math.Log(column[now] / column[before]))]
            : [.. rows.Select(row => Math.Log(column[row]))];
}

/// <summary>What the cells of a history hold.</summary>
internal enum HistoryContent
{
    /// <summary>Prices above 0.</summary>
    Prices,

    /// <summary>Simple returns since the row before, as decimals above -1.</summary>
    Returns,
}
