namespace RiskEngine.Importing.Identifiers;

/// <summary>The forms of security numbers, with their check digits.</summary>
public static class CheckDigits
{
    /// <summary>Whether a text has the form of an ISIN (ISO 6166): two letters, nine letters or digits, a digit.</summary>
    public static bool LooksLikeIsin(string text) =>
        text is { Length: 12 }
        && char.IsAsciiLetterUpper(text[0])
        && char.IsAsciiLetterUpper(text[1])
        && text[2..11].All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        && char.IsAsciiDigit(text[11]);

    /// <summary>Whether it is an ISIN whose check digit fits (Luhn over the digits, letters as 10 to 35).</summary>
    public static bool IsIsin(string text)
    {
        if (!LooksLikeIsin(text))
            return false;
        var digits = text.SelectMany(c => char.IsAsciiDigit(c) ? [c - '0'] : new[] { (c - 'A' + 10) / 10, (c - 'A' + 10) % 10 }).ToArray();
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] * (i % 2 == 1 ? 2 : 1);
            sum += (digit / 10) + (digit % 10);
        }

        return sum % 10 == 0;
    }

    /// <summary>Whether it is a CUSIP whose check digit fits.</summary>
    public static bool IsCusip(string text)
    {
        if (text is not { Length: 9 } || !text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) || !char.IsAsciiDigit(text[8]))
            return false;
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var value = Value(text[i]) * (i % 2 == 1 ? 2 : 1);
            sum += (value / 10) + (value % 10);
        }

        return (10 - (sum % 10)) % 10 == text[8] - '0';
    }

    /// <summary>Whether it is a SEDOL whose check digit fits.</summary>
    public static bool IsSedol(string text)
    {
        int[] weights = [1, 3, 1, 7, 3, 9];
        if (text is not { Length: 7 } || !text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) || !char.IsAsciiDigit(text[6]))
            return false;
        var sum = weights.Select((w, i) => w * Value(text[i])).Sum();
        return (10 - (sum % 10)) % 10 == text[6] - '0';
    }

    private static int Value(char character) => char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
}
