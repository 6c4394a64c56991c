using System.Globalization;
using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Quantities;

/// <summary>Finds in a heading or sentence how long its advice is meant for.</summary>
internal static partial class HorizonScanner
{
    private const double LongestShort = 3;
    private const double LongestMedium = 18;

    /// <summary>The first horizon of a text: months before words, for "short term (1-3 months)" says both.</summary>
    public static HorizonExpression? Find(Prose prose)
    {
        var text = prose.Text;
        if (Months().Match(text) is { Success: true } months)
            return FromMonths(months, prose);
        if (Words().Match(text) is not { Success: true } words)
            return null;
        var span = prose.SpanOf(words.Index, words.Length);
        return words.Value.ToLowerInvariant() switch
        {
            "中长期" or "medium to long term" or "medium-to-long term" or "medium- to long-term" => new HorizonExpression(
                HorizonBucket.LongTerm,
                0,
                0,
                span
            )
            {
                Otherwise = HorizonBucket.MediumTerm,
            },
            "中短期" => new HorizonExpression(HorizonBucket.ShortTerm, 0, 0, span) { Otherwise = HorizonBucket.MediumTerm },
            var w when w[0] is '短' or 's' or 'n' or '下' => new HorizonExpression(HorizonBucket.ShortTerm, 0, 3, span),
            var w when w[0] is '中' or 'm' => new HorizonExpression(HorizonBucket.MediumTerm, 0, 12, span),
            _ => new HorizonExpression(HorizonBucket.LongTerm, 0, 36, span),
        };
    }

    /// <summary>The horizon of so many months.</summary>
    public static HorizonBucket Of(double months) =>
        months <= LongestShort + 0.01 ? HorizonBucket.ShortTerm
        : months <= LongestMedium ? HorizonBucket.MediumTerm
        : HorizonBucket.LongTerm;

    private static HorizonExpression FromMonths(Match match, Prose prose)
    {
        var unit = DateScanner.MonthsOf(match.Groups["unit"].Value);
        var from = Number(match.Groups["from"].Value) * unit;
        var to = match.Groups["to"].Success ? Number(match.Groups["to"].Value) * unit : from;
        return new HorizonExpression(Of(to), match.Groups["to"].Success ? from : 0, to, prose.SpanOf(match.Index, match.Length));
    }

    private static double Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : Scale.Chinese(word) ?? Scale.English(word) ?? 1;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Count =
        "[0-9]{1,2}|一|两|三|四|五|六|七|八|九|十|十二|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen";

    [GeneratedRegex(
        @"(?<from>"
            + Count
            + @")\s?(年|个月|months?|years?)?\s?(-|–|—|~|至|到|\sto\s)\s?(?<to>"
            + Count
            + @")[\s-]?(?<unit>个月|个季度|年|周|months?|quarters?|years?|weeks?)(?![a-z])"
            + @"|(未来|今后|接下来|持有)\s?(?<from>"
            + Count
            + @")\s?(?<unit>个月|个季度|年|周)|(?<from>"
            + Count
            + @")(?<unit>个月|年)(内|以上|维度)"
            + @"|\b(next|coming|following)\s(?<from>"
            + Count
            + @")[\s-](?<unit>years?|quarters?|months?|weeks?)\b|\b(over|within|for|hold|in)\s(the\snext\s)?(?<from>"
            + Count
            + @")\s(?<unit>years?|quarters?|months?|weeks?)\b"
            + @"|\b(?<from>"
            + Count
            + @")\s(?<unit>months?|years?|weeks?|quarters?)\s(ahead|out|forward|from\snow)\b"
            + @"|\b(?<from>"
            + Count
            + @")-(?<unit>month|year|week)\s(view|horizon|basis|price\starget|target|holding|trade|call|rating)"
            + @"|(?<from>"
            + Count
            + @")\s?(?<unit>个月)(目标价|评级)|^(?<from>"
            + Count
            + @")\s?(?<unit>个月|年|months?|years?|weeks?)$",
        Options,
        20_000
    )]
    private static partial Regex Months();

    [GeneratedRegex(
        @"(中长期|中短期|短期|短线|中期|中线|长期|长线|下个季度|下季度|\bmedium[- ]to[- ]long[- ]term\b|\bmedium- to long-term\b|\bshort[- ](term|run)\b|"
            + @"\bnear[- ]term\b|\bmedium[- ]term\b|\bmid[- ]term\b"
            + @"|\blong(er)?[- ](term|run)\b|\bnext quarter\b)(?!\s?(rate|yield|treasur|bond|debt|contract|loan|interest|"
            + @"funding|risk|涨幅|跌幅|利率|国债|债|贷款|协议|合同|合约|逻辑))",
        Options,
        20_000
    )]
    private static partial Regex Words();
}
