using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskEngine.Importing.Numbers;

/// <summary>
/// A column of dates. Where day and month could change places (<c>03/04/2026</c>), the whole column decides: a figure above 12 is a day.
/// Times of day and zones are left aside: the date is that of the text.
/// </summary>
internal sealed partial class DateColumn
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Timeout = 20_000;

    private static readonly string[] months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly List<(int Line, string Text, int First, int Second, int Year)> unclear = [];
    private bool hasDayFirst;
    private bool hasMonthFirst;

    /// <summary>Adds a text; what it holds shows once all are in.</summary>
    public void Add(int line, string text)
    {
        if (SlashForm().Match(text) is not { Success: true } match)
            return;
        var (first, second) = (Number(match, "a"), Number(match, "b"));
        if (match.Groups["sep"].Value == "." || first > 12)
            hasDayFirst = true;
        else if (second > 12)
            hasMonthFirst = true;
        else if (first != second)
            unclear.Add((line, text, first, second, 0));
    }

    /// <summary>
    /// A date that can be read in two ways and that nothing decides, or one that contradicts the others; null where all is clear.
    /// </summary>
    public string? Problem(bool? dayFirst) =>
        hasDayFirst && hasMonthFirst ? "some dates begin with the day and some with the month"
        : unclear.Count > 0 && !hasDayFirst && !hasMonthFirst && dayFirst is null
            ? $"'{unclear[0].Text}' (row {unclear[0].Line}) may begin with the day or the month: say which with --dates dmy or --dates mdy"
        : null;

    /// <summary>The date that a text says; null where it says none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dayFirst">What the user says of dates that could be read in two ways.</param>
    public DateOnly? Read(string text, bool? dayFirst)
    {
        var trimmed = text.Trim();
        if (YearFirst().Match(trimmed) is { Success: true } iso)
            return Date(Number(iso, "y"), Number(iso, "m"), Number(iso, "d"));
        if (Minguo().Match(trimmed) is { Success: true } minguo)
            return Date(Number(minguo, "y") + 1911, Number(minguo, "m"), Number(minguo, "d"));
        if (SlashForm().Match(trimmed) is { Success: true } slash)
        {
            var isDayFirst = hasDayFirst || (!hasMonthFirst && dayFirst != false);
            var (day, month) = isDayFirst ? (Number(slash, "a"), Number(slash, "b")) : (Number(slash, "b"), Number(slash, "a"));
            return Date(Year(Number(slash, "y")), month, day);
        }

        if (DayMonthName().Match(trimmed) is { Success: true } named)
            return Date(Year(Number(named, "y")), MonthOf(named.Groups["m"].Value), Number(named, "d"));
        return MonthNameDay().Match(trimmed) is { Success: true } american
            ? Date(Year(Number(american, "y")), MonthOf(american.Groups["m"].Value), Number(american, "d"))
            : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int Year(int year) => year >= 100 ? year : year + (year < 70 ? 2000 : 1900);

    private static int MonthOf(string name) => Array.FindIndex(months, m => name.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1800 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>2026-02-06, 2026/2/6, 20260206, 2026.02.06, 2026年2月6日, each with a time or without.</summary>
    [GeneratedRegex(@"^(?<y>[0-9]{4})([-/.年]?)(?<m>[0-9]{1,2})([-/.月]?)(?<d>[0-9]{1,2})日?([T ;].*)?\z", Options, Timeout)]
    private static partial Regex YearFirst();

    /// <summary>115/02/06: the year of the Republic of China, as Taiwan's exchange writes it.</summary>
    [GeneratedRegex(@"^(?<y>1[0-4][0-9])/(?<m>[0-9]{2})/(?<d>[0-9]{2})\z", Options, Timeout)]
    private static partial Regex Minguo();

    /// <summary>06/02/2026, 6.2.26, 06-02-2026, with a time or without.</summary>
    [GeneratedRegex(@"^(?<a>[0-9]{1,2})(?<sep>[-/.])(?<b>[0-9]{1,2})[-/.](?<y>[0-9]{4}|[0-9]{2})([T ,;].*)?\z", Options, Timeout)]
    private static partial Regex SlashForm();

    /// <summary>6 Feb 2026, 06-Feb-26.</summary>
    [GeneratedRegex(@"^(?<d>[0-9]{1,2})[-. ]+(?<m>[a-z]{3,9})[-., ]+(?<y>[0-9]{4}|[0-9]{2})([T ,;].*)?\z", Options, Timeout)]
    private static partial Regex DayMonthName();

    /// <summary>Feb 6, 2026, February 06 2026, Feb-06-2026.</summary>
    [GeneratedRegex(@"^(?<m>[a-z]{3,9})[-. ]+(?<d>[0-9]{1,2})(,? +|-)(?<y>[0-9]{4})([T ,;].*)?\z", Options, Timeout)]
    private static partial Regex MonthNameDay();
}
