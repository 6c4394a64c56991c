using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Csv;

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
    /// <param name="importer">Reads files that are not in the project's own form; null where there is none.</param>
    /// <returns>The holdings in the order of the file, or null after errors.</returns>
    public static IReadOnlyList<Holding>? Read(
        byte[] bytes,
        string file,
        IReadOnlyList<string> columns,
        DiagnosticBag diagnostics,
        IPortfolioImporter? importer = null
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (PortfolioSource.Read(bytes, file, importer, diagnostics) is not { } source)
            return null;
        var ids = new IdSet("column");
        var written = new Dictionary<string, string>();
        foreach (var column in columns)
        {
            ids.Add(column.ToLowerInvariant(), new SourceLocation(file));
            written.TryAdd(column.ToLowerInvariant(), column);
        }

        const string Whose = "the currency of the others";
        var rows = source.Foreign is { } foreign
            ? ForeignRows.Of(foreign, ids, (foreign.Count > 0 ? foreign[0].Currency : null), diagnostics, Whose)
            : new PortfolioCsv(file, ids, FirstCurrency(source.Text, file), diagnostics, Whose).Read(source.Text);
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
