using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>Reads what an article says to observe: the items of lists under such headings.</summary>
internal static class IndicatorReader
{
    /// <summary>The indicators of all sentences.</summary>
    public static IEnumerable<IndicatorClaim> Read(ReadingContext context) =>
        context
            .Sentences.Where(s =>
                s.IsProse
                && s.Role == SectionRole.Indicators
                && s.Sentence.Block.Kind == BlockKind.ListItem
                && s.Sentence.Span.Start == s.Sentence.Block.Prose.Span.Start
            )
            .Select(s => new IndicatorClaim
            {
                Evidence = context.EvidenceOf(s),
                Context = s.Sentence.Block.Headings.Count > 0 ? [Evidence.Of(context.Article, s.Sentence.Block.Headings[^1])] : [],
                Name = NameOf(s.Text),
            });

    private static string NameOf(string text)
    {
        var end = text.IndexOfAny([':', '：', '—', '。', ';', '；']);
        return end is > 1 and < 60 ? text[..end].Trim() : text.TrimEnd('.', '。');
    }
}
