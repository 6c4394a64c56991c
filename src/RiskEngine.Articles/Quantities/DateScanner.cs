using System.Globalization;
using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Quantities;

/// <summary>Finds dates in a sentence, of the calendar and relative to the day the article was published.</summary>
internal static partial class DateScanner
{
    /// <summary>All dates from the left; relative ones only where the day of publication is known.</summary>
    public static IReadOnlyList<DateExpression> Scan(Prose prose, DateOnly? published)
    {
        var text = prose.Text;
        var found = new List<DateExpression>();
        foreach (Match match in Day().Matches(text))
            Add(match, FromDay(match));
        foreach (Match match in Quarter().Matches(text))
            Add(match, FromQuarter(match, published));
        foreach (Match match in MidYear().Matches(text))
            Add(match, Of(new DateOnly(Number(match, "y"), 1, 1), new DateOnly(Number(match, "y"), 6, 30)));
        foreach (Match match in Month().Matches(text))
            Add(match, FromMonth(match));
        foreach (Match match in Years().Matches(text))
            Add(match, FromYears(match));
        foreach (Match match in Year().Matches(text))
            Add(match, FromYear(match, text));
        if (published is { } day)
        {
            foreach (Match match in Relative().Matches(text))
                Add(match, FromRelative(match, day));
        }

        return [.. found.OrderBy(d => d.Start)];

        void Add(Match match, DateExpression? date)
        {
            if (date is null || found.Exists(d => d.Start < match.Index + match.Length && match.Index < d.Start + d.Length))
                return;
            found.Add(
                date with
                {
                    Start = match.Index,
                    Length = match.Length,
                    Span = prose.SpanOf(match.Index, match.Length),
                    IsEstimate = match.Groups["estimate"].Length > 0,
                }
            );
        }
    }

    private static DateExpression Of(DateOnly from, DateOnly to, DateKind kind = DateKind.Calendar) =>
        new(kind, from, to, false, 0, 0, default);

    private static DateExpression? FromDay(Match match)
    {
        var month = match.Groups["name"].Length > 0 ? HeadReader.MonthOf(match.Groups["name"].Value) : Number(match, "m");
        var (year, day) = (Number(match, "y"), Number(match, "d"));
        if (month is not { } m || m is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, m))
            return null;
        var date = new DateOnly(year, m, day);
        return Of(date, date);
    }

    private static DateExpression? FromQuarter(Match match, DateOnly? published)
    {
        var yearText = match.Groups["y"].Value;
        int? year =
            yearText.Length == 0 ? published?.Year
            : yearText.Length == 2 ? 2000 + int.Parse(yearText, CultureInfo.InvariantCulture)
            : int.Parse(yearText, CultureInfo.InvariantCulture);
        if (year is not { } y)
            return null;
        if (match.Groups["half"].Value is { Length: > 0 } half)
        {
            var first = half is "上" or "1" or "first" or "First";
            return Of(new DateOnly(y, first ? 1 : 7, 1), first ? new DateOnly(y, 6, 30) : new DateOnly(y, 12, 31));
        }

        var quarter = match.Groups["q"].Value.ToLowerInvariant() switch
        {
            "1" or "一" or "first" => 1,
            "2" or "二" or "second" => 2,
            "3" or "三" or "third" => 3,
            _ => 4,
        };
        return Of(new DateOnly(y, quarter * 3 - 2, 1), new DateOnly(y, quarter * 3, DateTime.DaysInMonth(y, quarter * 3)));
    }

    private static DateExpression? FromMonth(Match match)
    {
        var month = match.Groups["name"].Length > 0 ? HeadReader.MonthOf(match.Groups["name"].Value) : Number(match, "m");
        var year = Number(match, "y");
        return month is { } m and >= 1 and <= 12
            ? Of(new DateOnly(year, m, 1), new DateOnly(year, m, DateTime.DaysInMonth(year, m)))
            : null;
    }

    private static DateExpression? FromYears(Match match)
    {
        var (from, to) = (Number(match, "from"), match.Groups["to"].Value);
        if (from < 100)
            from += 2000;
        var until =
            to.Length == 2 ? from / 100 * 100 + int.Parse(to, CultureInfo.InvariantCulture) : int.Parse(to, CultureInfo.InvariantCulture);
        return until > from ? Of(new DateOnly(from, 1, 1), new DateOnly(until, 12, 31)) : null;
    }

    private static DateExpression? FromYear(Match match, string text)
    {
        var before = match.Index > 0 ? text[match.Index - 1] : ' ';
        var isMarked = match.Groups["mark"].Length > 0 || match.Groups["fiscal"].Length > 0;
        if (!isMarked && (before is '$' or '€' or '£' or '¥' or '.' or '-' || char.IsAsciiLetterOrDigit(before)))
            return null;
        var digits = match.Groups["y"].Value;
        var year =
            digits.Length == 2 ? 2000 + int.Parse(digits, CultureInfo.InvariantCulture) : int.Parse(digits, CultureInfo.InvariantCulture);
        var kind = match.Groups["fiscal"].Length > 0 || match.Groups["mark"].Value == "财年" ? DateKind.Fiscal : DateKind.Calendar;
        return Of(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), kind);
    }

    private static DateExpression? FromRelative(Match match, DateOnly day)
    {
        if (match.Groups["n"].Success)
        {
            var word = match.Groups["n"].Value;
            var count = double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var digits)
                ? digits
                : Scale.Chinese(word) ?? Scale.English(word) ?? 1;
            var months = count * MonthsOf(match.Groups["unit"].Value);
            return months is > 0 and <= 600 ? Of(day, day.AddMonths((int)Math.Round(months)), DateKind.Relative) : null;
        }

        var year = day.Year;
        return match.Value.ToLowerInvariant() switch
        {
            "年内"
            or "今年内"
            or "今年"
            or "年底"
            or "年底前"
            or "年末"
            or "this year"
            or "by year-end"
            or "year-end"
            or "by the end of the year"
            or "by end of the year" => Of(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DateKind.Relative),
            "年中" or "mid-year" => Of(
                new DateOnly(day.Month > 6 ? year + 1 : year, 6, 30),
                new DateOnly(day.Month > 6 ? year + 1 : year, 6, 30),
                DateKind.Relative
            ),
            "明年" or "next year" => Of(new DateOnly(year + 1, 1, 1), new DateOnly(year + 1, 12, 31), DateKind.Relative),
            "后年" => Of(new DateOnly(year + 2, 1, 1), new DateOnly(year + 2, 12, 31), DateKind.Relative),
            "去年" or "last year" => Of(new DateOnly(year - 1, 1, 1), new DateOnly(year - 1, 12, 31), DateKind.Relative),
            "本季度" or "this quarter" => QuarterOf(day),
            "下季度" or "下个季度" or "下一季度" or "next quarter" or "the coming quarter" => QuarterOf(day.AddMonths(3)),
            "by the end of the decade" or "by decade's end" or "this decade" or "本十年" => Of(
                new DateOnly(year / 10 * 10, 1, 1),
                new DateOnly((year / 10 + 1) * 10, 12, 31),
                DateKind.Relative
            ),
            _ => null,
        };
    }

    private static DateExpression QuarterOf(DateOnly day)
    {
        var last = (day.Month + 2) / 3 * 3;
        return Of(
            new DateOnly(day.Year, last - 2, 1),
            new DateOnly(day.Year, last, DateTime.DaysInMonth(day.Year, last)),
            DateKind.Relative
        );
    }

    /// <summary>Months of a unit of time.</summary>
    public static double MonthsOf(string unit) =>
        unit.ToLowerInvariant().TrimEnd('s') switch
        {
            "年" or "year" or "-year" => 12,
            "季度" or "个季度" or "quarter" => 3,
            "周" or "week" or "-week" => 12.0 / 52,
            _ => 1,
        };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Y = "(?<![0-9.]|[0-9],)(?<y>(19|20)[0-9]{2})";

    private const string MonthNames =
        "(?<name>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)";

    private const string Counts =
        "(?<n>[0-9]{1,2}|一|两|三|四|五|六|七|八|九|十|十二|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)";

    [GeneratedRegex(
        Y
            + @"\s?(-|/|年)\s?(?<m>[0-9]{1,2})\s?(-|/|月)\s?(?<d>[0-9]{1,2})日?(?![0-9])|\b(?<d>[0-9]{1,2})\s"
            + MonthNames
            + @"\s"
            + Y
            + @"|\b"
            + MonthNames
            + @"\s(?<d>[0-9]{1,2}),\s"
            + Y,
        Options,
        20_000
    )]
    private static partial Regex Day();

    [GeneratedRegex(
        "("
            + Y
            + @"\s?年?\s?)第?(?<q>[一二三四1-4])季度?|"
            + Y
            + @"\s?Q(?<q>[1-4])|\bQ(?<q>[1-4])(\s(of\s)?"
            + Y
            + @")?|(?<![0-9A-Za-z.])(?<q>[1-4])Q(?<y>[0-9]{2})(?![0-9])|第?(?<q>[一二三四])季度|(?<![0-9])(?<q>[1-4])季度"
            + @"|\b(?<q>first|second|third|fourth)[\s-]quarter(\s(of\s)?"
            + Y
            + @")?|("
            + Y
            + @"\s?年?\s?)?(?<half>[上下])半年|(?<![0-9A-Za-z.])(?<half>[12])H(?<y>[0-9]{2})(?![0-9])"
            + @"|(?<![0-9A-Za-z.])(?<y>[12][0-9])H(?<half>[12])(?![0-9])|"
            + @"(?<![0-9A-Za-z.])(?<y>[12][0-9])Q(?<q>[1-4])(?![0-9])|\bH(?<half>[12])\s"
            + Y
            + @"|\b(?<half>first|second)\shalf(\s(of\s)?"
            + Y
            + ")?",
        Options,
        20_000
    )]
    private static partial Regex Quarter();

    /// <summary>"Mid-2027", 2027年中.</summary>
    [GeneratedRegex(@"\bmid(dle of)?[-\s](?<y>20[0-9]{2})(?![0-9])|" + Y + @"年(年中|中期)", Options, 20_000)]
    private static partial Regex MidYear();

    [GeneratedRegex(Y + @"\s?年\s?(?<m>[0-9]{1,2})月|\b" + MonthNames + @",?\s" + Y, Options, 20_000)]
    private static partial Regex Month();

    [GeneratedRegex(
        @"(?<![0-9.$€£¥]|[0-9],)(?<from>(19|20)[0-9]{2})(年|E|F)?\s?(-|–|—|~|至|到|\sto\s|\sand\s)\s?(?<to>(19|20)[0-9]{2}|"
            + @"[0-9]{2}(?=年))(?![0-9])年?(?<estimate>E|F)?"
            + @"|(?<![0-9.$€£¥/])(?<from>(20)?[0-9]{2})[AEF]?(/(20)?[0-9]{2}[AEF]?){0,3}/(?<to>(20)?[0-9]{2})(?=年|E|F)(?<estimate>E|F)?年?",
        Options,
        20_000
    )]
    private static partial Regex Years();

    [GeneratedRegex(
        @"(?<=预计|预测|预期|展望|对应|到|至|公司)(?<y>2[0-9])(?<mark>年)(?!期|内|后|来|以|前)|(?<fiscal>\bFY\s?"
            + @"|\bfiscal\s(year\s)?)(?<y>(20)?[0-9]{2})(?![0-9])(?<estimate>E|F)?|"
            + @"(?<![0-9A-Za-z.,/])(?<y>2[0-9])(?<mark>(?<estimate>[EF])|A)(?![A-Za-z0-9-])|"
            + Y
            + @"\s?(?<mark>年底|年末|财年|年|(?<estimate>[EF])(?![a-z0-9])|A(?![a-z0-9]))|"
            + Y
            + @"(?![0-9%]|[,.][0-9]|\s?(亿|万|美元|元|吨|辆|台|家|bn|billion|million|dollars|units|GWh|MW|tonnes|ounces|people|users))",
        Options,
        20_000
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        @"今年内|年内|今年(?!以来|迄今|至今|到目前)|年中|\bmid-year\b|年底前|年底|年末|明年|后年|去年|本季度|下个季度|下一季度|下季度|本十年|\bthis year\b(?! so far)"
            + @"|\bby year-end\b|\byear-end\b|\bby "
            + @"(the )?end of the year\b|\bnext year\b|\blast year\b|\bthis quarter\b|\bnext quarter\b|\bthe coming quarter\b"
            + @"|\bby the end of the decade\b|\bby decade's end\b|\bthis decade\b|(未来|今后|接下来)\s?"
            + Counts
            + @"(?<unit>年|个季度|个月|周)|"
            + Counts
            + @"(?<unit>年|个月)(内|后|之内|以内)"
            + @"|\b(next|coming|following)\s"
            + Counts
            + @"[\s-](?<unit>years?|quarters?|months?|weeks?)\b|\b(within|in|over)\s(the\snext\s)?"
            + Counts
            + @"\s(?<unit>years?|quarters?|months?|weeks?)\b",
        Options,
        20_000
    )]
    private static partial Regex Relative();
}
