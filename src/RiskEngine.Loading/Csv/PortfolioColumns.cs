using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Csv;

/// <summary>Where the columns of a portfolio file stand: named in any case, in any order; others are ignored with a notice.</summary>
/// <param name="Instrument">The index of the column with the instrument's id.</param>
/// <param name="Quantity">The index of the quantity.</param>
/// <param name="Price">The index of the price.</param>
/// <param name="Currency">The index of the currency.</param>
/// <param name="Name">The index of the name, or -1.</param>
internal sealed record PortfolioColumns(int Instrument, int Quantity, int Price, int Currency, int Name)
{
    private static readonly string[] needed = ["instrument", "quantity", "price", "currency"];

    /// <summary>The columns of a header, or null after an error for each one that is missing or stands twice.</summary>
    public static PortfolioColumns? Of(IReadOnlyList<CsvCell> header, DiagnosticBag diagnostics)
    {
        var at = new Dictionary<string, int>();
        var isWhole = true;
        var unknown = new List<CsvCell>();
        for (var i = 0; i < header.Count; i++)
        {
            var name = header[i].Text.ToLowerInvariant();
            if (name != "name" && !needed.Contains(name))
            {
                unknown.Add(header[i]);
            }
            else if (!at.TryAdd(name, i))
            {
                diagnostics.Error(header[i].Location, $"the column '{name}' stands twice");
                isWhole = false;
            }
        }

        foreach (var name in needed.Where(n => !at.ContainsKey(n)))
        {
            var near = Binding.NearName.Find(name, unknown.Select(u => u.Text));
            var misspelt = near is null ? "" : $" ('{near}' is near: rename it)";
            diagnostics.Error(
                header[0].Location,
                $"the column '{name}' is missing{misspelt}: expected {string.Join(", ", needed)}, found {Shown(header)}"
            );
            isWhole = false;
        }

        if (!isWhole)
            return null;
        foreach (var cell in unknown.Where(u => u.Text.Length > 0))
            diagnostics.Notice(cell.Location, $"the column '{cell.Text}' is not used");
        return new PortfolioColumns(at["instrument"], at["quantity"], at["price"], at["currency"], at.GetValueOrDefault("name", -1));
    }

    private static string Shown(IReadOnlyList<CsvCell> header) => string.Join(", ", header.Take(20).Select(c => $"'{c.Text}'"));
}
