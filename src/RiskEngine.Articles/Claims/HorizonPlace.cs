using System.Text.RegularExpressions;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>A horizon where it stands in the words of a sentence: in words, in months, or as the day until which it reaches.</summary>
internal sealed partial record HorizonPlace(HorizonExpression Horizon, int Start, int Length)
{
    private const double DaysOfMonth = 365.25 / 12;

    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>All horizons of a sentence from the left.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="published">The day that a date is so many months away from; null leaves dates out.</param>
    public static IReadOnlyList<HorizonPlace> In(SentenceReading sentence, DateOnly? published)
    {
        var found = HorizonScanner.FindAll(sentence.Sentence.Prose).Select(f => new HorizonPlace(f.Horizon, f.Start, f.Length)).ToList();
        foreach (var date in sentence.Dates)
        {
            if (
                !found.Exists(f => f.Start < date.Start + date.Length && date.Start < f.End)
                && published is { } day
                && date.To > day
                && IsUntil(sentence.Text, date)
            )
            {
                var months = (date.To.DayNumber - day.DayNumber) / DaysOfMonth;
                found.Add(
                    new HorizonPlace(
                        new HorizonExpression(HorizonScanner.Of(months), 0, Math.Round(months, 1), date.Span),
                        date.Start,
                        date.Length
                    )
                );
            }
        }

        return [.. found.OrderBy(f => f.Start)];
    }

    /// <summary>Whether something is to be done until a date: "until year-end", "by mid-2026", 年底前.</summary>
    private static bool IsUntil(string text, DateExpression date) =>
        text.AsSpan(date.Start, date.Length).StartsWith("by ", StringComparison.OrdinalIgnoreCase)
        || text[date.Start + date.Length - 1] == '前'
        || Until().IsMatch(text[..date.Start])
        || Before().IsMatch(text[(date.Start + date.Length)..]);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"(\b(until|till|by|through|before|into)\s(the\s)?|持有(至|到)|截至|直到)$", Options, 20_000)]
    private static partial Regex Until();

    [GeneratedRegex("^(之?前|以前|为止)", Options, 20_000)]
    private static partial Regex Before();
}
