namespace RiskEngine.Importing.Securities;

/// <summary>CUSIP numbers (ANSI X9.6): eight letters or digits and a check digit; the securities of North America.</summary>
public static class Cusip
{
    /// <summary>The number of characters.</summary>
    public const int Length = 9;

    /// <summary>Whether the text has the form of a CUSIP in capitals and its check digit is right.</summary>
    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length
            && text.All(CodeCharacter.IsLetterOrDigit)
            && char.IsAsciiDigit(text[^1])
            && CheckDigit(text.AsSpan(0, Length - 1)) == text[^1];
    }

    /// <summary>The check digit of the first eight characters: every second value counts twice, digits of each are added.</summary>
    /// <exception cref="ArgumentException">Other than eight capital letters and digits.</exception>
    public static char CheckDigit(ReadOnlySpan<char> first)
    {
        CodeCharacter.Require(first, Length - 1);
        var sum = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var value = CodeCharacter.Value(first[i]) * (1 + (i % 2));
            sum += (value / 10) + (value % 10);
        }

        return CodeCharacter.Complement(sum);
    }

    /// <summary>The ISIN of a CUSIP: country, CUSIP, check digit.</summary>
    /// <param name="cusip">Nine characters.</param>
    /// <param name="country"><c>US</c> or <c>CA</c>; CUSIPs do not say which.</param>
    /// <exception cref="ArgumentException">No CUSIP, or a country of other than two letters.</exception>
    public static string ToIsin(string cusip, string country)
    {
        ArgumentNullException.ThrowIfNull(country);
        if (!IsValid(cusip))
            throw new ArgumentException($"Expected a CUSIP with its check digit, found '{cusip}'.", nameof(cusip));

        var first = country + cusip;
        return first + Isin.CheckDigit(first);
    }
}
