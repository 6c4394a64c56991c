using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Entities;

/// <summary>
/// Names that an article introduces itself, by a ticker symbol behind them: <c>Halden Grid Inc (NASDAQ: HLDN)</c>, <c>云岭储能(688901)</c>.
/// What the security list does not know is an unknown symbol, and so are its name and the name's first word.
/// </summary>
internal static partial class IntroducedNames
{
    private const int ShortestBrief = 5;

    /// <summary>The names of an article, each once.</summary>
    public static IReadOnlyList<NameIndex.NamedThing> Of(ArticleText article, SecurityList securities)
    {
        var names = new Dictionary<string, NameIndex.NamedThing>(StringComparer.Ordinal);
        foreach (var sentence in article.Sentences.Where(s => !s.Block.IsBoilerplate))
        {
            foreach (Match match in English().Matches(sentence.Text))
                Add(match, isEnglish: true);
            foreach (Match match in Chinese().Matches(sentence.Text))
                Add(match, isEnglish: false);
        }

        return [.. names.Values];

        void Add(Match match, bool isEnglish)
        {
            var (name, code) = (match.Groups["name"].Value, match.Groups["code"].Value);
            // A symbol of one letter is that of the name: "Macy's (M)".
            if (!isEnglish && NotOfName().Matches(name) is [.., var last])
                name = name[(last.Index + last.Length)..];
            if (name.Length is < 2 or > 8 && !isEnglish)
                return;
            if (code.Length == 1 && code[0] != name[0])
                return;
            if (NameIndex.IsAcronym(code) || NameIndex.IsCommon(name) || NotOfName().IsMatch(name))
                return;
            var security = securities.FindCode(code) ?? securities.FindCode(code.TrimStart('0'));
            var (kind, id) = security is null ? (EntityKind.UnknownSymbol, EntityScanner.IdOf(code)) : (EntityKind.Security, security.Id);
            names.TryAdd(name, new NameIndex.NamedThing(name, kind, id));
            var brief = isEnglish ? name.Split(' ')[0] : name;
            if (brief.Length >= ShortestBrief && !NameIndex.IsCommon(brief))
                names.TryAdd(brief, new NameIndex.NamedThing(brief, kind, id));
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Words that stand before a name and are no part of it.</summary>
    [GeneratedRegex(
        "看好|看多|新增|加入|纳入|调入|首推|首选|推荐|买入|增持|减持|卖出|将|对|给予|关注|包括|以及|上调|下调|维持|评级|目标|持有",
        Options,
        20_000
    )]
    private static partial Regex NotOfName();

    private const string Suffix =
        @",?\s(Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|plc|PLC|Bancorp|Bank|Financial|Therapeutics|Pharmaceuticals"
        + @"|Technologies|Group|Holdings|NV|SA|AG)\.?";

    private const string Name = @"(?<![\p{L}'])(?<name>[A-Z][\p{L}&'.-]{1,40}(\s(&\s)?[A-Z][\p{L}&'.-]{0,40}){0,4}?)";

    [GeneratedRegex(
        Name
            + "("
            + Suffix
            + @")?\s?\(((NASDAQ|NYSE|NYSE American|AMEX|LSE|OTC)\s?[:：]\s?)?(?<code>[A-Z]{1,5})(\s[-+]?[0-9.]+%)?\)|"
            + Name
            + Suffix
            + @"(\s\([A-Z][a-z]+\))?\s(?<code>[A-Z]{2,5})(?=[\s,.;)]|$)",
        Options,
        20_000
    )]
    private static partial Regex English();

    [GeneratedRegex(
        @"(?<=^|[\s、，。；：:,;""(及和与])(?<name>[\u4e00-\u9fff]{2,12}|[A-Z][A-Za-z0-9]{1,9})\s?\((?<code>(?!19[0-9]{2}\)"
            + @"|20[0-3][0-9]\))[0-9]{3,6}(\.(HK|SH|SZ|SS|TW))?)\)",
        Options,
        20_000
    )]
    private static partial Regex Chinese();
}
