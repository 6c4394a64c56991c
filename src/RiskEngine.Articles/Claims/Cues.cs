using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Claims;

/// <summary>Words that say whose advice a sentence is, or that it is none.</summary>
internal static class Cues
{
    /// <summary>How far before the verb an author's cue, a negation may stand, in characters: Chinese and English.</summary>
    private const int ChineseDistance = 10;
    private const int EnglishDistance = 32;

    private static readonly Phrases author = Of("author");
    private static readonly Phrases anonymous = Of("anonymous");
    private static readonly Phrases condition = Of("condition");
    private static readonly Phrases negation = Of("negation");
    private static readonly Phrases past = Of("past");
    private static readonly Phrases collective = Of("collective");
    private static readonly Phrases irony = Of("irony");

    /// <summary>Whether the author speaks just before a place.</summary>
    public static bool IsAuthor(string text, int start, bool chinese) => author.First(Before(text, start, chinese ? 24 : 48)) is not null;

    /// <summary>Why what stands at a place is not what the author says; null where nothing speaks against it.</summary>
    /// <remarks>Ratings are often set in quotation marks: these do not speak against one.</remarks>
    /// <param name="text">The sentence.</param>
    /// <param name="start">The place.</param>
    /// <param name="chinese">Whether it is Chinese.</param>
    /// <param name="isRating">Whether a rating stands there.</param>
    /// <param name="opening">How many characters say the horizon before anything else: "For the long term, if rates fall".</param>
    public static string? Against(string text, int start, bool chinese, bool isRating = false, int opening = 0)
    {
        var clause = Clause(text, start);
        if (text[^1] is '?' or '？')
            return "a question";
        if (irony.First(text) is not null)
            return "irony";
        if (!isRating && IsInQuotes(text, start))
            return "in quotation marks";
        if (anonymous.First(text) is { } said && said.Start < start)
            return "what others say";
        if (collective.First(text) is { } all && all.Start < start)
            return "what others say";
        if (condition.First(clause.Before) is not null || condition.First(text[Math.Min(opening, start)..start]) is { Start: < 4 })
            return "conditional";
        if (Negates(Before(clause.Before, clause.Before.Length, chinese ? ChineseDistance : EnglishDistance)))
            return "negated";
        if (!chinese && clause.After.Contains(" if ", StringComparison.OrdinalIgnoreCase))
            return "conditional";
        if (past.First(text[..start]) is not null)
            return "a past call";
        return null;
    }

    /// <summary>Whether a sentence sets a condition.</summary>
    public static bool IsConditional(string text) =>
        condition
            .In(text)
            .Any(found => found.Start == 0 || text[found.Start - 1] is ' ' or ',' or '，' or '；' || text[found.Start] > '\u2FFF');

    /// <summary>Whether a sentence is the words of nobody in particular.</summary>
    public static bool IsAnonymous(string text) => anonymous.First(text) is not null;

    /// <summary>Whether a sentence is meant as a joke.</summary>
    public static bool IsIrony(string text) => irony.First(text) is not null;

    /// <summary>Whether a negation stands just before a place.</summary>
    public static bool IsNegated(string text, int start, bool chinese) =>
        Negates(Before(text, start, chinese ? ChineseDistance : EnglishDistance));

    /// <summary>Whether a negation stands in some words: 别买, but not 分别, 特别.</summary>
    private static bool Negates(string words) =>
        negation
            .In(words)
            .Any(found =>
                found.Phrase != "别"
                || found.Start == 0
                || !"分特级类差个区性识告".Contains(words[found.Start - 1], StringComparison.Ordinal)
            );

    private static Phrases Of(string kind) => new(Lexicon.Rows("cues.csv").Where(row => row[0] == kind).Select(row => row[1]));

    private static string Before(string text, int start, int distance)
    {
        var from = Math.Max(0, start - distance);
        if (from > 0)
        {
            while (from < start && char.IsAsciiLetter(text[from - 1]) && char.IsAsciiLetter(text[from]))
                from++;
        }

        return text[from..start];
    }

    /// <summary>The clause around a place, parted by commas and semicolons.</summary>
    private static (string Before, string After) Clause(string text, int start)
    {
        var from = start;
        while (from > 0 && text[from - 1] is not (',' or '，' or ';' or '；' or ':' or '：'))
            from--;
        var to = start;
        while (to < text.Length && text[to] is not (';' or '；' or ',' or '，'))
            to++;
        return (text[from..start], text[start..to]);
    }

    private static bool IsInQuotes(string text, int start)
    {
        var marks = 0;
        for (var i = 0; i < start; i++)
        {
            if (text[i] == '"')
                marks++;
        }

        return marks % 2 == 1;
    }
}
