using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Files;

namespace RiskEngine.Loading.Scoring;

/// <summary>What the tables about outcomes have in common: fixed columns, and cells that are true or false.</summary>
internal static class ScoringTable
{
    /// <summary>The rows below the header, all as wide as it; null after errors.</summary>
    public static IReadOnlyList<IReadOnlyList<CsvCell>>? Rows(byte[] bytes, string file, string[] columns, DiagnosticBag diagnostics)
    {
        if (InputText.Decode(bytes, file, diagnostics) is not { } text)
            return null;
        var rows = CsvTable.Read(text, file, diagnostics, out var isWhole);
        if (!isWhole)
            return null;
        var header = rows.Count == 0 ? [] : rows[0].Select(c => c.Text).ToArray();
        if (!header.SequenceEqual(columns, StringComparer.OrdinalIgnoreCase))
        {
            diagnostics.Error(
                new SourceLocation(file, 1, 1),
                $"expected the header {string.Join(',', columns)}, found {(header.Length == 0 ? "nothing" : string.Join(',', header))}"
            );
            return null;
        }

        foreach (var row in rows.Skip(1).Where(r => r.Count != columns.Length))
            diagnostics.Error(row[0].Location, $"expected {columns.Length} cells, found {row.Count}");
        return diagnostics.HasErrors ? null : [.. rows.Skip(1)];
    }

    /// <summary>Whether a cell says true; null after an error.</summary>
    public static bool? Truth(CsvCell cell, DiagnosticBag diagnostics)
    {
        switch (cell.Text.ToLowerInvariant())
        {
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            default:
                diagnostics.Error(cell.Location, $"outcome: expected true or false, found '{cell.Text}'");
                return null;
        }
    }
}
