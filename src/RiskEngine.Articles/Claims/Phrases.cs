using System.Collections.Frozen;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>A set of phrases in two languages that is looked for in sentences.</summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<char, string[]> byFirst;

    /// <summary>The phrases, longest first where several begin at one place.</summary>
    public Phrases(IEnumerable<string> phrases) =>
        byFirst = phrases
            .Distinct()
            .GroupBy(p => char.ToLowerInvariant(p[0]))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToArray());

    /// <summary>All places where a phrase stands as words of its own, from the left, none overlapping.</summary>
    public IEnumerable<(string Phrase, int Start)> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, i) is not { } phrase)
                continue;
            yield return (phrase, i);
            i += phrase.Length - 1;
        }
    }

    /// <summary>The first phrase of a text; null where there is none.</summary>
    public (string Phrase, int Start)? First(string text)
    {
        foreach (var found in In(text))
            return found;
        return null;
    }

    /// <summary>The longest phrase that begins at a place; null where none does.</summary>
    public string? At(string text, int start)
    {
        // Within a word of letters nothing begins, and that is where most characters stand.
        if (char.IsAsciiLetter(text[start]) && start > 0 && IsLetter(text[start - 1]))
            return null;
        if (!byFirst.TryGetValue(char.ToLowerInvariant(text[start]), out var candidates))
            return null;
        foreach (var phrase in candidates)
        {
            var end = start + phrase.Length;
            if (
                end <= text.Length
                && string.Compare(text, start, phrase, 0, phrase.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (!IsLetter(phrase[0]) || start == 0 || !IsLetter(text[start - 1]))
                && (!IsLetter(phrase[^1]) || end == text.Length || !IsLetter(text[end]))
            )
            {
                return phrase;
            }
        }

        return null;
    }

    private static bool IsLetter(char character) => char.IsLetter(character) && !Characters.IsChinese(character);
}
