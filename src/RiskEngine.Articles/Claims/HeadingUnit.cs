using System.Text.RegularExpressions;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Claims;

/// <summary>The unit that a table's heading gives for its figures: <c>(GWh)</c>, <c>亿元</c>, <c>$bn</c>, <c>%</c>.</summary>
internal sealed partial record HeadingUnit(QuantityKind Kind, string Unit, double Factor)
{
    /// <summary>The unit of a heading; null where it names none.</summary>
    public static HeadingUnit? Of(string heading)
    {
        foreach (Match match in Bracket().Matches(heading))
        {
            var unit = match.Groups["unit"].Value.Trim();
            var number =
                unit.Length > 0 && unit[0] is '$' or '€' or '£' or '¥' ? unit[..1] + "1" + unit[1..]
                : unit.Length > 3 && unit[..3] is "US$" or "HK$" ? unit[..3] + "1" + unit[3..]
                : unit.StartsWith("USD ", StringComparison.Ordinal)
                || unit.StartsWith("EUR ", StringComparison.Ordinal)
                || unit.StartsWith("CNY ", StringComparison.Ordinal)
                    ? unit[..4] + "1 " + unit[4..]
                : "1" + (char.IsAsciiLetter(unit[0]) ? " " : "") + unit;
            var found = QuantityScanner.Scan(new Prose(number, [.. Enumerable.Range(0, number.Length)]));
            if (found.Count == 1 && (found[0].Kind != QuantityKind.Number || found[0].Value != 1))
                return new HeadingUnit(found[0].Kind, found[0].Unit, found[0].Value);
        }

        return null;
    }

    /// <summary>A bare figure in this unit.</summary>
    public Quantity Apply(Quantity quantity) =>
        quantity with
        {
            Kind = Kind,
            Unit = Unit,
            Low = quantity.Low * Factor,
            High = quantity.High * Factor,
        };

    [GeneratedRegex(
        @"\((单位[:：])?(?<unit>[^()]{1,14})\)|(单位[:：])(?<unit>\S{1,8})|[,，]\s?(?<unit>(US)?\$\s?bn|%|GWh|tonnes)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Bracket();
}
