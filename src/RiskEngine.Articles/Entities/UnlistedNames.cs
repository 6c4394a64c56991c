using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Entities;

/// <summary>
/// Companies that an article names in a list of recommended ones, without a symbol, and that the security list does not know:
/// 建议关注北新建材、伟星新材、兔宝宝等.
/// </summary>
internal static partial class UnlistedNames
{
    private const int Shortest = 3;
    private const int Longest = 6;

    /// <summary>How long a name without a known ending may be: few are longer.</summary>
    private const int LongestOfAnyEnding = 4;

    private static readonly string[] endings = [.. Lexicon.Words("company-endings.csv")];

    /// <summary>The names of an article, each once.</summary>
    public static IReadOnlyList<NameIndex.NamedThing> Of(ArticleText article)
    {
        var names = new Dictionary<string, NameIndex.NamedThing>(StringComparer.Ordinal);
        foreach (var sentence in article.Sentences.Where(s => !s.Block.IsBoilerplate))
        {
            foreach (Match match in List().Matches(sentence.Text))
            {
                foreach (var name in Names(match.Groups["items"].Value))
                    names.TryAdd(name, new NameIndex.NamedThing(name, EntityKind.UnknownName, IdOf(name)));
            }
        }

        return [.. names.Values];
    }

    /// <summary>The names of one list: all its items, where at least half of them end as company names do.</summary>
    private static List<string> Names(string items)
    {
        var parts = Separator().Split(items).Select(Bare).Where(p => p.Length > 0).ToList();
        var known = parts.Count(HasEnding);
        var isSure = parts.Exists(IsSure);
        if (known == 0 || 2 * known < parts.Count || (!isSure && (parts.Count == 1 || parts.Exists(p => Generic().IsMatch(p)))))
            return [];
        return
        [
            .. parts.Where(p =>
                (IsSure(p) || !Generic().IsMatch(p))
                && p.Length is >= Shortest and <= Longest
                && (HasEnding(p) || p.Length <= LongestOfAnyEnding)
            ),
        ];
    }

    /// <summary>An item without what describes it: "增长稳健的", "龙头", "弹性标的".</summary>
    private static string Bare(string item)
    {
        var name = item[(Description().Match(item) is { Success: true } words ? words.Index + words.Length : 0)..];
        name = Tail().Replace(name, "").Trim();
        return name.All(Characters.IsChinese) ? name : "";
    }

    private static bool IsSure(string name) =>
        name.Length > 2 && (name.EndsWith("股份", StringComparison.Ordinal) || name.EndsWith("科技", StringComparison.Ordinal));

    private static bool HasEnding(string name) =>
        Array.Exists(endings, ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal));

    private static string IdOf(string name) =>
        string.Concat(name.Select(c => ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        "(关注|推荐|看好|首推|首选|布局|增持|买入|标的)(标的|个股|公司|企业|龙头)?(包括|有|为|:|：)?\\s?"
            + "(?<items>[^。；;!?！？:：]{3,160}?)(等?(行业|领域|板块|方向|环节|赛道|产业链|品种|机会)|等|[。；;]|$)",
        Options,
        20_000
    )]
    private static partial Regex List();

    [GeneratedRegex("[、,，]|以及|及|和(?=[\\u4e00-\\u9fff]{3,6}($|[、,，等]))|与(?=[\\u4e00-\\u9fff]{3,6}($|[、,，等]))", Options, 20_000)]
    private static partial Regex Separator();

    [GeneratedRegex(".*(的|龙头|标的|企业|公司|厂商|受益于|关注|推荐|看好|以及|包括)", Options, 20_000)]
    private static partial Regex Description();

    /// <summary>Words that begin the names of products and industries, not of companies: 新型储能, 光伏玻璃.</summary>
    [GeneratedRegex(
        "^(新|弹性|高端|高速|低|海上|陆上|特种|光伏|储能|工业|消费|可选|必选|智能|人形|优质|国产|传统|绿色|半导体|创新|商业|动力|民用|固态|钠|锂|液冷|"
            + "先进|核心|上游|中游|下游|相关|合成|电子|稀土|数字|低空|人工)",
        Options,
        20_000
    )]
    private static partial Regex Generic();

    [GeneratedRegex("(\\(.*\\)?|等.*)$", Options, 20_000)]
    private static partial Regex Tail();
}
