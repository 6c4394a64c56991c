using System.Globalization;
using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Quantities;

/// <summary>Finds in a heading or sentence how long its advice is meant for.</summary>
internal static partial class HorizonScanner
{
    private const double LongestShort = 3;
    private const double LongestMedium = 18;

    /// <summary>How far behind its words a horizon's months may begin, in characters.</summary>
    private const int Beside = 3;

    /// <summary>The first horizon of a text: months before words, for "short term (1-3 months)" says both.</summary>
    public static HorizonExpression? Find(Prose prose)
    {
        if (Months().Match(prose.Text) is { Success: true } months)
            return FromMonths(months, prose);
        return Words().Match(prose.Text) is { Success: true } words ? FromWords(words, prose) : null;
    }

    /// <summary>All horizons of a text from the left; words with months beside them, as in "short term (1-3 months)", are one.</summary>
    public static IReadOnlyList<(HorizonExpression Horizon, int Start, int Length)> FindAll(Prose prose)
    {
        var found = Months().Matches(prose.Text).Select(m => (Horizon: FromMonths(m, prose), Start: m.Index, m.Length)).ToList();
        foreach (Match words in Words().Matches(prose.Text))
        {
            var end = words.Index + words.Length;
            var beside = found.FindIndex(f => f.Start < end + Beside && words.Index < f.Start + f.Length);
            if (beside < 0)
                found.Add((FromWords(words, prose), words.Index, words.Length));
            else if (words.Index < found[beside].Start)
                found[beside] = (found[beside].Horizon, words.Index, found[beside].Start + found[beside].Length - words.Index);
        }

        return [.. found.OrderBy(f => f.Start)];
    }

    private static HorizonExpression FromWords(Match words, Prose prose)
    {
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
            "中短期" or "short to medium term" or "short-to-medium term" or "short- to medium-term" => new HorizonExpression(
                HorizonBucket.ShortTerm,
                0,
                0,
                span
            )
            {
                Otherwise = HorizonBucket.MediumTerm,
            },
            var w when w[0] is '短' or 's' or 'n' or '下' => new HorizonExpression(HorizonBucket.ShortTerm, 0, 3, span),
            var w when w[0] is '中' or 'm' or 'i' => new HorizonExpression(HorizonBucket.MediumTerm, 0, 12, span),
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
            + @"|(未来|今后|接下来|持有期?|期限|周期)(为|约|是|[:：])?\s?(?<from>"
            + Count
            + @")\s?(?<unit>个月|个季度|年|周)|(?<from>"
            + Count
            + @")(?<unit>个月|年)(内|以上|的?(维度|周期|视角|期限)|来看|为限)"
            + @"|\b(next|coming|following)\s(?<from>"
            + Count
            + @")[\s-](?<unit>years?|quarters?|months?|weeks?)\b|\b(over|within|for|hold|in)\s(the\snext\s)?(?<from>"
            + Count
            + @")\s(?<unit>years?|quarters?|months?|weeks?)\b"
            + @"|\b(horizon|holding period|time frame|timeframe)(\sis|\sof|:)?\s(?<from>"
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
        @"(中长期|中短期|短期|短线|中期|中线|长期|长线|下个季度|下季度|"
            + @"\bmedium[- ]to[- ]long[- ]term\b|\bmedium- to long-term\b|\bshort[- ]to[- ]medium[- ]term\b|\bshort- to medium-term\b|"
            + @"\bintermediate[- ]term\b|\bshort[- ](term|run)\b|"
            + @"\bnear[- ]term\b|\bmedium[- ]term\b|\bmid[- ]term\b"
            + @"|\blong(er)?[- ](term|run)\b|\bnext quarter\b)(?!\s?(rate|yield|treasur|bond|debt|contract|loan|interest|"
            + @"funding|risk|涨幅|跌幅|利率|国债|债|贷款|协议|合同|合约|逻辑))",
        Options,
        20_000
    )]
    private static partial Regex Words();
}
