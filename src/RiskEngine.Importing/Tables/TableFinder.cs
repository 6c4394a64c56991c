using RiskEngine.Importing.Formats;

namespace RiskEngine.Importing.Tables;

/// <summary>
/// Finds the tables in a grid: rows that hold the headings of a format, or headings that say by themselves what the table is.
/// </summary>
/// <param name="formats">The formats that are known.</param>
/// <param name="hasCloses">Whether prices come from elsewhere, so that a table need not have them.</param>
internal sealed class TableFinder(FormatCatalogue formats, bool hasCloses = false)
{
    /// <summary>The tables in the order of the file, and the rows that stand before the first one.</summary>
    public (IReadOnlyList<FoundTable> Tables, IReadOnlyList<GridRow> Preamble) Find(Grid grid)
    {
        var (tables, preamble, rows) = (new List<FoundTable>(), new List<GridRow>(), new List<GridRow>());
        foreach (var row in grid.Rows)
        {
            if (tables.Count > 0 && tables[^1].IsHeading(row))
            {
                rows.Add(row);
            }
            else if (Recognise(grid, row) is { } table)
            {
                rows = [];
                tables.Add(table with { Rows = rows });
            }
            else
            {
                (tables.Count > 0 ? rows : preamble).Add(row);
            }
        }

        return ([.. tables.Select(new ActionColumn(formats.Vocabulary).Apply).Select(TextColumns.Apply)], preamble);
    }

    /// <summary>The headings of the row that comes nearest to a table, and what it lacks; for a message.</summary>
    public (IReadOnlyList<string> Headings, IReadOnlyList<string> Missing)? Nearest(Grid grid)
    {
        var best = grid
            .Rows.Take(200)
            .Where(MayBeHeader)
            .Select(row => ColumnMap.Of(row, null, formats.Vocabulary))
            .MaxBy(map => Role.All.Count(map.Has));
        if (best is null)
            return null;
        var missing = new List<string>();
        if (!Role.Identities.Any(best.Has))
            missing.Add("a symbol, an ISIN or a name");
        if (!best.Has(Role.Quantity))
            missing.Add("a quantity");
        if (!HasPrices(best))
            missing.Add("a price or a value");
        return ([.. best.Headings], missing);
    }

    private FoundTable? Recognise(Grid grid, GridRow row)
    {
        if (!MayBeHeader(row))
            return null;
        var forms = row.Cells.SelectMany(c => Heading.Forms(c.Text)).Select(f => f.Form).ToHashSet(StringComparer.Ordinal);
        var format = formats
            .All.Where(f => (f.List.Length == 0 || f.List == grid.Name) && f.Fits(forms))
            .MaxBy(f => (f.IsOwn, f.Recognise.Count));
        var columns = ColumnMap.Of(row, format, formats.Vocabulary);
        return (format?.Kind ?? KindOf(columns)) is { } kind ? new FoundTable(grid, row, format, kind, columns, []) : null;
    }

    private FormatKind? KindOf(ColumnMap columns)
    {
        if (!Role.Identities.Any(columns.Has) || !columns.Has(Role.Quantity))
            return null;
        if (columns.Has(Role.Date) && (columns.Has(Role.Action) || columns.Headings.Any(formats.Vocabulary.IsTrade)))
            return FormatKind.Transactions;
        return HasPrices(columns) ? FormatKind.Positions : null;
    }

    private bool HasPrices(ColumnMap columns) =>
        hasCloses || columns.Has(Role.Price) || columns.Has(Role.Value) || columns.Has(Role.BaseValue);

    /// <summary>Headings are words: a row with a figure or a sum in it is none.</summary>
    private static bool MayBeHeader(GridRow row)
    {
        var texts = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.IsNumber)
                return false;
            if (cell.IsEmpty)
                continue;
            if (
                char.IsAsciiDigit(cell.Text[0])
                || (cell.Text.Length > 1 && cell.Text[0] is '$' or '+' or '-' && char.IsAsciiDigit(cell.Text[1]))
            )
            {
                return false;
            }

            texts++;
        }

        return texts >= 2;
    }
}
