using System.Text.RegularExpressions;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>What a forecast is about, in the article's words.</summary>
internal static partial class ForecastSubject
{
    private const int Longest = 80;

    /// <summary>The words before the verb, or before the figure, of a sentence.</summary>
    public static string Of(SentenceReading sentence, Quantity? quantity)
    {
        var text = quantity is null ? sentence.Text : sentence.Text[..quantity.Start];
        var cut = End().Match(text);
        var subject = cut is { Success: true, Index: > 3 } ? text[..cut.Index] : text;
        return subject.Length > Longest ? subject[^Longest..] : subject.Trim(' ', ',', '，', ':', '：');
    }

    [GeneratedRegex(
        @"\b(will|should|could|is|are|to|reach|rise|grow|fall)\b|将|有望|预计|达到|增至|降至|升至",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        20_000
    )]
    private static partial Regex End();
}
