using System.Buffers;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Documents;

/// <summary>Blocks that are about the page and not of the article, told from their words.</summary>
internal static class Boilerplate
{
    private static readonly SearchValues<string> phrases = SearchValues.Create(
        [.. Lexicon.Rows("boilerplate.csv").Select(row => row[0])],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Whether a block holds one of the phrases.</summary>
    public static bool Is(string text) => text.Length < 600 && text.AsSpan().ContainsAny(phrases);
}
