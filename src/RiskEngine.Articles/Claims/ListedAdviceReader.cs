using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;

namespace RiskEngine.Articles.Claims;

/// <summary>
/// Reads advice that stands in a heading or in the words before a list, and is meant for each of what follows: "Two stocks to sell:",
/// "Her Buy-rated picks:", and headings that are advice themselves: "Selling Alder Bank", "Halden Grid downgraded to Hold".
/// </summary>
internal static partial class ListedAdviceReader
{
    /// <summary>Companies stand at the beginning of an item; further in, it speaks of others.</summary>
    private const int ItemStart = 24;

    /// <summary>Such advice, without what the sentences themselves say already.</summary>
    /// <param name="context">The article.</param>
    /// <param name="found">The advice of its sentences.</param>
    public static IEnumerable<AdviceClaim> Read(ReadingContext context, IReadOnlyList<AdviceClaim> found)
    {
        var said = found.SelectMany(c => c.Targets.Select(t => (t.Id, c.Direction))).ToHashSet();
        var announcement = default((SentenceReading Sentence, AdviceVerb Verb, string Phrase)?);
        foreach (var sentence in context.Sentences.Where(s => s.Role is not (SectionRole.Boilerplate or SectionRole.Past)))
        {
            var block = sentence.Sentence.Block;
            if (announcement is { } above && !IsUnder(block, above.Sentence))
                announcement = null;
            if (announcement is { } open && TargetsOf(sentence, open.Sentence) is { Count: > 0 } targets)
            {
                var claim = Claim(context, sentence, open.Sentence, open.Verb, open.Phrase, targets, said);
                if (claim is not null)
                    yield return claim;
            }

            if (Announces(sentence) is { } next)
            {
                announcement = (sentence, next.Verb, next.Phrase);
            }
            else if (block.Kind == BlockKind.Heading && OwnAdvice(sentence) is { } own)
            {
                var claim = Claim(context, sentence, sentence, own.Verb, own.Phrase, own.Targets, said);
                if (claim is not null)
                    yield return claim;
            }
        }
    }

    /// <summary>What a heading, or a sentence that ends in a colon, says of all that follows it.</summary>
    private static (AdviceVerb Verb, string Phrase)? Announces(SentenceReading sentence)
    {
        var text = sentence.Text;
        var isHeading = sentence.Sentence.Block.Kind == BlockKind.Heading;
        var endsBlock = sentence.Sentence.Span.End == sentence.Sentence.Block.Prose.Span.End;
        if ((!isHeading && !(endsBlock && text[^1] is ':' or '：')) || text[^1] is '?' or '？' || text.Length > 160)
            return null;
        if (Announcement().Match(text) is not { Success: true } match || Cues.IsNegated(text, match.Index, text.Any(Characters.IsChinese)))
            return null;
        var verb =
            match.Groups["sell"].Success ? AdviceVerb.Of("sell")
            : match.Groups["watch"].Success ? AdviceVerb.Of("watch")
            : AdviceVerb.Of("buy");
        return (verb!, match.Value.Trim());
    }

    /// <summary>Whether a block stands under the heading, or in the list behind the sentence, that announces advice.</summary>
    private static bool IsUnder(Block block, SentenceReading announcement)
    {
        var opening = announcement.Sentence.Block;
        return opening.Kind == BlockKind.Heading
            ? block.Headings.Contains(opening, ReferenceEqualityComparer.Instance)
            : block.Kind == BlockKind.ListItem;
    }

    /// <summary>The company of a heading below, or the first of an item.</summary>
    private static List<EntityMention> TargetsOf(SentenceReading sentence, SentenceReading announcement)
    {
        var block = sentence.Sentence.Block;
        var companies = Companies(sentence);
        if (block.Kind == BlockKind.Heading)
            return companies.Count == 1 ? companies : [];
        var isFirst = sentence.Sentence.Prose.Span.Start == block.Prose.Span.Start;
        var isDirect =
            announcement.Sentence.Block.Kind != BlockKind.Heading || ReferenceEquals(block.Headings[^1], announcement.Sentence.Block);
        return block.Kind == BlockKind.ListItem && isFirst && isDirect && companies is [{ Start: < ItemStart } first, ..] ? [first] : [];
    }

    /// <summary>Advice that a heading itself gives to companies it names.</summary>
    private static (AdviceVerb Verb, string Phrase, IReadOnlyList<EntityMention> Targets)? OwnAdvice(SentenceReading heading)
    {
        var text = heading.Text;
        var companies = Companies(heading);
        if (companies.Count == 0 || text[^1] is '?' or '？')
            return null;
        if (Gerund().Match(text) is { Success: true } gerund)
        {
            var name = gerund.Groups["verb"].Value;
            return AdviceVerb.Of(name) is { } trade ? (trade, name, companies) : null;
        }

        foreach (var (verb, start) in AdviceVerb.In(text))
        {
            var length = verb.Phrase.Length;
            if (!RatingWords.Near(text, start, length) || RatingWords.IsFormer(text, start, length))
                continue;
            if (Cues.Against(text, start, text.Any(Characters.IsChinese), isRating: true) is not null)
                continue;
            return companies.Count == 1 ? (verb, text.Substring(start, length), companies) : null;
        }

        return null;
    }

    private static AdviceClaim? Claim(
        ReadingContext context,
        SentenceReading sentence,
        SentenceReading announcement,
        AdviceVerb verb,
        string phrase,
        IReadOnlyList<EntityMention> targets,
        HashSet<(string Id, AdviceDirection Direction)> said
    )
    {
        var fresh = targets.Where(t => said.Add((t.Id, verb.Direction))).ToList();
        if (fresh.Count == 0)
            return null;
        return new AdviceClaim
        {
            Evidence = context.EvidenceOf(sentence),
            Context = ReferenceEquals(sentence, announcement) ? [] : [context.EvidenceOf(announcement)],
            Phrase = phrase,
            Verb = verb.Verb,
            Direction = verb.Direction,
            Targets = fresh,
            Readings = AdviceReadings.Of(null, verb.Verb, null),
        };
    }

    private static List<EntityMention> Companies(SentenceReading sentence) =>
        [
            .. sentence
                .Entities.Where(e => e.Kind is not (EntityKind.Theme or EntityKind.Product) && !Speaker.IsFirm(sentence.Text, e))
                .DistinctBy(e => e.Id),
        ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Things = @"(stocks?|shares|names|companies|ETFs?|funds?|REITs?|picks)";

    [GeneratedRegex(
        "(?<sell>\\b"
            + Things
            + @"\s(to\s(sell|avoid|dump|short|steer\sclear\sof)|(we|I)\s(sold|trimmed|would\savoid))\b|\bsell-rated\b|\b(my"
            + @"|our)\s(sells|sales)\b"
            + "|(建议)?(规避|回避|卖出|减持)(名单|标的|个股))"
            + "|(?<watch>\\b"
            + Things
            + @"\s(to\swatch|on\s(my|our)\swatch\s?list)\b)"
            + "|(?<buy>\\b"
            + Things
            + @"\s(to\s(buy|own|consider\sbuying)|worth\s(buying|owning)|(we|I)\s(like|love|own|bought|would\sbuy|am\sbuying)"
            + @"|I'm\sbuying|we're\sbuying)\b"
            + @"|\b(top|best|favou?rite)\s(\w+\s)?(picks?|ideas|buys)\b|\bbuy-rated\b|\b(my|our)\s(buys|purchases)\b"
            + "|金股|首选股|首选标的|推荐标的|推荐个股|推荐组合|关注标的|关注个股|买入名单|建议关注|重点关注|重点推荐)",
        Options,
        20_000
    )]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^([0-9]{1,2}[.)]\s)?(?<verb>buying|selling|adding\sto|trimming|reducing)\s", Options, 20_000)]
    private static partial Regex Gerund();
}
