using RiskEngine.Importing.Tables;

namespace RiskEngine.Importing.Prices;

/// <summary>Where the closes stand in a table.</summary>
/// <param name="FirstRow">The index of the first row below the headings.</param>
/// <param name="Date">The column of dates.</param>
/// <param name="Ticker">The column of instruments in a long table; -1 where each has its own column, or there is one.</param>
/// <param name="Closes">The columns of closes with the instrument that each is of (empty for the file's own), and its heading.</param>
internal sealed record PriceLayout(int FirstRow, int Date, int Ticker, IReadOnlyList<(int Column, string Name, string Heading)> Closes)
{
    private const int MostHeaderRows = 60;

    /// <summary>The layout of a grid, or null after saying what is missing.</summary>
    public static PriceLayout? Of(Grid grid, out string problem)
    {
        problem = "";
        for (var i = 0; i < Math.Min(grid.Rows.Count, MostHeaderRows); i++)
        {
            if ((TwoHeaderRows(grid, i) ?? SpreadTickers(grid, i)) is { } several)
                return several;
            if (OneHeaderRow(grid, i, ref problem) is { } one)
                return one;
        }

        if (problem.Length == 0)
            problem = "expected a row of headings with a date and a close, or with a date and instruments; found none";
        return null;
    }

    /// <summary>
    /// yfinance: fields in one row and tickers in the next one or the other way round; the date's heading may stand in a third row, or
    /// nowhere.
    /// </summary>
    private static PriceLayout? TwoHeaderRows(Grid grid, int at)
    {
        if (at + 2 >= grid.Rows.Count)
            return null;
        var (first, second) = (grid.Rows[at], grid.Rows[at + 1]);
        var fields = first.Cells.Skip(1).Count(c => PriceWords.IsYahooField(c.Text));
        var below = second.Cells.Skip(1).Count(c => PriceWords.IsYahooField(c.Text));
        if (
            (fields == 0 && below == 0)
            || LooksLikeDate(second[0].Text)
            || second.Cells.Skip(1).Any(c => c.IsEmpty || char.IsAsciiDigit(c.Text[0]))
        )
        {
            return null;
        }

        var above = first.Cells.Skip(1).Count(c => !c.IsEmpty);
        if (Math.Max(fields, below) < above || above < below)
            return null;
        var (field, ticker) = fields >= below ? (first, second) : (second, first);
        var start = at + 2;
        while (start < grid.Rows.Count && IsDateless(grid.Rows[start]))
            start++;
        var closes = new List<(int, string, string)>();
        foreach (var group in Enumerable.Range(1, field.Cells.Count - 1).GroupBy(i => ticker[i].Text))
        {
            var column = group
                .Where(i => PriceWords.Of(field[i].Text) is PriceColumn.AdjustedClose or PriceColumn.Close)
                .OrderBy(i => PriceWords.Of(field[i].Text))
                .Select(i => (int?)i)
                .FirstOrDefault();
            if (column is { } found)
                closes.Add((found, group.Key, field[found].Text));
        }

        return closes.Count > 0 ? new PriceLayout(start, 0, -1, closes) : null;
    }

    /// <summary>
    /// Bloomberg: tickers in one row, each over the first of its columns, and fields below: <c>,AAPL US Equity,,MSFT US Equity,</c> over
    /// <c>Dates,PX_LAST,PX_VOLUME,PX_LAST,PX_VOLUME</c>.
    /// </summary>
    private static PriceLayout? SpreadTickers(Grid grid, int at)
    {
        if (at + 2 >= grid.Rows.Count)
            return null;
        var (tickers, fields) = (grid.Rows[at], grid.Rows[at + 1]);
        if (
            PriceWords.Of(fields[0].Text) != PriceColumn.Date
            || !tickers[0].IsEmpty
            || fields.Cells.Count < 2
            || !fields.Cells.Skip(1).All(c => PriceWords.IsField(c.Text))
            || tickers[1].IsEmpty
        )
        {
            return null;
        }

        var (closes, ticker) = (new Dictionary<string, (int Column, string Heading)>(StringComparer.Ordinal), "");
        for (var i = 1; i < fields.Cells.Count; i++)
        {
            ticker = tickers[i].IsEmpty ? ticker : tickers[i].Text;
            var kind = PriceWords.Of(fields[i].Text);
            if (kind == PriceColumn.AdjustedClose || (kind == PriceColumn.Close && !closes.ContainsKey(ticker)))
                closes[ticker] = (i, fields[i].Text);
        }

        return closes.Count > 0 ? new PriceLayout(at + 2, 0, -1, [.. closes.Select(c => (c.Value.Column, c.Key, c.Value.Heading))]) : null;
    }

    /// <summary>A third header row: <c>Date,,,</c>.</summary>
    private static bool IsDateless(GridRow row) => !LooksLikeDate(row[0].Text) && row.Cells.Skip(1).All(c => c.IsEmpty);

    private static PriceLayout? OneHeaderRow(Grid grid, int at, ref string problem)
    {
        var row = grid.Rows[at];
        var kinds = row.Cells.Select(c => c.IsEmpty ? PriceColumn.Ignored : PriceWords.Of(c.Text)).ToArray();
        var date = Array.IndexOf(kinds, PriceColumn.Date);

        // pandas writes an index without a name: an empty heading over dates.
        if (date < 0 && row[0].IsEmpty && at + 1 < grid.Rows.Count && LooksLikeDate(grid.Rows[at + 1][0].Text))
            date = 0;
        if (date < 0 || row.Cells.Any(c => c.IsNumber))
            return null;
        var closes = Best(kinds, PriceColumn.AdjustedClose) ?? Best(kinds, PriceColumn.Close);
        var others = Enumerable.Range(0, kinds.Length).Where(i => i != date && kinds[i] == PriceColumn.Other).ToList();
        var ignored = kinds.Where((k, i) => k == PriceColumn.Ignored && !row[i].IsEmpty).Count();
        var ticker = Array.IndexOf(kinds, PriceColumn.Ticker);
        if (closes is { } close && (ticker >= 0 || ignored > 0 || others.Count == 0))
            return new PriceLayout(at + 1, date, ticker, [(close, "", row[close].Text)]);
        // LOW and OPEN are tickers too: beside other columns, in capitals, they are taken for such.
        var wide = Enumerable.Range(0, kinds.Length).Where(i => i != date && !row[i].IsEmpty).ToList();
        var isWide = wide.TrueForAll(i => kinds[i] != PriceColumn.Ignored || row[i].Text.All(char.IsAsciiLetterUpper));
        if (isWide && wide.Count > 0 && (closes is null || others.Count > 0))
            return new PriceLayout(at + 1, date, -1, [.. wide.Select(i => (i, row[i].Text, row[i].Text))]);
        problem =
            $"expected a column of closes, found "
            + $"{string.Join(", ", row.Cells.Where(c => !c.IsEmpty).Take(20).Select(c => $"'{c.Text}'"))}: "
            + "opens, highs, lows and volumes are no closes";
        return null;
    }

    /// <summary>The one instrument of a table, where a row above it says so: <c>Security,AAPL US Equity</c>.</summary>
    public static string? TickerAbove(Grid grid, int firstRow) =>
        grid
            .Rows.Take(Math.Max(0, firstRow - 1))
            .Where(r => r.Cells.Count(c => !c.IsEmpty) == 2 && PriceWords.Of(r[0].Text) == PriceColumn.Ticker && !r[1].IsEmpty)
            .Select(r => r[1].Text)
            .FirstOrDefault();

    private static int? Best(PriceColumn[] kinds, PriceColumn kind) => Array.IndexOf(kinds, kind) is var at and >= 0 ? at : null;

    private static bool LooksLikeDate(string text) =>
        text.Length >= 8 && char.IsAsciiDigit(text[0]) && text.Any(c => c is '-' or '/' or '.');
}
