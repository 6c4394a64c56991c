using CsvHelper;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;

namespace RiskEngine.Importing.Securities;

/// <summary>
/// Reads a security list: a CSV file with a header of <see cref="SecurityColumns.All"/> in any order, of which <c>name</c> and one of
/// <c>id</c> and <c>symbols</c> must be there. Several aliases and symbols of one security are parted by <c>|</c>.
/// </summary>
/// <remarks>
/// What is left empty is derived where that is certain: the id from the first symbol; country and currency from the first symbol's
/// exchange; a CUSIP from an ISIN of the United States or Canada, a SEDOL from one of Great Britain or Ireland, a WKN from a German one.
/// </remarks>
public static class SecurityReader
{
    /// <summary>The most rows of one file.</summary>
    public const int MaxRows = 100_000;

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="diagnostics">Takes an error for each row that is left out and why.</param>
    /// <returns>The rows without errors, in the order of the file.</returns>
    public static IReadOnlyList<Security> Read(string text, string file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad =>
                diagnostics.Error(new SourceLocation(file, (int)bad.LineNumber, 1), "the row's quotes (\") do not pair up"),
        };
        using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), options);
        SecurityColumns? columns = null;
        var securities = new List<Security>();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            var cells = reader.Current.ToArray().Select(c => c.Trim()).ToArray();
            var location = new SourceLocation(file, (int)reader.LineNumber, 1);
            if (cells.All(c => c.Length == 0) || cells[0].StartsWith('#'))
                continue;
            if (columns is null)
            {
                columns = SecurityColumns.Of(cells, location, diagnostics);
                if (columns is null)
                    return [];
            }
            else if (securities.Count == MaxRows)
            {
                diagnostics.Error(location, $"expected at most {MaxRows} securities");
                break;
            }
            else if (
                new SecurityRow(cells, columns, location, diagnostics).Read() is { } security
                && IsNew(security, lines, location, diagnostics)
            )
            {
                securities.Add(security);
            }
        }

        if (columns is null)
            diagnostics.Error(new SourceLocation(file, 1, 1), "expected a header (id, name, symbols, sector, ...), found an empty file");
        return securities;
    }

    private static bool IsNew(Security security, Dictionary<string, int> lines, SourceLocation location, DiagnosticBag diagnostics)
    {
        var codes = new[] { security.Id, security.Isin, security.Cusip, security.Sedol, security.Wkn }
            .Concat(security.Symbols)
            .Where(c => c.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (codes.Find(lines.ContainsKey) is { } taken)
        {
            diagnostics.Error(location, $"the code '{taken}' stands in line {lines[taken]} already: every code names one security");
            return false;
        }

        foreach (var code in codes)
            lines[code] = location.Line;
        return true;
    }
}
