using System.Globalization;
using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Quantities;

/// <summary>Finds quantities in a sentence: with digits, in Chinese numerals, in English words.</summary>
internal static partial class QuantityScanner
{
    /// <summary>All quantities, from the left, none overlapping another or a part that is taken (dates, ticker symbols).</summary>
    public static IReadOnlyList<Quantity> Scan(Prose prose, IReadOnlyList<(int Start, int Length)>? taken = null)
    {
        var text = Masked(prose.Text, taken);
        if (text.Length == 0)
            return [];
        var found = new List<Quantity>();
        foreach (Match match in Digits().Matches(text))
            Add(FromDigits(match, text));
        foreach (Match match in ChineseWords().Matches(text))
            Add(FromChinese(match, text));
        foreach (var fraction in FractionWords.In(text))
            Add(fraction);
        foreach (Match match in EnglishWords().Matches(text))
            Add(FromEnglish(match));
        foreach (Match match in Doubling().Matches(text))
            Add(FromDoubling(match));
        return Inherit(ListedFigures.Complete([.. found.OrderBy(q => q.Start)], text));

        void Add(Quantity? quantity)
        {
            if (quantity is null || found.Exists(q => Meet(q.Start, q.Length, quantity)))
                return;
            found.Add(
                quantity with
                {
                    Bound =
                        quantity.Bound != QuantityBound.None ? quantity.Bound : BoundWords.Around(text, quantity.Start, quantity.Length),
                    Span = prose.SpanOf(quantity.Start, quantity.Length),
                }
            );
        }
    }

    /// <summary>The text with a sign that is part of no number where something else stands.</summary>
    private static string Masked(string text, IReadOnlyList<(int Start, int Length)>? taken)
    {
        if (taken is null || taken.Count == 0)
            return text;
        var masked = text.ToCharArray();
        foreach (var (start, length) in taken)
            masked.AsSpan(start, length).Fill('#');
        return new string(masked);
    }

    /// <summary>"4,600 dollars an ounce, and 6,000 by 2030": money for one of something stays so within a sentence.</summary>
    private static List<Quantity> Inherit(List<Quantity> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var before = found[i - 1].Unit;
            if (
                found[i].Kind == QuantityKind.Money
                && before.StartsWith(found[i].Unit + "/", StringComparison.Ordinal)
                && found[i].Value < 20 * found[i - 1].Value
            )
            {
                found[i] = found[i] with { Unit = before };
            }
        }

        return found;
    }

    private static bool Meet(int start, int length, Quantity quantity) =>
        start < quantity.Start + quantity.Length && quantity.Start < start + length;

    private static Quantity? FromDigits(Match match, string text)
    {
        if (match.Index > 0 && IsPartOfName(text, match.Index))
            return null;
        var scaleWord = match.Groups["scale"].Value;
        var scale = Scale.Of(scaleWord);
        var (kind, unit, factor) = Scale.UnitOf(match.Groups["unit"].Value);
        var currency = Currency(match.Groups["currency"].Value);
        // 营收41亿: what is earned is money, and in Chinese of no other word yuan.
        if (kind == QuantityKind.Number && unit.Length == 0 && scaleWord.EndsWith('亿') && Earned().IsMatch(text[..match.Index]))
            (kind, unit) = (QuantityKind.Money, "CNY");
        if (currency.Length > 0)
            (kind, unit, factor) = (QuantityKind.Money, currency, 1);
        var per = match.Groups["before"].Length > 0 ? match.Groups["before"].Value : match.Groups["per"].Value;
        if (per.Length > 0 && kind is (QuantityKind.Money or QuantityKind.Amount))
            unit += "/" + Per(per);
        var low = Parse(match.Groups["low"].Value);
        var high = match.Groups["high"].Success ? Parse(match.Groups["high"].Value) : low;
        var lowScale = match.Groups["lowscale"].Length > 0 ? Scale.Of(match.Groups["lowscale"].Value) : scale;
        if (match.Groups["minus"].Length > 0)
            (low, high) = (-low, -high);
        var bound = match.Groups["plus"].Length > 0 ? QuantityBound.AtLeast : QuantityBound.None;
        low = Scale.Times(low * lowScale, factor);
        high = Scale.Times(high * scale, factor);
        return low > high && match.Groups["high"].Success && match.Groups["minus"].Length == 0
            ? null
            : new Quantity(kind, low, high, unit, bound, match.Index, match.Length, default);
    }

    /// <summary>Digits that follow a letter are part of a name: H100, GLM-4, v5.</summary>
    private static bool IsPartOfName(string text, int start)
    {
        var before = text[start - 1];
        if (before is '-' or '.' && start > 1)
            before = text[start - 2];
        return char.IsAsciiLetterOrDigit(before) && !(before is 'B' or 'D' or 'Y' && start > 2 && char.IsUpper(text[start - 2]));
    }

    private static Quantity? FromChinese(Match match, string text)
    {
        var numeral = match.Groups["numeral"].Value;
        var scale = match.Groups["scale"].Value;
        var vague = numeral[0] is '数' or '几';
        var value = vague ? (numeral.Length > 1 ? Scale.Chinese(numeral[1..]) : 1) : Scale.Chinese(numeral);
        if (value is not { } number)
            return null;
        var (kind, unit, factor) = Scale.UnitOf(match.Groups["unit"].Value);
        number = Scale.Times(number * Scale.Of(scale), factor);
        // 增长一倍 is growth of 100%, not once as much.
        if (kind == QuantityKind.Multiple && Growth().IsMatch(text[..match.Index]))
            kind = QuantityKind.Percent;
        return vague
            ? new Quantity(kind, 2 * number, 9 * number, unit, QuantityBound.About, match.Index, match.Length, default)
            : new Quantity(kind, number, number, unit, QuantityBound.None, match.Index, match.Length, default);
    }

    private static Quantity? FromEnglish(Match match)
    {
        var scale = Scale.Of(match.Groups["scale"].Value);
        var (kind, unit, factor) = Scale.UnitOf(match.Groups["unit"].Value);
        if (match.Groups["vague"].Value is { Length: > 0 } vague)
        {
            var tens =
                vague.StartsWith("tens", StringComparison.OrdinalIgnoreCase) ? 10
                : vague.StartsWith("hundreds", StringComparison.OrdinalIgnoreCase) ? 100
                : 1;
            var one = tens * scale * factor;
            return new Quantity(kind, 2 * one, 9 * one, unit, QuantityBound.About, match.Index, match.Length, default);
        }

        if (Scale.English(match.Groups["number"].Value) is not { } number)
            return null;
        number = Scale.Times(number * scale, factor);
        return new Quantity(kind, number, number, unit, QuantityBound.None, match.Index, match.Length, default);
    }

    private static Quantity FromDoubling(Match match)
    {
        var word = match.Value.ToLowerInvariant();
        var value =
            word.StartsWith("doubl", StringComparison.Ordinal) || word is "翻倍" or "翻番" or "翻一番" or "twice" or "twofold" ? 2
            : word.StartsWith("tripl", StringComparison.Ordinal) || word == "threefold" ? 3
            : word.StartsWith("quadrupl", StringComparison.Ordinal) || word is "翻两番" or "fourfold" ? 4
            : word is "fivefold" ? 5
            : word is "tenfold" ? 10
            : 0.5;
        return new Quantity(QuantityKind.Multiple, value, value, "", QuantityBound.None, match.Index, match.Length, default);
    }

    internal static double Parse(string digits) =>
        double.Parse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Currency(string sign) =>
        sign.Trim().ToUpperInvariant() switch
        {
            "" => "",
            "$" or "US$" or "USD" => "USD",
            "HK$" or "HKD" => "HKD",
            "NT$" or "TWD" => "TWD",
            "A$" => "AUD",
            "C$" => "CAD",
            "S$" => "SGD",
            "€" or "EUR" => "EUR",
            "£" or "GBP" => "GBP",
            _ => "CNY",
        };

    private static string Per(string word) =>
        word.Trim(' ', '/', '每').ToLowerInvariant() switch
        {
            var w
                when w.EndsWith("盎司", StringComparison.Ordinal)
                    || w.EndsWith("oz", StringComparison.Ordinal)
                    || w.EndsWith("ounce", StringComparison.Ordinal) => "oz",
            var w when w.EndsWith('吨') || w.EndsWith("tonne", StringComparison.Ordinal) || w.EndsWith("ton", StringComparison.Ordinal) =>
                "t",
            var w when w.EndsWith("kwh", StringComparison.Ordinal) || w.EndsWith("千瓦时", StringComparison.Ordinal) => "kWh",
            var w when w.EndsWith("wh", StringComparison.Ordinal) => "Wh",
            var w when w.EndsWith('股') || w.EndsWith("share", StringComparison.Ordinal) => "share",
            var w when w.EndsWith('桶') || w.EndsWith("barrel", StringComparison.Ordinal) => "bbl",
            var w => w.Split(' ')[^1],
        };

    [GeneratedRegex("(营收|收入|净利|利润|现金净流|分红|派息|销售额|成交额|市值)[^，。；;]{0,30}$", Options, 20_000)]
    private static partial Regex Earned();

    [GeneratedRegex("(增长|增加|提高|提升|上升|扩大|上涨|大增|激增|涨)了?(约|近|逾|超过?|至少)?$", Options, 20_000)]
    private static partial Regex Growth();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Number = @"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[0-9]+(\.[0-9]+)?";

    private const string Size =
        @"万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|兆(?!瓦)|(trillion|billion|million|thousand|tn|tr|bn|mn|mm)(?![a-z])|(?<![a-z])[tbmk](?![a-z])";

    private const string Units =
        @"%|(percent(?!age)|per cent|pct|percentage points?|basis points?|bps?|pp|pts|times|x(?![a-z0-9])|-?fold|dollars?|yuan|"
        + @"euros?|pounds|pence|yen|won|francs"
        + @"|GWh|MWh|TWh|kWh|GW|MW|tonnes|tons|ounces|oz|barrels|vehicles|cars|units|robots|phones|chips|wafers|users|people|"
        + @"customers|subscribers|patients"
        + @"|companies|banks|rate cuts|cuts|ipos|listings)(?![a-z])"
        + "|个?百分点|个?基点|成(?![本为立长交分果])|倍|太瓦时|吉瓦时|兆瓦时|千瓦时|吉瓦|兆瓦|千瓦"
        + "|美元|美金|港元|港币|欧元|英镑|日元|韩元|新台币|台币|元人民币|元新台币|人民币|元|吨|盎司|桶|辆|台(?!积)|部|套|颗|片|件|用户|人|患者|家|次降息|次"
        + "|(?<=[0-9]{3}\\s?)点(?![钟评半])";

    private const string PerWords = @"\s?(/|per |an |a |每)\s?(kWh|Wh|oz|ounce|tonne|ton|share|barrel|盎司|千瓦时|吨|股|桶)(?![a-z])";

    [GeneratedRegex(
        @"(?<before>每(盎司|千瓦时|吨|股|桶)\s?)?(?<from>(?<=\bfrom\s))?(?<between>(?<=\bbetween\s))?(?<currency>US\$|HK\$|NT\$"
            + @"|A\$|C\$|S\$|\$|€|£|¥|RMB\s?|USD\s?|EUR\s?|CNY\s?|HKD\s?|GBP\s?|"
            + @"TWD\s?)?(?<minus>(?<![0-9a-z)])-)?(?<low>"
            + Number
            + @")(?![0-9])((?(from)(?!))(?<lowscale>"
            + Size
            + @")?\s?((?<percent>%)|美元|元)?(-|–|—|~|至|到|\sto\s|(?(between)\sand\s|(?!)))\s?(US\$|HK\$|\$|€|£|¥|RMB\s?)?(?<high>"
            + Number
            + @")(?![0-9])(?(percent)(?=\s?-?(%|percent|pct|个?百分点))))?(?<plus>\+)?\s?-?(?<scale>"
            + Size
            + @")?(?<plus>\+|多|余)?\s?-?(?<unit>"
            + Units
            + @")?(?<per>"
            + PerWords
            + @")?",
        Options,
        20_000
    )]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"(?<numeral>[数几][十百千]?|[一二两三四五六七八九十百千零]{1,6})(?<scale>万亿|千亿|百亿|十亿|亿|千万|百万|万)?(?<unit>个?百分点|个?基点|成(?![本为立长交分果])|倍|美元|港元|"
            + @"欧元|人民币|元|吨|盎司|辆|台(?!积)|颗|家|次降息)",
        Options,
        20_000
    )]
    private static partial Regex ChineseWords();

    [GeneratedRegex(
        @"\b((?<vague>several|tens of|hundreds of|dozens of)|(?<number>one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
            + @"twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))"
            + @"(?<more> or more)?([\s-](?<scale>trillion|billion|million|thousand|hundred)s?)?( of)?([\s-](?<unit>percent|per "
            + @"cent|percentage points?|basis points?|times|fold|dollars|yuan|euros|vehicles|cars|units|companies|banks|"
            + @"rate cuts|cuts|ipos|listings))?\b",
        Options,
        20_000
    )]
    private static partial Regex EnglishWords();

    [GeneratedRegex(
        @"\b(doubl(e|es|ed|ing)|tripl(e|es|ed|ing)|quadrupl(e|es|ed|ing)|halv(e|es|ed|ing)|twofold|threefold|fourfold|fivefold|"
            + @"tenfold)\b|\btwice\b|翻一番|翻两番|翻番|翻倍|减半|腰斩",
        Options,
        20_000
    )]
    private static partial Regex Doubling();
}
