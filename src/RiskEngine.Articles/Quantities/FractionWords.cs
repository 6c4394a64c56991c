using System.Text.RegularExpressions;

namespace RiskEngine.Articles.Quantities;

/// <summary>Reads English parts of a whole: "by a third", "about half", "two thirds of".</summary>
internal static partial class FractionWords
{
    /// <summary>The parts that a text names, as percentages; their place in the article is the scanner's to add.</summary>
    public static IEnumerable<Quantity> In(string text) => Fractions().Matches(text).Select(Of);

    private static Quantity Of(Match match)
    {
        var parts =
            match.Groups["two"].Success ? 2
            : match.Groups["three"].Success ? 3
            : 1;
        var whole = match.Groups["part"].Value.ToLowerInvariant() switch
        {
            "half" => 2,
            "third" or "thirds" => 3,
            "quarter" or "quarters" => 4,
            "fifth" or "fifths" => 5,
            _ => 10,
        };
        var value = (double)parts / whole;
        return new Quantity(QuantityKind.Percent, value, value, "", QuantityBound.None, match.Index, match.Length, default);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>"By a third", "about a quarter of": not "a third company", "a quarter ago".</summary>
    [GeneratedRegex(
        @"(?<=\b(by|about|around|roughly|nearly|almost|some|approximately)\s)(an?|one|(?<two>two)|(?<three>three))[\s-]"
            + @"(?<part>thirds?|quarters?|fifths?|tenths?)\b|(?<=\b(by|about|around|roughly|nearly|almost)\s)(?<part>half)\b(?!-)"
            + @"|\b(an?|one|(?<two>two)|(?<three>three))[\s-](?<part>thirds?|quarters?|fifths?|tenths?)(?=\sof\b)",
        Options,
        20_000
    )]
    private static partial Regex Fractions();
}
