using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Quantities;

/// <summary>What a bare 元 is in an article: of Taipei and Hong Kong it is their dollar, as their papers leave the word away.</summary>
internal static partial class HomeCurrency
{
    /// <summary>The currency that an article's markets point to; CNY where nothing else is said.</summary>
    public static string Of(ArticleText article)
    {
        var text = string.Join('\n', article.Sentences.Select(s => s.Text));
        var (mainland, taiwan, hongKong) = (Mainland().Count(text), Taiwan().Count(text), HongKong().Count(text));
        return taiwan > mainland && taiwan >= hongKong ? "TWD"
            : hongKong > mainland ? "HKD"
            : "CNY";
    }

    /// <summary>
    /// A quantity of 元 in this currency. Hong Kong's is that of prices alone: firms that are listed there mostly report in yuan.
    /// </summary>
    public static Quantity Apply(Quantity quantity, string home, Prose prose, bool isPrice)
    {
        var isBare =
            quantity is { Kind: QuantityKind.Money, Unit: "CNY" }
            && prose.Text.AsSpan(quantity.Start, quantity.Length).EndsWith("元")
            && home != "CNY"
            && (isPrice || home == "TWD");
        return isBare ? quantity with { Unit = home } : quantity;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"人民币|A股|沪深|上证|深证|\.S[HZS]\b|\([036][0-9]{5}\)", Options, 20_000)]
    private static partial Regex Mainland();

    [GeneratedRegex(@"台股|新台币|台湾|台积电|\.TW\b", Options, 20_000)]
    private static partial Regex Taiwan();

    [GeneratedRegex(@"港股|港元|港币|本港|港楼|恒生|恒指|香港|\.HK\b|\(0[0-9]{2,4}\)", Options, 20_000)]
    private static partial Regex HongKong();
}
