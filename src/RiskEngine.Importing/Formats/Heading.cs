using System.Text;
using System.Text.RegularExpressions;
using RiskEngine.Importing.Numbers;

namespace RiskEngine.Importing.Formats;

/// <summary>A heading as it is compared: small letters, single spaces, no quotes and no sign of order.</summary>
internal static partial class Heading
{
    /// <summary>
    /// Characters of a heading that may have other forms; looking for these takes time that grows with the square of its length.
    /// </summary>
    private const int Longest = 200;

    /// <summary>The form in which headings are compared.</summary>
    public static string Plain(string heading)
    {
        var plain = heading;
        if (plain.AsSpan().IndexOfAnyInRange('\uFF01', '\uFF5E') >= 0 || plain.Contains('\u3000'))
            plain = plain.Normalize(NormalizationForm.FormKC);
        plain = plain.Replace('_', ' ');
        plain = plain.Trim('\uFEFF', ' ', '"', ':', '：', '*').ToLowerInvariant();
        return plain.Contains("  ", StringComparison.Ordinal) || plain.AsSpan().IndexOfAny('\t', '\n', '\u00A0') >= 0
            ? Spaces().Replace(plain, " ")
            : plain;
    }

    /// <summary>
    /// The forms under which a heading may stand in a vocabulary, the likeliest first, and the currency that each leaves aside: as it is;
    /// without a currency (<c>Wert in EUR</c>, <c>市值(USD)</c>); without what stands in parentheses; what stands there.
    /// </summary>
    public static IEnumerable<(string Form, string Currency)> Forms(string heading)
    {
        var plain = Plain(heading);
        yield return (plain, "");
        if (plain.Length > Longest)
            yield break;
        if (InCurrency().Match(plain) is { Success: true } match && CurrencyCode.Of(match.Groups["code"].Value) is { } code)
            yield return (match.Groups["rest"].Value.Trim(), code);
        if (Parentheses().Match(plain) is { Success: true } parts)
        {
            yield return (parts.Groups["rest"].Value.Trim(), "");
            yield return (parts.Groups["inner"].Value.Trim(), "");
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^(?<rest>.+?)[ (\[/]+(in |en )?(?<code>[a-z]{3}|euro|€|£|\$|us\$|hk\$|pence|人民币|港元|港币|美元|円)[)\]]?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex InCurrency();

    [GeneratedRegex(
        @"^(?<rest>[^(\[]+)[(\[](?<inner>[^)\]]*)[)\]]\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Parentheses();
}
