using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Files;

namespace RiskEngine.Loading.Prices;

/// <summary>
/// Reads a portfolio file beside a price history: its instruments are the history's columns, its prices are all in one currency.
/// </summary>
public static class HoldingsReader
{
    /// <summary>Reads the bytes of a file: the columns instrument, quantity, price and currency, as in scenarios.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="columns">The columns of the price history; upper and lower case are alike.</param>
    /// <param name="diagnostics">Takes errors and notices.</param>
    /// <returns>The holdings in the order of the file, or null after errors.</returns>
    public static IReadOnlyList<Holding>? Read(
        ReadOnlySpan<byte> bytes,
        string file,
        IReadOnlyList<string> columns,
        DiagnosticBag diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (InputText.Decode(bytes, file, diagnostics) is not { } text)
            return null;
        var ids = new IdSet("column");
        var written = new Dictionary<string, string>();
        foreach (var column in columns)
        {
            ids.Add(column.ToLowerInvariant(), new SourceLocation(file));
            written.TryAdd(column.ToLowerInvariant(), column);
        }

        var rows = new PortfolioCsv(file, ids, FirstCurrency(text, file), diagnostics, "the currency of the others").Read(text);
        return rows?.Select(row => new Holding(written[row.Instrument], row.Quantity * row.Price)).ToList();
    }

    /// <summary>The currency of the first row, which all others must have; null where the file is not that far readable.</summary>
    private static string? FirstCurrency(string text, string file)
    {
        var rows = CsvTable.Read(text, file, new DiagnosticBag(), out _);
        if (rows.Count < 2)
            return null;
        var at = rows[0].ToList().FindIndex(cell => string.Equals(cell.Text, "currency", StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at < rows[1].Count && rows[1][at].Text.Length > 0 ? rows[1][at].Text : null;
    }
}
