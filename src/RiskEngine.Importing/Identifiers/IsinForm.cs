namespace RiskEngine.Importing.Identifiers;

/// <summary>What is meant as an ISIN, whether its check digit fits or not.</summary>
internal static class IsinForm
{
    /// <summary>Two letters, nine letters or digits, a digit; all in capitals.</summary>
    public static bool Fits(string text) =>
        text is { Length: 12 }
        && char.IsAsciiLetterUpper(text[0])
        && char.IsAsciiLetterUpper(text[1])
        && text[2..11].All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        && char.IsAsciiDigit(text[11]);
}
