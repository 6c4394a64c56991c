namespace RiskEngine.Importing.Securities;

/// <summary>SEDOL numbers (London Stock Exchange): six digits or consonants and a check digit.</summary>
public static class Sedol
{
    /// <summary>The number of characters.</summary>
    public const int Length = 7;

    private const string Vowels = "AEIOU";

    private static readonly int[] weights = [1, 3, 1, 7, 3, 9];

    /// <summary>Whether the text has the form of a SEDOL in capitals and its check digit is right.</summary>
    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length
            && text.All(c => CodeCharacter.IsLetterOrDigit(c) && !Vowels.Contains(c, StringComparison.Ordinal))
            && char.IsAsciiDigit(text[^1])
            && CheckDigit(text.AsSpan(0, Length - 1)) == text[^1];
    }

    /// <summary>The check digit of the first six characters: values (A is 10) times 1, 3, 1, 7, 3, 9.</summary>
    /// <exception cref="ArgumentException">Other than six capital letters and digits.</exception>
    public static char CheckDigit(ReadOnlySpan<char> first)
    {
        CodeCharacter.Require(first, Length - 1);
        var sum = 0;
        for (var i = 0; i < first.Length; i++)
            sum += weights[i] * CodeCharacter.Value(first[i]);

        return CodeCharacter.Complement(sum);
    }
}
