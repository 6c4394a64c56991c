using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Loading.Files;

namespace RiskEngine.Loading.Csv;

/// <summary>What a portfolio file holds: the project's own table as text, or positions in the form of a broker.</summary>
/// <param name="Text">The text of the project's own table; empty for a broker's file.</param>
/// <param name="Foreign">The positions of a broker's file; null for the project's own.</param>
internal sealed record PortfolioSource(string Text, IReadOnlyList<ForeignPosition>? Foreign)
{
    private static readonly string[] own = ["quantity", "price", "currency"];

    /// <summary>Reads the bytes of a file; one without the project's own header goes to the importer, if there is one.</summary>
    /// <returns>What it holds, or null after errors.</returns>
    public static PortfolioSource? Read(byte[] bytes, string file, IPortfolioImporter? importer, DiagnosticBag diagnostics)
    {
        if (importer is null || IsOwn(bytes, file))
            return InputText.Decode(bytes, file, diagnostics) is { } text ? new PortfolioSource(text, null) : null;
        return importer.Import(bytes, file, diagnostics) is { } positions ? new PortfolioSource("", positions) : null;
    }

    /// <summary>A header with a misspelt column is still meant as one of ours.</summary>
    private static bool IsOwn(byte[] bytes, string file)
    {
        if (InputText.Decode(bytes, file, new DiagnosticBag()) is not { } text)
            return false;
        var rows = CsvTable.Read(text, file, new DiagnosticBag(), out _);
        if (rows.Count == 0)
            return true;
        var header = rows[0].Select(c => c.Text.ToLowerInvariant()).ToList();
        return header.Contains("instrument") && own.Count(header.Contains) >= 2;
    }
}
