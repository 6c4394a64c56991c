using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;

namespace RiskEngine.Articles.Claims;

/// <summary>
/// What "the stock", 该股 or a rating without a name refers to: the company that the paragraph, its heading or the title is about.
/// </summary>
internal sealed partial class Antecedents(ArticleText article, IReadOnlyList<SentenceReading> sentences, ArticleSubject? subject)
{
    private readonly Dictionary<Block, List<SentenceReading>> byBlock = ByBlock(sentences);

    /// <summary>The company that a sentence goes on about, with the words that name it; null where none is named before.</summary>
    public Antecedent? Of(SentenceReading sentence)
    {
        var before = byBlock[sentence.Sentence.Block].TakeWhile(s => s.Sentence.Number < sentence.Sentence.Number).ToList();
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var companies = Companies(before[i]);
            if (companies.Count == 1)
                return new Antecedent(companies[0], Evidence.Of(article, before[i].Sentence), null);
            if (companies.Count > 1)
                return null;
        }

        for (var i = sentence.Sentence.Block.Headings.Count - 1; i >= 0; i--)
        {
            var heading = sentence.Sentence.Block.Headings[i];
            if (heading.Level > 1 && byBlock[heading].SelectMany(Companies).DistinctBy(e => e.Id).ToList() is [var only])
                return new Antecedent(only, Evidence.Of(article, heading), null);
        }

        return subject is null ? null : new Antecedent(subject.Company, subject.Evidence, subject);
    }

    /// <summary>Whether a sentence speaks of something by a pronoun or by what kind of thing it is, near a place.</summary>
    public static bool IsPronoun(string text, int start, int length) =>
        After().IsMatch(text[(start + length)..]) || Before().IsMatch(text[..start]);

    private static Dictionary<Block, List<SentenceReading>> ByBlock(IReadOnlyList<SentenceReading> sentences)
    {
        var blocks = new Dictionary<Block, List<SentenceReading>>(ReferenceEqualityComparer.Instance);
        foreach (var sentence in sentences)
        {
            if (!blocks.TryGetValue(sentence.Sentence.Block, out var own))
                blocks[sentence.Sentence.Block] = own = [];
            own.Add(sentence);
        }

        return blocks;
    }

    private static List<EntityMention> Companies(SentenceReading sentence) =>
        [
            .. sentence
                .Entities.Where(e => e.Kind is not (EntityKind.Theme or EntityKind.Product))
                .Where(e => sentence.IsProse ? !Speaker.IsListed(sentence.Text, e) : !Speaker.IsFirm(sentence.Text, e))
                .DistinctBy(e => e.Id),
        ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^\s?((the|this)\s(stock|shares|name|company)|its\s(stock|shares)|shares)\b|^(该股|该公司|公司股票|个股)",
        Options,
        20_000
    )]
    private static partial Regex After();

    [GeneratedRegex(
        @"\b((the|this)\s(stock|shares|name|company)|its\s(stock|shares))\b[^,.;]{0,30}$|(该股|该公司|公司)[^，。；]{0,12}$",
        Options,
        20_000
    )]
    private static partial Regex Before();
}

/// <summary>A company that was named before.</summary>
/// <param name="Company">The company where it was named.</param>
/// <param name="Evidence">The words that name it.</param>
/// <param name="Subject">The article's subject, where it is that.</param>
internal sealed record Antecedent(EntityMention Company, Evidence Evidence, ArticleSubject? Subject);
