using System.Collections.Frozen;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Documents;

/// <summary>Finds where sentences end.</summary>
internal static class SentenceSplitter
{
    private static readonly FrozenSet<string> abbreviations = Lexicon.Words("abbreviations.csv");

    /// <summary>The sentences of a text, without white space around.</summary>
    public static IEnumerable<Prose> Split(Prose prose)
    {
        var text = prose.Text;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isTooLong =
                (i - start >= ArticleLimits.Sentence && text[i] is ' ' or '，' or '、') || i - start >= 2 * ArticleLimits.Sentence;
            if (!isTooLong && !EndsAt(text, start, i))
                continue;
            while (i + 1 < text.Length && text[i + 1] is '"' or '\'' or ')' or '」' or '。' or '!' or '?' or '！' or '？')
                i++;
            if (prose.Part(start, i + 1 - start) is { Text.Length: > 0 } sentence)
                yield return sentence;
            start = i + 1;
        }

        if (start < text.Length && prose.Part(start, text.Length - start) is { Text.Length: > 0 } rest)
            yield return rest;
    }

    private static bool EndsAt(string text, int start, int i)
    {
        switch (text[i])
        {
            case '。' or '！' or '？':
                return true;
            case '!' or '?':
                return i + 1 == text.Length || text[i + 1] is ' ' or '"' || Characters.IsChinese(text[i + 1]);
            case '.':
                return EndsAtPoint(text, start, i);
            case '-':
                return IsBullet(text, start, i);
            default:
                return false;
        }
    }

    /// <summary>Chinese digests set items in one line, each with a dash of its own between spaces.</summary>
    private static bool IsBullet(string text, int start, int i) =>
        i - start > 1
        && i + 2 < text.Length
        && text[i - 1] == ' '
        && text[i + 1] == ' '
        && (Characters.IsChinese(text[i + 2]) || char.IsAsciiLetterOrDigit(text[i + 2]))
        && text.AsSpan(start, i - start).ContainsAnyInRange('\u4E00', '\u9FFF')
        && text.IndexOf(" - ", i + 2, StringComparison.Ordinal) + text.LastIndexOf(" - ", i - 1, StringComparison.Ordinal) > 0;

    private static bool EndsAtPoint(string text, int start, int i)
    {
        var next = i + 1;
        if (next < text.Length && text[next] is '"' or ')' or '\'')
            next++;
        if (next == text.Length)
            return true;
        if (text[next] != ' ' || next + 1 == text.Length)
            return false;
        if (char.IsLower(text[next + 1]))
            return false;
        var word = i;
        while (word > start && text[word - 1] is not ' ' and not '(')
            word--;
        var before = text[word..i];
        return !abbreviations.Contains(before) && !(before.Length == 1 && char.IsUpper(before[0]));
    }
}
