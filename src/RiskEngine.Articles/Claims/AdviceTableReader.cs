using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads tables of advice: a column of companies, one of ratings, perhaps one of horizons.</summary>
internal static class AdviceTableReader
{
    private static readonly Phrases ratingHeads = new([
        "评级",
        "投资评级",
        "建议",
        "操作",
        "动作",
        "rating",
        "action",
        "recommendation",
        "call",
        "view",
        "stance",
    ]);
    private static readonly Phrases horizonHeads = new(["期限", "周期", "持有期", "时间", "horizon", "time frame", "timeframe", "period"]);

    /// <summary>The advice of all tables.</summary>
    public static IEnumerable<AdviceClaim> Read(ReadingContext context, EntityScanner scanner)
    {
        foreach (var table in context.Article.Tables)
        {
            if (table.Rows.Count < 2 || table.Rows[0].Sentence.Block.IsBoilerplate)
                continue;
            if (Sections.Of(table.Rows[0].Sentence.Block) == SectionRole.Past)
                continue;
            foreach (var row in table.Rows.Skip(1))
            {
                foreach (var claim in Read(row, table, context, scanner))
                    yield return claim;
            }
        }
    }

    private static IEnumerable<AdviceClaim> Read(TableRow row, ArticleTable table, ReadingContext context, EntityScanner scanner)
    {
        var rating = Column(table, ratingHeads);
        var horizonColumn = Column(table, horizonHeads);
        var perHorizon = rating >= 0 ? [] : HorizonColumns(table);
        if (rating < 0 && perHorizon.Count == 0)
            yield break;
        var targets = row
            .Cells.Where((_, i) => i != rating && i != horizonColumn && !perHorizon.Exists(c => c.Column == i))
            .SelectMany(scanner.Scan)
            .DistinctBy(e => e.Id)
            .ToList();
        if (targets.Exists(t => t.Kind != EntityKind.Theme))
            targets.RemoveAll(t => t.Kind == EntityKind.Theme);
        if (targets.Count == 0)
            yield break;
        if (rating >= 0)
        {
            var (horizon, where) = HorizonOf(row, horizonColumn, context);
            if (Claim(row, table, context, rating, targets, horizon) is { } claim)
                yield return where is null ? claim : claim with { Context = [.. claim.Context, where] };
        }

        foreach (var (column, horizon) in perHorizon)
        {
            if (Claim(row, table, context, column, targets, horizon) is { } claim)
                yield return claim;
        }
    }

    /// <summary>The advice of one cell; null where the cell gives none.</summary>
    private static AdviceClaim? Claim(
        TableRow row,
        ArticleTable table,
        ReadingContext context,
        int column,
        IReadOnlyList<EntityMention> targets,
        HorizonExpression? horizon
    )
    {
        if (column >= row.Cells.Count || AdviceVerb.Of(RatingWords.Latest(row.Cells[column].Text)) is not { } verb)
            return null;
        return new AdviceClaim
        {
            Evidence = Evidence.Of(context.Article, row.Sentence),
            Context = [Evidence.Of(context.Article, table.Head.Sentence)],
            Phrase = verb.Phrase,
            Verb = verb.Verb,
            Direction = verb.Direction,
            Targets = targets,
            Horizon = horizon,
            Readings = AdviceReadings.Of(horizon, verb.Verb, null),
        };
    }

    /// <summary>Columns of advice whose headings are horizons: "Short term", "Long term".</summary>
    private static List<(int Column, HorizonExpression Horizon)> HorizonColumns(ArticleTable table)
    {
        var found = new List<(int, HorizonExpression)>();
        for (var i = 0; i < table.Head.Cells.Count; i++)
        {
            var column = i;
            var hasAdvice = table.Rows.Skip(1).Any(r => column < r.Cells.Count && AdviceVerb.Of(r.Cells[column].Text) is not null);
            if (hasAdvice && HorizonScanner.Find(table.Head.Cells[i]) is { } horizon)
                found.Add((i, horizon));
        }

        return found;
    }

    private static int Column(ArticleTable table, Phrases heads)
    {
        for (var i = 0; i < table.Head.Cells.Count; i++)
        {
            if (heads.First(table.Head.Cells[i].Text) is not null)
                return i;
        }

        return -1;
    }

    private static (HorizonExpression? Horizon, Evidence? Where) HorizonOf(TableRow row, int column, ReadingContext context)
    {
        if (column >= 0 && column < row.Cells.Count && HorizonScanner.Find(row.Cells[column]) is { } own)
            return (own, null);
        foreach (var heading in row.Sentence.Block.Headings.Reverse().Where(h => h.Level > 1))
        {
            if (HorizonScanner.Find(heading.Prose) is { } above)
                return (above, Evidence.Of(context.Article, heading));
        }

        return context.GeneralHorizon is { } general ? (general.Horizon, general.Evidence) : (null, null);
    }
}
