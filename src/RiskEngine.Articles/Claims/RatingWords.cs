using System.Text.RegularExpressions;

namespace RiskEngine.Articles.Claims;

/// <summary>Words that make "buy" a rating: <c>rated Buy</c>, <c>to underweight</c>, 买入评级.</summary>
internal static partial class RatingWords
{
    /// <summary>Whether a word of advice stands as a rating.</summary>
    public static bool Near(string text, int start, int length)
    {
        var before = text[Math.Max(0, start - 40)..start];
        var after = text[(start + length)..Math.Min(text.Length, start + length + 12)];
        return Before().IsMatch(before) || After().IsMatch(after);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        "(\\b(rat(e|es|ed|ing)|upgrad(e|es|ed|ing)|downgrad(e|es|ed|ing)|rais(es|ed)|cuts?|lower(s|ed)|initiat(e|es|ed|ing)|"
            + "reiterat(e|es|ed|ing)|maintain(s|ed)?|keeps?|kept)\\b[^.;]{0,32}?(\\bto\\b|\\bat\\b|\\bwith\\b|\\ban?\\b|"
            + ":)?\\s?[\"'(]?|评级\\s?(为|:|：|至)?\\s?\"?|(给予|维持|上调至|下调至|重申)\\s?[\"(]?)$",
        Options,
        20_000
    )]
    private static partial Regex Before();

    [GeneratedRegex("^[\"')]*\\s?(-?rated\\b|rating|ratings|评级|的?投资评级)", Options, 20_000)]
    private static partial Regex After();
}
