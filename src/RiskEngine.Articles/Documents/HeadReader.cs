using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskEngine.Articles.Documents;

/// <summary>Reads what a text says of itself in its first lines: front matter, <c>Author: ...</c>, <c>作者：...</c>.</summary>
internal static partial class HeadReader
{
    private const int Lines = 40;

    /// <summary>The head, and the first line after front matter.</summary>
    public static ArticleHead Read(string text, TextSpan[] lines, out int first)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        first = FrontMatterEnd(text, lines);
        for (var i = 0; i < Math.Min(lines.Length, Lines); i++)
        {
            var line = text.Substring(lines[i].Start, Math.Min(lines[i].Length, 300));
            if (Field().Match(line) is { Success: true } field && KeyOf(field.Groups["key"].Value) is { } key)
                fields.TryAdd(key, field.Groups["value"].Value.Trim(' ', '"', '\'', '*'));
            else if (Byline().Match(line) is { Success: true } byline)
                fields.TryAdd("author", byline.Groups["author"].Value.Trim());
            if (WholeDate(line) is { } day)
                fields.TryAdd("line-date", day);
        }

        var date = fields.GetValueOrDefault("date") is { } given ? WholeDate(given) : fields.GetValueOrDefault("line-date");
        return new ArticleHead(
            fields.GetValueOrDefault("title"),
            fields.GetValueOrDefault("author"),
            DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published)
                ? published
                : null,
            fields.GetValueOrDefault("address") is { } address
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
                ? address
                : null
        );
    }

    /// <summary>Whether a line is a field of the head and no part of the article.</summary>
    public static bool IsField(string line) =>
        Field().Match(line) is { Success: true } field && KeyOf(field.Groups["key"].Value) is not null;

    /// <summary>The first whole date of a text as <c>2026-02-06</c>; null where there is none.</summary>
    public static string? WholeDate(string text)
    {
        if (NumericDate().Match(text) is { Success: true } numeric)
            return Whole(numeric.Groups["y"].Value, numeric.Groups["m"].Value, numeric.Groups["d"].Value);
        var named = NamedDate().Match(text);
        return named.Success && MonthOf(named.Groups["month"].Value) is { } month
            ? Whole(named.Groups["y"].Value, month.ToString(CultureInfo.InvariantCulture), named.Groups["d"].Value)
            : null;
    }

    /// <summary>The number of a month from its English name or the first three letters of it.</summary>
    public static int? MonthOf(string name)
    {
        const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
        var at = name.Length < 3 ? -1 : Months.IndexOf(name[..3], StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : null;
    }

    private static string? Whole(string year, string month, string day) =>
        $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}" is var text
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : null;

    private static int FrontMatterEnd(string text, TextSpan[] lines)
    {
        if (lines.Length < 3 || text.AsSpan(lines[0].Start, lines[0].Length).TrimEnd() is not "---")
            return 0;
        for (var i = 1; i < Math.Min(lines.Length, Lines); i++)
        {
            if (text.AsSpan(lines[i].Start, lines[i].Length).TrimEnd() is "---")
                return i + 1;
        }

        return 0;
    }

    private static string? KeyOf(string key) =>
        key.Trim('*', ' ').ToLowerInvariant() switch
        {
            "title" or "标题" => "title",
            "author" or "by" or "作者" or "分析师" or "分析師" or "analyst" => "author",
            "date" or "published" or "日期" or "发布日期" or "发布时间" or "發布日期" or "發佈日期" or "报告日期" => "date",
            "url" or "canonical" or "链接" or "來源" or "来源" or "address" => "address",
            "reading time" or "language" or "tags" or "标签" => "other",
            _ => null,
        };

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    // Atomic: blanks that are tried in every division between the parts take time that grows with the square of their number.
    [GeneratedRegex(@"^(?>\s*)(>(?>\s*))?(?<key>\*{0,2}[\p{L} ]{2,14}?\*{0,2})\s*[:：]\s*(?<value>\S.*)$", Options, 20_000)]
    private static partial Regex Field();

    [GeneratedRegex(
        @"^\s*\*{0,2}[Bb]y\s+(?<author>[\p{Lu}][\p{L}.'-]+(\s+[\p{Lu}][\p{L}.'-]+){1,3})\s*(\*|,|\||$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Byline();

    [GeneratedRegex(@"(?<y>20[0-9]{2})\s*[-/.年]\s*(?<m>[0-9]{1,2})\s*[-/.月]\s*(?<d>[0-9]{1,2})", Options, 20_000)]
    private static partial Regex NumericDate();

    [GeneratedRegex(
        @"((?<d>[0-9]{1,2})(st|nd|rd|th)?\s+(?<month>[a-z]{3,9})\.?,?\s+(?<y>20[0-9]{2})|(?<month>[a-z]{3,9})\.?\s+(?<d>[0-9]{1,"
            + @"2}),?\s+(?<y>20[0-9]{2}))",
        Options,
        20_000
    )]
    private static partial Regex NamedDate();
}
