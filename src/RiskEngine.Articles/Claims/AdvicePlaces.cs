using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Entities;

namespace RiskEngine.Articles.Claims;

/// <summary>Decides whether a word of advice stands where it is advice.</summary>
internal static partial class AdvicePlaces
{
    private static readonly string[] nounHeads = ["the", "a", "an", "of", "this", "that", "its", "their", "his", "her", "no"];
    private static readonly string[] joins =
    [
        "and",
        "then",
        "or",
        "but",
        "并",
        "同时",
        "且",
        "或",
        "再",
        "转而",
        "逐步",
        "继续",
        "适当",
        "可",
        "积极",
        "适度",
        "重点",
        "坚决",
        "可以",
        "则",
    ];

    /// <summary>Where a word of advice stands.</summary>
    /// <param name="Sentence">The sentence.</param>
    /// <param name="Verb">The word of advice.</param>
    /// <param name="Start">Where it stands.</param>
    /// <param name="Opening">How many characters say the horizon before anything else.</param>
    public readonly record struct Place(SentenceReading Sentence, AdviceVerb Verb, int Start, int Opening);

    /// <summary>Whether it does; those of the sentence that were accepted before make way for more.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="hasSpeaker">Whether a named person speaks.</param>
    /// <param name="hasSubject">Whether a company was named before that a pronoun or a bare rating can refer to.</param>
    /// <param name="hasFirm">Whether a bank or broker speaks.</param>
    /// <param name="accepted">What was accepted before.</param>
    public static bool Counts(
        Place place,
        bool hasSpeaker,
        bool hasSubject,
        bool hasFirm,
        IReadOnlyList<(AdviceVerb Verb, int Start)> accepted
    )
    {
        var (sentence, verb, start, opening) = place;
        var text = sentence.Text;
        var chinese = Characters.IsChinese(verb.Phrase[0]);
        if (RatingWords.IsFormer(text, start, verb.Phrase.Length))
            return false;
        if (RatingWords.Near(text, start, verb.Phrase.Length))
            return sentence.Entities.Count > 0 || hasSubject;
        if (verb.Place == AdvicePlace.Rating || (!chinese && !verb.Phrase.Contains(' ', StringComparison.Ordinal) && IsNoun(text, start)))
            return false;
        if (verb.Place == AdvicePlace.Always || (verb.Place == AdvicePlace.View && hasFirm))
            return sentence.Entities.Count > 0 || IsBack(text, verb, start, hasSubject);
        if (verb.Place == AdvicePlace.Trade)
            return OwnTrade().IsMatch(text[..start]) && (sentence.Entities.Count > 0 || IsBack(text, verb, start, hasSubject));
        if (chinese && IsListOfCompanies(sentence, verb, start, accepted.Count > 0))
            return true;
        var isFirst = IsFirst(sentence, start, opening);
        var isAdviceSection = sentence.Role == SectionRole.Advice;
        if (isFirst && (isAdviceSection || (IsPlain(verb) && sentence.Entities.Count > 0 && HasTargetAfter(sentence, start))))
            return true;
        if (accepted.Count > 0 && IsJoined(text, start, accepted[^1].Start))
            return true;
        if (hasSpeaker || (IsPlain(verb) && sentence.Entities.Count > 0 && IsAfterColon(text, start)))
            return true;
        return AuthorCue(text, start, chinese);
    }

    /// <summary>"钢铁关注A股份、B股份": a word of interest before several companies, or before one where others were recommended before.</summary>
    private static bool IsListOfCompanies(SentenceReading sentence, AdviceVerb verb, int start, bool isMore)
    {
        if (verb.Phrase is not ("关注" or "推荐" or "看好" or "优选"))
            return false;
        var end = sentence.Text.IndexOfAny(['；', ';', '。'], start);
        var companies = sentence.Entities.Count(e =>
            e.Kind is not (EntityKind.Theme or EntityKind.Product) && e.Start > start && (end < 0 || e.Start < end)
        );
        return companies >= (isMore ? 1 : 2);
    }

    /// <summary>"Buy the stock": of what was named before.</summary>
    private static bool IsBack(string text, AdviceVerb verb, int start, bool hasSubject) =>
        hasSubject && Antecedents.IsPronoun(text, start, verb.Phrase.Length);

    private static bool IsPlain(AdviceVerb verb) => verb.Place is AdvicePlace.Advice or AdvicePlace.View;

    private static bool HasTargetAfter(SentenceReading sentence, int start) =>
        sentence.Entities.Any(e => e.Start > start && e.Start - start < 80);

    /// <summary>A first word: of the sentence, after its horizon or a label, or after the names that it is about.</summary>
    private static bool IsFirst(SentenceReading sentence, int start, int opening)
    {
        var text = sentence.Text;
        var at = opening <= start ? opening : 0;
        while (at < start)
        {
            var mention = sentence.Entities.FirstOrDefault(e => e.Start == at);
            if (mention is not null && sentence.Sentence.Block.Kind == BlockKind.ListItem)
                at += mention.Length;
            else if (!char.IsLetterOrDigit(text[at]))
                at++;
            else if (text.IndexOfAny([':', '：'], at, start - at) is var colon && colon >= 0 && colon - at < 28)
                at = colon + 1;
            else if (Word(text, at, start) is { } length)
                at += length;
            else
                return false;
        }

        return true;
    }

    private static int? Word(string text, int at, int end)
    {
        foreach (var word in joins)
        {
            if (at + word.Length <= end && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return word.Length;
        }

        return null;
    }

    /// <summary>"Buy gold, sell banks and avoid property": verbs that follow accepted advice after a comma or "and".</summary>
    private static bool IsJoined(string text, int start, int before)
    {
        var between = text[before..start].TrimEnd();
        if (between.Length > 0 && between[^1] is ',' or '，' or ';' or '；' or '、' or ':' or '：')
            return true;
        return Array.Exists(
            joins,
            join =>
                between.EndsWith(join, StringComparison.OrdinalIgnoreCase)
                && (Characters.IsChinese(join[0]) || between.Length == join.Length || between[^(join.Length + 1)] is ' ' or ',')
        );
    }

    /// <summary>"It is cheap for a reason: sell it."</summary>
    private static bool IsAfterColon(string text, int start) =>
        text[..start].TrimEnd() is { Length: > 0 } before && before[^1] is (':' or '：');

    /// <summary>"I just bought": what the author says to have done himself.</summary>
    [GeneratedRegex(
        @"\b(I|we)(\s(also|just|recently|then|have|'ve|even|finally|again))*\s$|(我|笔者|我们)(也|刚|今天|昨天|本周|已经?|又|继续|再次)*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        20_000
    )]
    private static partial Regex OwnTrade();

    private static bool AuthorCue(string text, int start, bool chinese) =>
        Cues.IsAuthor(text, start, chinese) || Addressed().IsMatch(text[..start]);

    /// <summary>"Investors with a horizon of 3-5 years should".</summary>
    [GeneratedRegex(
        @"\b(investors|holders|readers|clients|traders|buyers)\s[^.,;]{3,60}\s(should|could|can|may)\s$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        20_000
    )]
    private static partial Regex Addressed();

    private static bool IsNoun(string text, int start)
    {
        var before = text[..start].TrimEnd();
        var space = before.LastIndexOf(' ');
        return Array.Exists(nounHeads, head => before[(space + 1)..].Equals(head, StringComparison.OrdinalIgnoreCase));
    }
}
