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
            var rating = Column(table, ratingHeads);
            if (rating < 0 || Sections.Of(table.Rows[0].Sentence.Block) == SectionRole.Past)
                continue;
            var horizonColumn = Column(table, horizonHeads);
            foreach (var row in table.Rows.Skip(1).Where(r => r.Cells.Count > rating))
            {
                if (AdviceVerb.Of(RatingWords.Latest(row.Cells[rating].Text)) is not { } verb)
                    continue;
                var targets = row
                    .Cells.Where((_, i) => i != rating && i != horizonColumn)
                    .SelectMany(scanner.Scan)
                    .DistinctBy(e => e.Id)
                    .ToList();
                if (targets.Exists(t => t.Kind != EntityKind.Theme))
                    targets.RemoveAll(t => t.Kind == EntityKind.Theme);
                if (targets.Count == 0)
                    continue;
                var (horizon, where) = HorizonOf(row, horizonColumn, context);
                yield return new AdviceClaim
                {
                    Evidence = Evidence.Of(context.Article, row.Sentence),
                    Context = where is null
                        ? [Evidence.Of(context.Article, table.Head.Sentence)]
                        : [Evidence.Of(context.Article, table.Head.Sentence), where],
                    Phrase = verb.Phrase,
                    Verb = verb.Verb,
                    Direction = verb.Direction,
                    Targets = targets,
                    Horizon = horizon,
                    Readings = AdviceReadings.Of(horizon, verb.Verb, null),
                };
            }
        }
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
