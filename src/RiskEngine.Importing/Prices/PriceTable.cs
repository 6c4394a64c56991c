using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Tables;

namespace RiskEngine.Importing.Prices;

/// <summary>Reads the series of one table of prices.</summary>
/// <param name="grid">The table.</param>
/// <param name="own">What its one instrument is called where no heading says so: the file's name.</param>
/// <param name="options">Decimal mark and order of dates.</param>
/// <param name="diagnostics">Takes what cannot be read.</param>
internal sealed class PriceTable(Grid grid, string own, PriceOptions options, DiagnosticBag diagnostics)
{
    private const int MostErrors = 20;

    /// <summary>Frequency, unit, source, time of update, ...</summary>
    private const int MostUnits = 8;

    private readonly DateColumn dates = new();

    /// <summary>The series, or null after errors.</summary>
    public IReadOnlyList<PriceSeries>? Read()
    {
        if (PriceLayout.Of(grid, out var problem) is not { } layout)
            return Refuse(grid.Rows.Count > 0 ? grid.At(grid.Rows[0]) : new SourceLocation(grid.File, 1, 1), problem);
        var rows = grid.Rows.Skip(layout.FirstRow).Where(r => !r[layout.Date].IsEmpty).ToList();
        foreach (var row in rows)
            dates.Add(row.Line, row[layout.Date].Text);
        if (dates.Problem(options.DayFirst) is { } unclear)
            return Refuse(grid.At(grid.Rows[layout.FirstRow - 1]), $"dates: {unclear}");
        var (read, undated) = Dated(rows, layout);
        if (read is null)
            return null;
        if (undated > 0)
        {
            diagnostics.Notice(
                new SourceLocation(grid.File, 1, 1),
                $"{undated} {(undated == 1 ? "row" : "rows")} beside the prices without a date: skipped"
            );
        }

        return Series(read, layout);
    }

    /// <summary>Rows with their dates; below the last date there may be text, and units and the like right below the headings.</summary>
    private (List<(GridRow Row, DateOnly Date)>? Rows, int Undated) Dated(List<GridRow> rows, PriceLayout layout)
    {
        var dated = rows.Select(r => (Row: r, Date: dates.Read(r[layout.Date].Text, options.DayFirst))).ToList();
        var last = dated.FindLastIndex(d => d.Date is not null);
        var first = dated.FindIndex(d => d.Date is not null);
        if (first is < 0 or > MostUnits || dated.Take(first).Any(d => d.Row[layout.Date].Text.Any(char.IsAsciiDigit)))
            first = 0;
        var bad = dated.Take(last + 1).Skip(first).Where(d => d.Date is null).ToList();
        foreach (var (row, _) in bad.Take(MostErrors))
            Refuse(grid.At(row), $"expected a date, found '{row[layout.Date].Text}'");
        if (bad.Count > MostErrors)
            Refuse(grid.At(bad[MostErrors].Row), $"and {bad.Count - MostErrors} more rows without a date");
        if (last < 0)
            Refuse(new SourceLocation(grid.File, 1, 1), "expected rows with a date, found none");
        return bad.Count > 0 || last < 0
            ? (null, 0)
            : ([.. dated.Take(last + 1).Skip(first).Select(d => (d.Row, d.Date!.Value))], dated.Count - last - 1 + first);
    }

    private List<PriceSeries>? Series(List<(GridRow Row, DateOnly Date)> rows, PriceLayout layout)
    {
        var columns = new List<NumberColumn>();
        foreach (var (at, _, heading) in layout.Closes)
        {
            var column = new NumberColumn(heading);
            foreach (var (row, _) in rows)
                column.Add(row.Line, row[at]);
            columns.Add(column);
        }

        // Prices with exactly three digits behind the only mark stand in files of many vendors; all of them write a point.
        DecimalMark? usual = grid.Delimiter == ';' ? null : DecimalMark.Point;
        if (NumberColumns.Read(columns, options.DecimalMark, usual, new SourceLocation(grid.File, 1, 1), diagnostics) is not { } numbers)
            return null;
        var series = new Dictionary<string, PriceSeries>(StringComparer.Ordinal);
        var ticker = PriceLayout.TickerAbove(grid, layout.FirstRow);
        var bad = 0;
        for (var c = 0; c < layout.Closes.Count; c++)
        {
            var (_, name, heading) = layout.Closes[c];
            for (var i = 0; i < rows.Count; i++)
            {
                var number = numbers[c][i];
                var place = grid.At(rows[i].Row);
                if ((number.Problem is not null || number.Value < 0) && bad++ < MostErrors)
                    Refuse(place, $"{heading}: expected a price above 0, found {number.Problem ?? $"{number.Value}"}");
                var instrument =
                    layout.Ticker >= 0 ? rows[i].Row[layout.Ticker].Text
                    : name.Length > 0 ? PriceWords.WithoutField(name)
                    : ticker ?? own;
                if (!series.TryGetValue(instrument, out var one))
                    series.Add(instrument, one = New(instrument, heading));
                one.Points.Add((rows[i].Date, number.Value > 0 ? number.Value : double.NaN, place));
            }
        }

        if (bad > MostErrors)
            Refuse(new SourceLocation(grid.File, 1, 1), $"and {bad - MostErrors} more cells that hold no price");
        return bad > 0 ? null : [.. series.Values];
    }

    private static PriceSeries New(string instrument, string heading) =>
        new(instrument, heading) { IsAdjusted = PriceWords.Of(heading) == PriceColumn.AdjustedClose };

    private List<PriceSeries>? Refuse(SourceLocation place, string message)
    {
        diagnostics.Error(place, message);
        return null;
    }
}
