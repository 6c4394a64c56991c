using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Csv;
using RiskEngine.Loading.Files;

namespace RiskEngine.Loading.Drafts;

/// <summary>
/// Reads holdings that no scenario knows yet: a table with the columns <c>instrument</c> (or <c>symbol</c>, <c>ticker</c>, <c>isin</c>),
/// <c>quantity</c> (or <c>shares</c>) and <c>currency</c>, and if there <c>price</c>, <c>name</c> and <c>date</c>.
/// </summary>
public static class HoldingsTable
{
    private static readonly string[] needed = ["instrument", "quantity", "currency"];

    private static readonly Dictionary<string, string> columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["instrument"] = "instrument",
        ["symbol"] = "instrument",
        ["ticker"] = "instrument",
        ["isin"] = "instrument",
        ["quantity"] = "quantity",
        ["shares"] = "quantity",
        ["price"] = "price",
        ["currency"] = "currency",
        ["name"] = "name",
        ["date"] = "date",
    };

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="diagnostics">Takes errors and notices.</param>
    /// <param name="asOf">The one date of all rows; null where the file has no such column.</param>
    /// <returns>The holdings in the order of the file; of no use after errors.</returns>
    public static IReadOnlyList<DraftHolding> Read(ReadOnlySpan<byte> bytes, string file, DiagnosticBag diagnostics, out DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        asOf = null;
        if (InputText.Decode(bytes, file, diagnostics) is not { } text)
            return [];
        var rows = CsvTable.Read(text, file, diagnostics, out _);
        if (rows.Count == 0)
        {
            diagnostics.Error(
                new SourceLocation(file),
                "the file is empty: expected a header (instrument, quantity, price, currency) and holdings"
            );
            return [];
        }

        var at = Places(rows[0], diagnostics);
        if (diagnostics.HasErrors)
            return [];
        var holdings = new List<DraftHolding>();
        var dates = new HashSet<DateOnly>();
        foreach (var row in rows.Skip(1))
        {
            if (row.Count != rows[0].Count)
                diagnostics.Error(row[0].Location, $"expected {rows[0].Count} cells as in the header, found {row.Count}");
            else if (Holding(row, at, diagnostics) is { } holding)
                holdings.Add(holding);
            if (at.TryGetValue("date", out var d) && d < row.Count)
                dates.Add(
                    DateOnly.TryParseExact(row[d].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                        ? date
                        : default
                );
        }

        if (holdings.Count == 0 && !diagnostics.HasErrors)
            diagnostics.Error(new SourceLocation(file), "expected at least one holding below the header, found none");
        if (dates.Count == 1 && dates.First() != default)
            asOf = dates.First();
        return holdings;
    }

    private static Dictionary<string, int> Places(IReadOnlyList<CsvCell> header, DiagnosticBag diagnostics)
    {
        var at = new Dictionary<string, int>();
        for (var i = 0; i < header.Count; i++)
        {
            if (!columns.TryGetValue(header[i].Text, out var column))
                diagnostics.Notice(header[i].Location, $"the column '{header[i].Text}' is not used");
            else if (!at.TryAdd(column, i))
                diagnostics.Error(header[i].Location, $"a second column for '{column}': '{header[i].Text}'");
        }

        foreach (var column in needed.Where(c => !at.ContainsKey(c)))
            diagnostics.Error(header[0].Location, $"the column '{column}' is missing: expected instrument, quantity, price, currency");
        return at;
    }

    private static DraftHolding? Holding(IReadOnlyList<CsvCell> row, Dictionary<string, int> at, DiagnosticBag diagnostics)
    {
        var code = row[at["instrument"]];
        var currency = row[at["currency"]];
        var quantity = Number(row[at["quantity"]], "quantity", diagnostics);
        var hasPrice = at.TryGetValue("price", out var p) && row[p].Text.Length > 0;
        var price = hasPrice ? Number(row[p], "price", diagnostics) : null;
        if (code.Text.Length is 0 or > 100)
            diagnostics.Error(code.Location, "instrument: expected a symbol, code or name of up to 100 characters");
        else if (currency.Text.Length != 3 || !currency.Text.All(char.IsAsciiLetter))
            diagnostics.Error(currency.Location, $"currency: expected three letters, found '{currency.Text}'");
        else if (quantity is { } q && (price is not null || !hasPrice))
            return new DraftHolding(code.Text, q, price, currency.Text.ToUpperInvariant(), NameOf(row, at), row[0].Location);
        return null;
    }

    private static string NameOf(IReadOnlyList<CsvCell> row, Dictionary<string, int> at) =>
        at.TryGetValue("name", out var n) ? row[n].Text : "";

    private static double? Number(CsvCell cell, string what, DiagnosticBag diagnostics)
    {
        var number = CsvNumber.Parse(cell.Text);
        var problem = number.Problem;
        if (problem is null && number.Value == 0)
            problem = $"'{cell.Text}': leave rows of nothing out";
        else if (problem is null && number.Value < 0)
            problem = $"'{cell.Text}'; short positions are not supported";
        if (problem is null)
            return number.Value;
        diagnostics.Error(cell.Location, $"{what}: expected a number above 0, found {problem}");
        return null;
    }
}
