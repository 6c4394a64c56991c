using CsvHelper;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Tables;

/// <summary>
/// Text whose cells are parted by commas, semicolons, tabs or bars. A quote inside a cell is text (<c>="600519"</c>, <c>3" pipe</c>); a
/// quote that opens a cell and is never closed, or closed in its middle, is an error with its line.
/// </summary>
internal static class DelimitedText
{
    private static readonly char[] delimiters = [',', ';', '\t', '|'];

    public static Grid? Read(string text, string file, DiagnosticBag diagnostics)
    {
        var delimiter = DelimiterOf(text, out var body);
        var isWhole = true;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = delimiter,
            TrackLineNumbers = true,
            SkipEmptyLines = false,
            PoolStrings = true,
            OnMalformedRecord = bad =>
            {
                if (Problem(bad.Reason) is not { } problem)
                    return;
                diagnostics.Error(new SourceLocation(file, (int)bad.LineNumber, 1), problem);
                isWhole = false;
            },
        };
        using var reader = CsvReader.FromText(body, options);
        var (rows, blank, count) = (new List<GridRow>(), 0, 0);
        while (isWhole && reader.Read())
        {
            if (!isWhole)
                break; // the row that was just read
            var line = (int)reader.LineNumber + (ReferenceEquals(body, text) ? 0 : 1);
            if (rows.Count == GridReader.MaxRows || reader.FieldCount > GridReader.MaxColumns)
                return Refuse(line, $"at most {GridReader.MaxRows} rows of at most {GridReader.MaxColumns} cells are read");
            count += reader.FieldCount;
            if (count > GridReader.MaxCells)
                return Refuse(line, $"at most {GridReader.MaxCells} cells are read, found more");
            var cells = new Cell[reader.FieldCount];
            var isBlank = true;
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = Clean(reader.GetString(i));
                if (cell.Length > GridReader.MaxCell)
                    return Refuse(line, $"a cell has {cell.Length} characters; at most {GridReader.MaxCell} are read");
                isBlank &= cell.Length == 0;
                cells[i] = new Cell(cell);
            }

            if (isBlank)
                blank++;
            else
                rows.Add(new GridRow(line, cells));
        }

        return isWhole ? new Grid(file, "", rows, blank) { Delimiter = delimiter } : null;

        Grid? Refuse(int line, string message)
        {
            diagnostics.Error(new SourceLocation(file, line, 1), message);
            return null;
        }
    }

    /// <summary>
    /// Without white space, and without the formula or the apostrophe by which exports keep a spreadsheet from taking a code for a number.
    /// </summary>
    internal static string Clean(string cell)
    {
        var text = cell.Trim();
        if (text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"'))
            text = text[2..^1].Trim();
        return text.Length > 1 && text[0] == '\'' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? text[1..] : text;
    }

    /// <summary>
    /// What Excel's first line <c>sep=;</c> says; else the candidate that parts the most lines of the start into as many cells as their
    /// neighbours, outside quotes.
    /// </summary>
    private static char DelimiterOf(string text, out string body)
    {
        body = text;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            body = text[(text.IndexOf('\n') + 1)..];
            return text[4];
        }

        var lines = new List<string>();
        using var reader = new StringReader(text.Length > 200_000 ? text[..200_000] : text);
        while (lines.Count < 200 && reader.ReadLine() is { } line)
            lines.Add(line);
        return delimiters.MaxBy(d => Score(lines, d));
    }

    private static double Score(List<string> lines, char delimiter)
    {
        var counts = lines.Select(l => Count(l, delimiter)).Where(c => c > 0).GroupBy(c => c).ToList();
        if (counts.Count == 0)
            return 0;
        var most = counts.MaxBy(g => (g.Count() * Math.Min(g.Key, 3), g.Key))!;
        return most.Count() * Math.Min(most.Key, 3) * (delimiter is ',' or '|' ? 1.0 : 1.2);
    }

    private static int Count(string line, char delimiter)
    {
        var (count, isQuoted) = (0, false);
        foreach (var character in line)
        {
            if (character == '"')
                isQuoted = !isQuoted;
            else if (character == delimiter && !isQuoted)
                count++;
        }

        return count;
    }

    private static string? Problem(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "a quote (\") that opens in this row is never closed",
            CsvMalformedReason.TextAfterClosingQuote =>
                "text follows the closing quote (\") of a cell: a quote before it is not closed, or one in the text is not doubled",
            _ => null,
        };
}
