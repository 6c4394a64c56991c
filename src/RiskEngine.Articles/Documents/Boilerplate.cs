using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Documents;

/// <summary>Blocks that are about the page and not of the article, told from their words.</summary>
internal static class Boilerplate
{
    private static readonly string[] phrases = [.. Lexicon.Rows("boilerplate.csv").Select(row => row[0])];

    /// <summary>Whether a block holds one of the phrases.</summary>
    public static bool Is(string text) =>
        text.Length < 600 && Array.Exists(phrases, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
