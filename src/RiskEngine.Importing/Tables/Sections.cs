namespace RiskEngine.Importing.Tables;

/// <summary>
/// Parts a statement whose lines begin with the name of their section and with <c>Header</c> or <c>Data</c> into one table a section; in
/// Flex files <c>HEADER</c> or <c>DATA</c> comes first.
/// </summary>
internal static class Sections
{
    private static readonly HashSet<string> kinds = new(StringComparer.Ordinal) { "Header", "Data", "Total", "SubTotal", "Notes" };

    private static readonly HashSet<string> flex = new(StringComparer.Ordinal) { "HEADER", "DATA", "BOS", "EOS" };

    private static readonly HashSet<string> flexEnds = new(StringComparer.Ordinal) { "BOF", "BOA", "EOA", "EOF" };

    /// <summary>The tables of a grid: its sections where it has some, else itself.</summary>
    public static IEnumerable<Grid> Of(Grid grid)
    {
        var marked = grid.Rows.Count(IsMarked);
        if (marked < 3 || marked * 10 < grid.Rows.Count * 8)
            return [grid];
        var parts = new List<Grid>();
        foreach (var part in grid.Rows.GroupBy(SectionOf))
            parts.Add(grid with { Name = part.Key, Rows = [.. part], BlankRows = parts.Count == 0 ? grid.BlankRows : 0 });
        return parts;
    }

    private static bool IsMarked(GridRow row) => SectionOf(row).Length > 0;

    private static string SectionOf(GridRow row) =>
        flex.Contains(row[0].Text) ? row[1].Text
        : flexEnds.Contains(row[0].Text) ? row[0].Text
        : kinds.Contains(row[1].Text) ? row[0].Text
        : "";
}
