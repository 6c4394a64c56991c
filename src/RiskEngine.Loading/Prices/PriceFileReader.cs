using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Loading.Prices;

/// <summary>Reads a price history in the project's own form, or in that of a vendor of data.</summary>
public static class PriceFileReader
{
    private static readonly HashSet<string> vendors = new(StringComparer.OrdinalIgnoreCase)
    {
        "close",
        "adj close",
        "open",
        "high",
        "low",
        "volume",
        "price",
        "ticker",
        "symbol",
    };

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="importer">Reads what is not in the project's own form.</param>
    /// <param name="diagnostics">Takes errors, and what was assumed.</param>
    /// <returns>The history, or null after errors.</returns>
    public static PriceHistory? Read(byte[] bytes, string file, IPriceImporter importer, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(importer);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var (own, foreign) = (new DiagnosticBag(), new DiagnosticBag());
        var history = PriceHistoryReader.Read(bytes, file, own);

        // A vendor's table of one instrument begins with a date too: its open, high and volume are no instruments.
        if (history is null || history.Instruments.Count(vendors.Contains) >= Math.Min(2, history.Instruments.Count))
        {
            if (importer.Import(bytes, file, foreign) is { } imported)
                (history, own) = (imported, foreign);
            else if (history is not null)
                (history, own) = (null, foreign);
            else if (!own.Sorted().Any(IsAboutCells))
                own = foreign;
        }

        foreach (var finding in own.Sorted())
            diagnostics.Add(finding);
        return history;
    }

    /// <summary>Whether the header was the project's own, and rows below it were not.</summary>
    private static bool IsAboutCells(Diagnostic finding) => finding.Severity == Severity.Error && finding.Location.Line > 1;
}
