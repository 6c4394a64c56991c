using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Securities;

/// <summary>Which columns of a security list stand where.</summary>
public sealed class SecurityColumns
{
    private readonly Dictionary<string, int> places;

    private SecurityColumns(Dictionary<string, int> places) => this.places = places;

    /// <summary>All columns that are known, in the order of the shipped files.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "id",
        "kind",
        "name",
        "chineseName",
        "aliases",
        "symbols",
        "isin",
        "cusip",
        "sedol",
        "wkn",
        "country",
        "currency",
        "sector",
        "size",
        "listed",
    ];

    /// <summary>How many cells a row has.</summary>
    public int Count { get; private init; }

    internal static SecurityColumns? Of(string[] header, SourceLocation location, DiagnosticBag diagnostics)
    {
        var found = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var errors = 0;
        for (var i = 0; i < header.Length; i++)
        {
            if (!All.Contains(header[i], StringComparer.OrdinalIgnoreCase))
            {
                diagnostics.Error(location, $"expected columns of {string.Join(", ", All)}, found '{header[i]}'");
                errors++;
            }
            else if (!found.TryAdd(header[i], i))
            {
                diagnostics.Error(location, $"the column '{header[i]}' stands twice");
                errors++;
            }
        }

        if (!found.ContainsKey("name") || !(found.ContainsKey("id") || found.ContainsKey("symbols")))
        {
            diagnostics.Error(location, "expected the column 'name' and one of 'id' and 'symbols'");
            errors++;
        }

        return errors > 0 ? null : new SecurityColumns(found) { Count = header.Length };
    }

    internal string Cell(string[] row, string column) => places.TryGetValue(column, out var i) && i < row.Length ? row[i] : "";
}
