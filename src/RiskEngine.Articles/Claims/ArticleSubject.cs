using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>The company that a whole article is about, as a note on one company names it in its title.</summary>
/// <param name="Company">The company, where the title names it.</param>
/// <param name="Evidence">The title.</param>
internal sealed record ArticleSubject(EntityMention Company, Evidence Evidence)
{
    private static readonly Phrases targets = new(["目标价", "目标价格", "price target", "target price"]);

    /// <summary>The horizon of its price target, which is that of its rating; null where the article gives none.</summary>
    public HorizonExpression? Horizon { get; private init; }

    /// <summary>The sentence that gives the horizon.</summary>
    public Evidence? HorizonEvidence { get; private init; }

    private const int FirstLines = 6;
    private const int LongestLine = 24;

    /// <summary>The subject; null where the title names no company, or several.</summary>
    public static ArticleSubject? Of(ArticleText article, IReadOnlyList<SentenceReading> sentences)
    {
        if (sentences.Count == 0 || sentences[0].Role == SectionRole.Boilerplate)
            return null;
        // A note's second line may name its company alone: "高能环境(603588)".
        var title = sentences.Take(FirstLines).FirstOrDefault(s => (s == sentences[0] || IsLineOfItsOwn(s)) && Companies(s).Count == 1);
        if (title is null || (title != sentences[0] && Companies(sentences[0]).Count > 0))
            return null;
        var company = Companies(title)[0];
        foreach (var sentence in sentences.Where(s => targets.First(s.Text) is not null))
        {
            if (HorizonScanner.Find(sentence.Sentence.Prose) is { } horizon)
            {
                return new ArticleSubject(company, Evidence.Of(article, title.Sentence))
                {
                    Horizon = horizon,
                    HorizonEvidence = Evidence.Of(article, sentence.Sentence),
                };
            }
        }

        return new ArticleSubject(company, Evidence.Of(article, title.Sentence));
    }

    private static bool IsLineOfItsOwn(SentenceReading sentence) =>
        sentence.Text.Length <= LongestLine
        && sentence.Text[^1] == ')'
        && sentence.Sentence.Block.Prose.Text.Length == sentence.Text.Length;

    private static List<EntityMention> Companies(SentenceReading sentence) =>
        [
            .. sentence
                .Entities.Where(e =>
                    e.Kind is EntityKind.Security or EntityKind.UnknownSymbol or EntityKind.UnknownName && !Speaker.IsFirm(sentence.Text, e)
                )
                .DistinctBy(e => e.Id),
        ];
}
