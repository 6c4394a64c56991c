using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>What readers of claims share: the article, its sentences as read, and what was set aside.</summary>
internal sealed partial class ReadingContext(ArticleText article, IReadOnlyList<SentenceReading> sentences, DateOnly? published)
{
    private readonly List<SetAside> setAside = [];
    private readonly HashSet<int> putAside = [];
    private Antecedents? antecedents;

    /// <summary>The article.</summary>
    public ArticleText Article => article;

    /// <summary>The day it was published, or that its relative dates count from; null where none is known.</summary>
    public DateOnly? Published => published;

    /// <summary>All its sentences.</summary>
    public IReadOnlyList<SentenceReading> Sentences => sentences;

    /// <summary>Sentences that sound like claims and are none.</summary>
    public IReadOnlyList<SetAside> Aside => setAside;

    /// <summary>
    /// The horizon that the article gives for all its advice ("our ratings look 12 months ahead"); null where it gives none.
    /// </summary>
    public (HorizonExpression Horizon, Evidence Evidence)? GeneralHorizon { get; } = FindGeneral(article, sentences);

    /// <summary>The one company that the article's title names; null where it names none or several.</summary>
    public ArticleSubject? Subject { get; } = ArticleSubject.Of(article, sentences);

    /// <summary>What pronouns and ratings without a name refer to.</summary>
    public Antecedents Antecedents => antecedents ??= new Antecedents(article, sentences, Subject);

    /// <summary>Sets a sentence aside, once for each reason.</summary>
    public void Put(SentenceReading sentence, string reason)
    {
        if (putAside.Add(sentence.Sentence.Number))
            setAside.Add(new SetAside(EvidenceOf(sentence), reason));
    }

    /// <summary>The evidence of a sentence.</summary>
    public Evidence EvidenceOf(SentenceReading sentence) => Evidence.Of(article, sentence.Sentence);

    /// <summary>The words that introduce the list of an item and end in a colon: "For the long term:"; null where there are none.</summary>
    public SentenceReading? IntroductionOf(SentenceReading item)
    {
        if (item.Sentence.Block.Kind != BlockKind.ListItem)
            return null;
        var at = item.Sentence.Number - 2;
        while (at >= 0 && sentences[at].Sentence.Block.Kind == BlockKind.ListItem)
            at--;
        return
            at >= 0
            && sentences[at] is var before
            && before is { Sentence.Block.Kind: BlockKind.Paragraph or BlockKind.Heading }
            && before.Text[^1] is ':' or '：'
            ? before
            : null;
    }

    private static (HorizonExpression, Evidence)? FindGeneral(ArticleText article, IReadOnlyList<SentenceReading> sentences)
    {
        foreach (var sentence in sentences)
        {
            var text = sentence.Text;
            var speaksOfAll =
                (text.Contains("ratings", StringComparison.OrdinalIgnoreCase) && text.Contains("month", StringComparison.OrdinalIgnoreCase))
                || text.Contains("horizon", StringComparison.OrdinalIgnoreCase)
                || RatingPeriod().IsMatch(text)
                || text.Contains("持有期", StringComparison.Ordinal)
                || text.Contains("投资期限", StringComparison.Ordinal);
            if (speaksOfAll && HorizonScanner.Find(sentence.Sentence.Prose) is { } horizon)
                return (horizon, Evidence.Of(article, sentence.Sentence));
        }

        return null;
    }

    /// <summary>评级指未来12个月: months that are the ratings', and not any months in a sentence with a rating.</summary>
    [GeneratedRegex("评级[^，。；]{0,20}个月", RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex RatingPeriod();
}
