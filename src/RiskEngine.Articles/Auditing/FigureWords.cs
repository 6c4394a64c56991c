using System.Text.RegularExpressions;

namespace RiskEngine.Articles.Auditing;

/// <summary>Words that say what a figure of a sentence is: a change, a share, the largest.</summary>
internal static partial class FigureWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\bfrom\b|从|由|较|(增|升|降|跌)(加|长)?(至|到)", Options, 20_000)]
    public static partial Regex FromWords();

    [GeneratedRegex(@"\bfrom\b|较|高于|低于", Options, 20_000)]
    public static partial Regex Reversed();

    [GeneratedRegex(
        @"\b(grow(s|n|th|ing)?|grew|rose|ris(e|es|en|ing)|up|increas(e|es|ed|ing)|jump(s|ed)?|gain(s|ed)?|climb(s|ed)?|"
            + @"f[ae]ll(s|en)?|drop(s|ped)?|declin(e|es|ed)|down|shr[aiu]nk)\b|增长|同比|增速|上升|上涨|增加|下降|下滑|下跌|减少|跌|涨",
        Options,
        20_000
    )]
    public static partial Regex GrowthWords();

    [GeneratedRegex(
        @"\b(f[ae]ll(s|en)?|drop(s|ped)?|declin(e|es|ed)|down|shr[aiu]nk|plunged?|lost)\b|下降|下滑|下跌|减少",
        Options,
        20_000
    )]
    public static partial Regex FallWords();

    [GeneratedRegex(@"CAGR|复合|年均|\ba year\b|\bannual(ly)?\b|每年", Options, 20_000)]
    public static partial Regex Annual();

    [GeneratedRegex(@"占|\bof (the|all) \w+|\bshare\b", Options, 20_000)]
    public static partial Regex ShareWords();

    [GeneratedRegex(
        @"占比|市占率|份额|渗透率|占(全部|总|全球|市场)|market share|\bshare of\b|penetration|毛利率|gross margin",
        Options,
        20_000
    )]
    public static partial Regex WholeShare();

    [GeneratedRegex(@"全球|总|合计|\btotal\b|\bworld\b|\ball\b|\bglobal\b", Options, 20_000)]
    public static partial Regex WholeName();

    [GeneratedRegex(@"增长最快|增速最快|最快的?(细分|赛道|增长)|fastest[- ]growing|grow(s|ing)? (the )?fastest", Options, 20_000)]
    public static partial Regex FastestWords();

    [GeneratedRegex(@"(since|from|than in|比|较|自)\s?(?<y>20[0-9]{2})", Options, 20_000)]
    public static partial Regex Since();

    [GeneratedRegex(
        @"\b(31|30) February\b|\bFebruary (30|31)\b|\b31 (April|June|September|November)\b|\b(April|June|September|November) "
            + @"31\b|(?<![0-9])2月(30|31)日|(?<![0-9])(4|6|9|11)月31日|Q5\b|第五季度",
        Options,
        20_000
    )]
    public static partial Regex BadDay();
}
