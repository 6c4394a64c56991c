using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Files;

namespace RiskEngine.Loading.Prices;

/// <summary>
/// Reads a price history from CSV: the first column is <c>date</c> (ISO, oldest row first), every other column an instrument's closes as
/// plain decimals above 0; a blank cell is a day without a close.
/// </summary>
public static class PriceHistoryReader
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads the bytes of a file: UTF-8, with or without a byte-order mark; comma, semicolon or tab.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="diagnostics">
    /// Takes every error, with line, column, what was expected and what was found; of a file that can be used also its gaps and what looks
    /// like splits that were not taken out.
    /// </param>
    /// <returns>The history, or null after errors.</returns>
    public static PriceHistory? Read(ReadOnlySpan<byte> bytes, string file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return InputText.Decode(bytes, file, diagnostics) is { } text ? Read(text, file, HistoryContent.Prices, diagnostics) : null;
    }

    /// <summary>The same for a text; of returns r it holds 1 + r, which is above 0 as prices are.</summary>
    internal static PriceHistory? Read(string text, string file, HistoryContent content, DiagnosticBag diagnostics)
    {
        var rows = CsvTable.Read(text, file, diagnostics, out var isWhole);
        if (rows.Count < 3)
        {
            if (isWhole)
            {
                diagnostics.Error(
                    new SourceLocation(file, 1, 1),
                    $"expected a header (date, then one column an instrument) and at least two rows, found {Rows(rows.Count)}"
                );
            }

            return null;
        }

        if (!IsHeader(rows[0], diagnostics))
            return null;
        var dates = new DateOnly[rows.Count - 1];
        var prices = Enumerable.Range(1, rows[0].Count - 1).Select(_ => new double[dates.Length]).ToArray();
        var isGood = isWhole;
        for (var row = 0; row < dates.Length; row++)
            isGood &= ReadRow(rows[row + 1], row, dates, prices, rows[0], content, diagnostics);
        if (!isGood || !IsRising(rows, dates, diagnostics))
            return null;
        PriceFindings.Add(rows, dates, prices, diagnostics);
        return new PriceHistory(dates, [.. rows[0].Skip(1).Select(cell => cell.Text)], prices);
    }

    private static bool IsHeader(IReadOnlyList<CsvCell> header, DiagnosticBag diagnostics)
    {
        var first = new Dictionary<string, SourceLocation>();
        var isGood = true;
        if (!string.Equals(header[0].Text, "date", StringComparison.OrdinalIgnoreCase))
            Refuse(header[0], $"expected the first column to be 'date', found '{header[0].Text}'");
        if (header.Count < 2)
            Refuse(header[0], "expected a column of prices beside the date, found none");
        foreach (var cell in header.Skip(1))
        {
            if (cell.Text.Length == 0)
                Refuse(cell, "expected the name of an instrument, found an empty column heading");
            else if (!first.TryAdd(cell.Text, cell.Location))
                Refuse(cell, $"duplicate instrument '{cell.Text}' (first at column {first[cell.Text].Column})");
        }

        return isGood;

        void Refuse(CsvCell cell, string message)
        {
            diagnostics.Error(cell.Location, message);
            isGood = false;
        }
    }

    private static bool ReadRow(
        IReadOnlyList<CsvCell> cells,
        int row,
        DateOnly[] dates,
        double[][] prices,
        IReadOnlyList<CsvCell> header,
        HistoryContent content,
        DiagnosticBag diagnostics
    )
    {
        if (cells.Count != header.Count)
        {
            diagnostics.Error(cells[0].Location, $"expected {header.Count} cells as in the header, found {cells.Count}");
            return false;
        }

        var isGood = DateOnly.TryParseExact(cells[0].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out dates[row]);
        if (!isGood)
            diagnostics.Error(cells[0].Location, $"date: expected a date such as 2026-02-06, found {Shown(cells[0])}");
        for (var column = 1; column < cells.Count; column++)
        {
            ref var price = ref prices[column - 1][row];
            price = double.NaN;
            var text = cells[column].Text;
            if (text.Length == 0)
                continue;
            if (double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out price))
            {
                if (content == HistoryContent.Returns)
                    price += 1;
                if (price > 0 && double.IsFinite(price))
                    continue;
            }

            var expected = content == HistoryContent.Prices ? "a price above 0 such as 12.34" : "a return above -1 such as -0.0123";
            diagnostics.Error(
                cells[column].Location,
                $"{header[column].Text}: expected {expected}, or nothing where there is none, found {Shown(cells[column])}"
            );
            isGood = false;
        }

        return isGood;
    }

    /// <summary>Only the first break is reported: a file in falling order would break at every row.</summary>
    private static bool IsRising(IReadOnlyList<IReadOnlyList<CsvCell>> rows, DateOnly[] dates, DiagnosticBag diagnostics)
    {
        for (var row = 1; row < dates.Length; row++)
        {
            if (dates[row] > dates[row - 1])
                continue;
            diagnostics.Error(
                rows[row + 1][0].Location,
                $"date: expected a date after {dates[row - 1]:yyyy-MM-dd} (the oldest row comes first), found {dates[row]:yyyy-MM-dd}"
            );
            return false;
        }

        return true;
    }

    private static string Rows(int count) =>
        count switch
        {
            0 => "an empty file",
            1 => "a header only",
            _ => "one row",
        };

    private static string Shown(CsvCell cell) => cell.Text.Length == 0 ? "nothing" : $"'{cell.Text}'";
}
