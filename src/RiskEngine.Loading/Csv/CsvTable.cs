using System.Text;
using CsvHelper;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Csv;

/// <summary>
/// A CSV file as rows of cells that know their place; the first row is the header. Delimited by comma, semicolon or tab, as the header
/// shows or as Excel's first line <c>sep=;</c> says.
/// </summary>
internal static class CsvTable
{
    /// <summary>The most cells that are read: what is kept of each takes many times the byte that it may take in the file.</summary>
    public const int MaxCells = 5_000_000;

    private static readonly char[] delimiters = [',', ';', '\t'];

    /// <summary>
    /// The rows that are not blank. Quotes that do not pair up are an error, and their rows are left out: then it is not whole.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<CsvCell>> Read(string text, string file, DiagnosticBag diagnostics, out bool isWhole)
    {
        var hasBadRow = false;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null : DelimiterOf(text),
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad =>
            {
                diagnostics.Error(new SourceLocation(file, (int)bad.LineNumber, 1), Malformed(bad.Reason));
                hasBadRow = true;
            },
        };
        using var reader = CsvReader.FromText(text, options);
        var (rows, cells) = (new List<IReadOnlyList<CsvCell>>(), 0);
        while (reader.Read())
        {
            var fields = reader.Current.ToArray();
            cells += fields.Length;
            if (cells > MaxCells)
            {
                diagnostics.Error(new SourceLocation(file, (int)reader.LineNumber, 1), $"at most {MaxCells} cells are read, found more");
                hasBadRow = true;
                break;
            }

            if (fields.Any(f => f.Trim().Length > 0))
                rows.Add(Cells(Encoding.UTF8.GetString(reader.RawRecord), fields, reader.Separator, file, (int)reader.LineNumber));
        }

        isWhole = !hasBadRow;
        return rows;
    }

    /// <summary>The candidate that stands most often in the first line that is not blank; a comma when none does.</summary>
    private static char DelimiterOf(string text)
    {
        var header = text.Split('\n').FirstOrDefault(l => l.Trim().Length > 0) ?? "";
        return delimiters.MaxBy(d => header.Count(c => c == d));
    }

    private static CsvCell[] Cells(string raw, string[] fields, char delimiter, string file, int line)
    {
        var cells = new CsvCell[fields.Length];
        var (index, column, isQuoted) = (0, 1, false);
        var start = new SourceLocation(file, line, column);
        foreach (var character in raw)
        {
            if (character == '"')
                isQuoted = !isQuoted;
            column++;
            if (character == '\n')
                (line, column) = (line + 1, 1);
            if (character != delimiter || isQuoted || index >= fields.Length - 1)
                continue;
            cells[index] = new CsvCell(fields[index].Trim(), start);
            index++;
            start = new SourceLocation(file, line, column);
        }

        cells[index] = new CsvCell(fields[index].Trim(), start);
        return cells;
    }

    private static string Malformed(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "a quote (\") that opens in this row is never closed",
            CsvMalformedReason.StrayQuote =>
                "a quote (\") stands inside a cell that does not begin with one: put the cell in quotes and double the inner quote",
            CsvMalformedReason.TextAfterClosingQuote =>
                "text follows the closing quote (\") of a cell: double a quote that belongs to the text",
            _ => "the row's quotes (\") do not pair up",
        };
}
