namespace RiskEngine.Articles.Quantities;

/// <summary>Figures of a list that name their unit once: <c>5.1/7.0/9.0亿元</c>, <c>11、22、33GWh</c>.</summary>
internal static class ListedFigures
{
    /// <summary>The same quantities, those without a unit of their own with that of the next in their list.</summary>
    public static List<Quantity> Complete(List<Quantity> found, string text)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (bare, next) = (found[i], found[i + 1]);
            if (
                bare is not { Kind: QuantityKind.Number, Unit.Length: 0 }
                || next.Kind == QuantityKind.Number
                || !AreListed(bare, next, text)
            )
            {
                continue;
            }

            var digits = new string([.. text.AsSpan(next.Start, next.Length).TrimStart("$€£¥ ").ToString().TakeWhile(IsOfNumber)]);
            if (digits.Length == 0 || QuantityScanner.Parse(digits.TrimEnd(',', '.')) is not (> 0 and var plain))
                continue;
            var factor = next.Low / plain;
            found[i] = bare with
            {
                Kind = next.Kind,
                Unit = next.Unit,
                Low = Scale.Times(bare.Low, factor),
                High = Scale.Times(bare.High, factor),
            };
        }

        return found;
    }

    /// <summary>Whether only the sign of a list stands between two quantities.</summary>
    public static bool AreListed(Quantity first, Quantity second, string text) =>
        text[(first.Start + first.Length)..second.Start].Trim() is "/" or "、" or "," or "，" or "和" or "及" or "以及" or "and" or ", and";

    private static bool IsOfNumber(char character) => char.IsAsciiDigit(character) || character is '.' or ',';
}
