using System.Collections.Frozen;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Claims;

/// <summary>Tells kinds of risk apart by their words.</summary>
internal static class RiskKinds
{
    private static readonly string[] order = [.. Lexicon.Rows("risk-kinds.csv").Select(row => row[0]).Distinct()];

    private static readonly FrozenDictionary<string, string> kinds = Lexicon
        .Rows("risk-kinds.csv")
        .DistinctBy(row => row[1], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(row => row[1], row => row[0], StringComparer.OrdinalIgnoreCase);

    private static readonly Phrases phrases = new(kinds.Keys);

    /// <summary>The kind of a risk's text: of its first three dozen characters if they name one, for a risk's name comes first.</summary>
    public static string Of(string text)
    {
        var found = phrases.In(text).ToList();
        if (found.Count == 0)
            return "other";
        return found
            .GroupBy(f => kinds[f.Phrase])
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Min(f => f.Start))
            .ThenBy(g => Array.IndexOf(order, g.Key))
            .First()
            .Key;
    }

    /// <summary>Whether a text holds a word of a kind: what the verifier asks.</summary>
    public static bool Names(string text, string kind) => phrases.In(text).Any(f => kinds[f.Phrase] == kind);
}
