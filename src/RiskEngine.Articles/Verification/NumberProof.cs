using System.Globalization;

namespace RiskEngine.Articles.Verification;

/// <summary>Looks whether a value can be what some characters say, without the rules that read it.</summary>
internal static class NumberProof
{
    private static readonly (string Word, double Factor)[] sizes =
    [
        ("万亿", 1e12),
        ("千亿", 1e11),
        ("百亿", 1e10),
        ("十亿", 1e9),
        ("亿", 1e8),
        ("千万", 1e7),
        ("百万", 1e6),
        ("十万", 1e5),
        ("万", 1e4),
        ("兆", 1e12),
        ("trillion", 1e12),
        ("tn", 1e12),
        ("t", 1e12),
        ("billion", 1e9),
        ("bn", 1e9),
        ("b", 1e9),
        ("million", 1e6),
        ("mn", 1e6),
        ("m", 1e6),
        ("thousand", 1e3),
        ("k", 1e3),
        ("hundred", 100),
        ("%", 0.01),
        ("percent", 0.01),
        ("per cent", 0.01),
        ("pct", 0.01),
        ("pp", 0.01),
        ("百分点", 0.01),
        ("成", 0.1),
        ("基点", 1e-4),
        ("bp", 1e-4),
        ("basis point", 1e-4),
        ("percentage point", 0.01),
        ("pts", 0.01),
        ("MW", 1e-3),
        ("TWh", 1e3),
        ("太瓦时", 1e3),
        ("兆瓦", 1e-3),
        ("千瓦", 1e-6),
        ("pence", 0.01),
    ];

    private static readonly string[] words =
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "several",
        "tens",
        "hundreds",
        "dozens",
        "doubl",
        "tripl",
        "quadrupl",
        "halv",
        "twice",
        "fold",
        "half",
        "third",
        "quarter",
        "fifth",
        "tenth",
        "翻",
        "减半",
        "腰斩",
        "一",
        "二",
        "两",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        "百",
        "千",
        "数",
        "几",
    ];

    /// <summary>
    /// Whether digits of the place, with sizes that stand at the place or in the quote and its headings, make the value. Numbers in words
    /// are only looked for as words.
    /// </summary>
    public static bool IsIn(string place, string quote, double value)
    {
        var digits = Digits(place).ToList();
        if (digits.Count == 0)
            return Array.Exists(words, word => place.Contains(word, StringComparison.OrdinalIgnoreCase));
        var factors = Factors(place);
        if (digits.Exists(number => Fits(number, factors, value)))
            return true;
        var outer = Factors(quote);
        return digits.Exists(number => Fits(number, outer, value));
    }

    private static bool Fits(double number, List<double> factors, double value)
    {
        if (Near(number, Math.Abs(value)))
            return true;
        return factors.Exists(f => Near(number * f, Math.Abs(value)) || factors.Exists(g => Near(number * f * g, Math.Abs(value))));
    }

    private static List<double> Factors(string text) =>
        [.. sizes.Where(s => text.Contains(s.Word, StringComparison.OrdinalIgnoreCase)).Select(s => s.Factor)];

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static IEnumerable<double> Digits(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var end = i;
            while (
                end < text.Length
                && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
            )
            {
                end++;
            }

            if (
                double.TryParse(
                    text[i..end].Replace(",", "", StringComparison.Ordinal),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                yield return number;
            }

            i = end;
        }
    }
}
