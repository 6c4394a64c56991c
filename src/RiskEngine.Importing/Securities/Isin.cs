namespace RiskEngine.Importing.Securities;

/// <summary>International securities identification numbers (ISO 6166): two letters, nine letters or digits, a check digit.</summary>
public static class Isin
{
    /// <summary>The number of characters.</summary>
    public const int Length = 12;

    /// <summary>Whether the text has the form of an ISIN in capitals and its check digit is right.</summary>
    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length
            && char.IsAsciiLetterUpper(text[0])
            && char.IsAsciiLetterUpper(text[1])
            && text.All(CodeCharacter.IsLetterOrDigit)
            && char.IsAsciiDigit(text[^1])
            && CheckDigit(text.AsSpan(0, Length - 1)) == text[^1];
    }

    /// <summary>The check digit of the first eleven characters: the Luhn sum over the digits; a letter is two (A is 10).</summary>
    /// <exception cref="ArgumentException">Other than eleven capital letters and digits.</exception>
    public static char CheckDigit(ReadOnlySpan<char> first)
    {
        CodeCharacter.Require(first, Length - 1);
        var sum = 0;
        var twice = true;
        for (var i = first.Length - 1; i >= 0; i--)
        {
            var value = CodeCharacter.Value(first[i]);
            sum += Luhn(value % 10, ref twice);
            if (value >= 10)
                sum += Luhn(value / 10, ref twice);
        }

        return CodeCharacter.Complement(sum);
    }

    private static int Luhn(int digit, ref bool twice)
    {
        var value = twice ? 2 * digit : digit;
        twice = !twice;
        return (value / 10) + (value % 10);
    }
}
