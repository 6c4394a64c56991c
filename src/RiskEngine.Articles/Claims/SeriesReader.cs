using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads tables of figures: a row, or a column where the years stand in rows, becomes a series.</summary>
internal static class SeriesReader
{
    /// <summary>The series of all tables.</summary>
    public static IEnumerable<SeriesClaim> Read(ReadingContext context)
    {
        foreach (var table in context.Article.Tables)
        {
            if (table.Rows.Count < 2 || table.Rows[0].Sentence.Block.IsBoilerplate)
                continue;
            var yearsInRows = table.Rows.Skip(1).Count(r => r.Cells.Count > 0 && YearOf(r.Cells[0]) is not null);
            var found = yearsInRows * 2 > table.Rows.Count - 1 ? ByColumn(table, context) : ByRow(table, context);
            foreach (var claim in found)
                yield return claim;
        }
    }

    /// <summary>The year that a heading names; null where it names none.</summary>
    public static DateExpression? YearOf(Prose heading)
    {
        var dates = DateScanner.Scan(heading, null);
        return dates.Count == 1 && dates[0].Length * 2 >= heading.Text.Length ? dates[0] : null;
    }

    private static IEnumerable<SeriesClaim> ByRow(ArticleTable table, ReadingContext context)
    {
        foreach (var row in table.Rows.Skip(1))
        {
            var points = new List<SeriesPoint>();
            for (var i = 1; i < Math.Min(row.Cells.Count, table.Head.Cells.Count); i++)
            {
                if (Figure(row.Cells[i], table.Head.Cells[i].Text, row.Cells[0].Text, table) is { } quantity)
                    points.Add(Point(table.Head.Cells[i], quantity));
            }

            if (points.Count > 0)
                yield return Claim(row.Cells[0].Text, row, table, points, context);
        }
    }

    private static IEnumerable<SeriesClaim> ByColumn(ArticleTable table, ReadingContext context)
    {
        for (var column = 1; column < table.Head.Cells.Count; column++)
        {
            var points = new List<SeriesPoint>();
            foreach (var row in table.Rows.Skip(1).Where(r => r.Cells.Count > column))
            {
                if (Figure(row.Cells[column], table.Head.Cells[column].Text, row.Cells[0].Text, table) is { } quantity)
                    points.Add(Point(row.Cells[0], quantity));
            }

            if (points.Count > 0)
            {
                yield return Claim(table.Head.Cells[column].Text, table.Head, table, points, context) with
                {
                    Context = [.. table.Rows.Skip(1).Select(r => Evidence.Of(context.Article, r.Sentence))],
                };
            }
        }
    }

    private static SeriesPoint Point(Prose heading, Quantity quantity)
    {
        var year = YearOf(heading);
        return new SeriesPoint(heading.Text, year?.Year, year?.IsEstimate ?? false, quantity);
    }

    private static SeriesClaim Claim(string name, TableRow row, ArticleTable table, List<SeriesPoint> points, ReadingContext context) =>
        new()
        {
            Evidence = Evidence.Of(context.Article, row.Sentence),
            Context = table.Caption is { } caption
                ? [Evidence.Of(context.Article, table.Head.Sentence), Evidence.Of(context.Article, caption)]
                : [Evidence.Of(context.Article, table.Head.Sentence)],
            Name = name,
            Caption = table.Caption?.Prose.Text ?? "",
            Points = points,
        };

    /// <summary>A cell that is one figure; a unit in the heading of its column, its row or the caption counts for it.</summary>
    private static Quantity? Figure(Prose cell, string heading, string rowName, ArticleTable table)
    {
        var found = QuantityScanner.Scan(cell);
        if (found.Count != 1 || found[0].Length * 2 < cell.Text.Count(c => c != ' '))
            return null;
        var quantity = found[0];
        if (quantity.Kind != QuantityKind.Number)
            return quantity;
        foreach (
            var text in new[]
            {
                heading,
                rowName,
                table.Head.Cells.Count > 0 ? table.Head.Cells[0].Text : "",
                table.Caption?.Prose.Text ?? "",
            }
        )
        {
            if (HeadingUnit.Of(text) is { } unit)
                return unit.Apply(quantity);
        }

        return quantity;
    }
}
