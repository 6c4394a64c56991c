namespace RiskEngine.Importing.Securities;

/// <summary>What the characters of securities' codes count: digits as they are, A to Z as 10 to 35.</summary>
internal static class CodeCharacter
{
    public static bool IsLetterOrDigit(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c);

    public static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;

    /// <summary>The digit that completes a sum to a multiple of ten.</summary>
    public static char Complement(int sum) => (char)('0' + ((10 - (sum % 10)) % 10));

    public static void Require(ReadOnlySpan<char> text, int length)
    {
        var valid = text.Length == length;
        foreach (var c in text)
            valid &= IsLetterOrDigit(c);

        if (!valid)
            throw new ArgumentException($"Expected {length} capital letters and digits, found '{text}'.", nameof(text));
    }
}
