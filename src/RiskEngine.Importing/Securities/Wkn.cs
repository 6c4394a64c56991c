namespace RiskEngine.Importing.Securities;

/// <summary>Wertpapierkennnummern (Germany): six digits or letters other than I and O, without a check digit.</summary>
public static class Wkn
{
    /// <summary>The number of characters.</summary>
    public const int Length = 6;

    /// <summary>Whether the text has the form of a WKN in capitals; many other words of six letters have it too.</summary>
    public static bool HasForm(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length && text.All(c => CodeCharacter.IsLetterOrDigit(c) && c is not ('I' or 'O'));
    }
}
