namespace RiskEngine.Importing.Tables;

/// <summary>
/// Gives a table columns for what its format reads out of texts: <c>Buy 5 @ 650.5</c> becomes an action, a quantity and a price. Where a
/// text says nothing of a role, the row's own column of that role counts.
/// </summary>
internal static class TextColumns
{
    /// <summary>The table with these columns behind its own; the table as it is where its format reads no texts.</summary>
    public static FoundTable Apply(FoundTable table)
    {
        if (table.Format is not { Text.Count: > 0 } format)
            return table;
        var roles = format.Text.SelectMany(rule => rule.Roles).Distinct(StringComparer.Ordinal).ToList();
        var width = table.Rows.Append(table.Header).Max(row => row.Cells.Count);
        var columns = table.Columns;
        for (var i = 0; i < roles.Count; i++)
            columns = columns.With(roles[i], width + i);
        return table with { Columns = columns, Rows = [.. table.Rows.Select(row => table.IsHeading(row) ? row : Extended(row))] };

        GridRow Extended(GridRow row)
        {
            var said = format
                .Text.SelectMany(rule => rule.Read(row[table.Columns.Find(rule.Column)].Text))
                .GroupBy(part => part.Key, part => part.Value, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            return row with
            {
                Cells =
                [
                    .. Enumerable.Range(0, width).Select(at => row[at]),
                    .. roles.Select(role => said.TryGetValue(role, out var text) ? new Cell(text) : row[table.Columns[role]]),
                ],
            };
        }
    }
}
