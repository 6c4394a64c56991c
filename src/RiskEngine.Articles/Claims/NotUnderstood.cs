using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>Finds sentences that say something of figures or names and of which nothing was taken.</summary>
internal static class NotUnderstood
{
    /// <summary>Those of an article, in its order.</summary>
    public static IReadOnlyList<Evidence> Of(ReadingContext context, IEnumerable<ArticleClaim> claims)
    {
        var used = claims.SelectMany(c => c.Context.Prepend(c.Evidence)).Select(e => e.Sentence).ToHashSet();
        used.UnionWith(context.Aside.Select(s => s.Evidence.Sentence));
        return
        [
            .. context
                .Sentences.Where(s => s.Role != SectionRole.Boilerplate && s.Sentence.Block.Kind != BlockKind.Heading)
                .Where(s => (s.Quantities.Count > 0 || s.Entities.Count > 0) && !used.Contains(s.Sentence.Number))
                .Select(context.EvidenceOf),
        ];
    }
}
