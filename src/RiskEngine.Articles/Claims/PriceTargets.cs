using System.Text.RegularExpressions;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>Tells price targets: money that a sentence calls one, before or behind the figure.</summary>
internal static partial class PriceTargets
{
    /// <summary>Where a sentence speaks of one; null where it does not.</summary>
    public static int? In(string text) => Words().Match(text) is { Success: true } target ? target.Index : null;

    /// <summary>Whether a sentence tells a change of price from one figure to another without saying of what.</summary>
    public static bool IsChange(string text) => Change().IsMatch(text) && In(text) is null;

    /// <summary>Whether a figure is the new one of such a change.</summary>
    public static bool IsChanged(Quantity quantity, string text) => Changed().IsMatch(text[..quantity.Start]);

    /// <summary>Whether a figure is one.</summary>
    public static bool IsOne(Quantity quantity, string text)
    {
        if (quantity.Kind != QuantityKind.Money)
            return false;
        if (Behind().IsMatch(text[(quantity.Start + quantity.Length)..]))
            return true;
        var before = text[..quantity.Start];
        return Before().Match(before) is { Success: true } words && !Price().IsMatch(before[words.Index..]);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"\b(price\s)?targets?\b(\sprice)?|目标价|目标位|(看至|看到|上看|目标[:：为至]|目标上调至|目标下调至)(?=[0-9])",
        Options,
        20_000
    )]
    private static partial Regex Words();

    [GeneratedRegex(
        @"(\btargets?\b(\sprice)?[^.;；。]{0,30}|(目标价|目标位)[^;；。]{0,60}|(看至|看到|上看|目标[:：为至]|目标上调至|目标下调至))$",
        Options | RegexOptions.RightToLeft,
        20_000
    )]
    private static partial Regex Before();

    [GeneratedRegex(@"^\s?(price\s)?target\b|^(、[0-9,.]+元)*\s?的?[^，。；、]{0,2}目标价", Options, 20_000)]
    private static partial Regex Behind();

    private const string From = @"(由|从)\s?(US\$|HK\$|NT\$|\$)?[0-9,.]+\s?(港元|美元|元|日元)?[^，。；;0-9]{0,6}(至|到)\s?";

    [GeneratedRegex(From + "[0-9$]", Options, 20_000)]
    private static partial Regex Change();

    [GeneratedRegex(From + @"(US\$|HK\$|NT\$|\$)?$", Options, 20_000)]
    private static partial Regex Changed();

    /// <summary>A price that is paid today stands beside many a target.</summary>
    [GeneratedRegex(@"股价|现价|收盘|市值|\b(current|currently|closed|traded|trading|share price|shares)\b", Options, 20_000)]
    private static partial Regex Price();
}
