using System.Text.RegularExpressions;

namespace RiskEngine.Articles.Claims;

/// <summary>Finds whose words a sentence reports, where it names them.</summary>
internal static partial class Speaker
{
    /// <summary>The person or firm that speaks in a sentence; null where it is the author, or nobody in particular.</summary>
    public static string? Of(string text)
    {
        if (Chinese().Match(text) is { Success: true } chinese)
            return chinese.Groups["who"].Value;
        return English().Match(text) is { Success: true } english ? english.Groups["who"].Value : null;
    }

    /// <summary>Whether a sentence goes on with the speaker of the one before it.</summary>
    public static bool GoesOn(string text) => Pronoun().IsMatch(text);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Says =
        "is|says|said|thinks|believes|argues|argued|recommends|recommended|advises|advised|rates|prefers|expects|sees|upgraded|"
        + "upgrades|downgraded|downgrades|initiated|initiates|reiterated|reiterates"
        + "|raised|raises|cut|cuts|told|tells|wrote|writes|disagrees|counters|is buying|would|forecasts|forecast|estimates|"
        + "projects|has|keeps|remains|kept|puts|warns|warned";

    [GeneratedRegex(
        @"(?<who>[A-Z][\p{L}'-]+(\s[A-Z]\.)?\s[A-Z][\p{L}'-]+)(,\s[^,;]{3,90},|\s(of|at|from)\s[A-Z][^,;]{2,40}?|\s\([^)]{2,60}\))\s("
            + Says
            + @")\b"
            + @"|\b(?<who>([A-Z][\p{L}&'-]+\s){1,3}(Securities|Research|Capital|Partners|Bank|Markets|Advisors|Asset Management|"
            + @"Brokers|Investments))('s analysts?|\sanalysts?)?[^.,;]{0,30}?\s("
            + Says
            + @")\b"
            + @"|\b([Aa]nalysts?|[Ss]trategists?|[Ee]conomists?|fund manager|portfolio manager)\s(at\s[A-Z][\p{L}& ]{2,30}?,"
            + @"?\s)?(?<who>[A-Z][\p{L}'-]+\s[A-Z][\p{L}'-]+)\b[^.;]{0,40}?\s("
            + Says
            + @")\b"
            + @"|[Aa]nalysts\sat\s(?<who>[A-Z][\p{L}& ]{2,30}?)\s("
            + Says
            + @")\b",
        Options,
        20_000
    )]
    private static partial Regex English();

    [GeneratedRegex(
        @"(?<who>[\p{Lo}]{2,8}?(证券|银行|基金|资本|资管|投行|研究所|信托|国际))(的?(首席|资深)?[\p{Lo}]{0,6}?(分析师|策略师|经济学家|基金经理)([\p{Lo}]{2,3}?))?(,|"
            + @"，)?(则|也|在[^，。]{2,16}中)?(表示|认为|建议|指出|给予|维持|上调|下调|首次覆盖|预计|看好|称|说|坚持)"
            + @"|(首席|资深)?(分析师|策略师|经济学家|基金经理)(?<who>[\p{Lo}]{2,3}?)(则|却|也)?(表示|认为|建议|指出|给予|维持|上调|下调|预计|看好|称|说)",
        Options,
        20_000
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^(She|He|They|His|Her|The (analyst|bank|broker|firm|strategist)|他|她|该分析师|该行|该机构|其)\b?", Options, 20_000)]
    private static partial Regex Pronoun();
}
