using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskEngine.Articles.Verification;

/// <summary>Looks whether a year lies within a run of years that some characters name: 2026 in <c>2025-2027</c>.</summary>
internal static partial class YearProof
{
    /// <summary>Whether it does.</summary>
    public static bool IsWithin(string quote, int year) =>
        Run().Matches(quote).Any(run => Year(run.Groups["from"].Value) <= year && year <= Year(run.Groups["to"].Value));

    private static int Year(string digits) =>
        int.Parse(digits, CultureInfo.InvariantCulture) is var year && digits.Length == 2 ? 2000 + year : year;

    [GeneratedRegex(
        @"(?<![0-9])(?<from>(20)?[0-9]{2})(年|E|F)?\s?(-|–|—|~|至|到|/|to|and)\s?((20)?[0-9]{2}/)*(?<to>(20)?[0-9]{2})(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Run();
}
