using System.Text.RegularExpressions;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Lexicons;

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

    /// <summary>The bank or broker of <c>Lexicons/firms.csv</c> that speaks in a sentence; null where none does.</summary>
    public static string? Firm(string text)
    {
        foreach (var (name, start) in firms.In(text))
        {
            if (FirmSays().IsMatch(text[(start + name.Length)..]))
                return name;
        }

        return null;
    }

    /// <summary>Whether a name in a sentence is the bank or broker that speaks, and not what is spoken of.</summary>
    public static bool IsFirm(string text, EntityMention mention) =>
        firms.At(text, mention.Start) is not null
        && (FirmSays().IsMatch(text[(mention.Start + mention.Length)..]) || FirmBefore().IsMatch(text[..mention.Start]));

    /// <summary>Whether a name in a sentence is that of a bank or broker of the list, whatever it does there.</summary>
    public static bool IsListed(string text, EntityMention mention) => firms.At(text, mention.Start) is not null;

    /// <summary>Whether a sentence goes on with the speaker of the one before it.</summary>
    public static bool GoesOn(string text) => Pronoun().IsMatch(text);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Phrases firms = new(Lexicon.Words("firms.csv"));

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

    [GeneratedRegex(
        @"^('s?)?\s(analysts?|strategists?|economists?)\s[A-Z]|^(Inc\.?|Group|Capital|Securities"
            + @"|Research)?('s?)?(\s?\([^)]{1,24}\))?(\s(analysts?|strategists?|economists?|Securities|Research|"
            + @"Capital|Markets)){0,3}('s?)?([\s,][^,.;:]{0,40}?)?\s("
            + Says
            + @"|lifted|lifts|lowered|lowers|maintained|maintains|predicts|predicted|anticipates|values|named|names|began|starts"
            + @"|started|published|releases|released|issued|issues|maintains?|reiterates?)\b"
            + @"|^(集团|证券|银行|环球|研究|投资|资本|国际|策略|投行|分析师){0,3}(\([^)]{1,24}\))?[^,，。;；:：]{0,16}?(发表|发布|报告|指|认为|表示|预计|预期|预测"
            + "|料|称|说|将|把|给予|维持|上调|下调|调高|调升|调降|看好|看多|看空|重申|列为|对|的最高|目标价)|^\\s?[:：]",
        Options,
        20_000
    )]
    private static partial Regex FirmSays();

    [GeneratedRegex(@"\b(at|by|from|with)\s$|(据|获|被|来自|继)$", Options, 20_000)]
    private static partial Regex FirmBefore();

    [GeneratedRegex(
        @"^(同时|此外|另外|不过|而)?(She|He|They|His|Her|The (analyst|bank|broker|firm|strategist)|他|她|该分析师|该行|该机构|该券商|其)\b?",
        Options,
        20_000
    )]
    private static partial Regex Pronoun();
}
