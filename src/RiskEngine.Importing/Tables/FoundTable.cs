using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Formats;

namespace RiskEngine.Importing.Tables;

/// <summary>A table whose first row was recognised.</summary>
/// <param name="Grid">Where it stands.</param>
/// <param name="Header">Its first row.</param>
/// <param name="Format">The format that describes it; null where its headings were clear without.</param>
/// <param name="Kind">What its rows are.</param>
/// <param name="Columns">Which column is what.</param>
/// <param name="Rows">The rows below, up to the next table.</param>
internal sealed record FoundTable(
    Grid Grid,
    GridRow Header,
    Format? Format,
    FormatKind Kind,
    ColumnMap Columns,
    IReadOnlyList<GridRow> Rows
)
{
    /// <summary>The place of a row.</summary>
    public SourceLocation At(GridRow row) => Grid.At(row);

    /// <summary>The cell of a role; an empty one where there is no such column.</summary>
    public string Text(GridRow row, string role) => row[Columns[role]].Text;

    /// <summary>Whether a rule fits a row.</summary>
    public bool Fits(RowRule rule, GridRow row)
    {
        var cell = rule.Column.Length == 0 ? row.Cells.FirstOrDefault(c => !c.IsEmpty) : row[Columns.Find(rule.Column)];
        return rule.Fits(cell.Text ?? "");
    }

    /// <summary>Whether a row repeats the headings.</summary>
    public bool IsHeading(GridRow row)
    {
        for (var i = 0; i < Math.Max(row.Cells.Count, Header.Cells.Count); i++)
        {
            if (!string.Equals(row[i].Text, Header[i].Text, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
