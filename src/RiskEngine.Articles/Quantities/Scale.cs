using System.Collections.Frozen;
using System.Globalization;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Quantities;

/// <summary>What words of number, size and unit stand for.</summary>
internal static class Scale
{
    private static readonly FrozenDictionary<string, double> scales = Lexicon
        .Rows("scales.csv")
        .ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture));

    private static readonly FrozenDictionary<string, (QuantityKind Kind, string Unit, double Factor)> units = Lexicon
        .Rows("units.csv")
        .ToFrozenDictionary(
            row => row[0],
            row => (Enum.Parse<QuantityKind>(row[1], ignoreCase: true), row[2], double.Parse(row[3], CultureInfo.InvariantCulture)),
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>What a word of size multiplies by; 1 where there is none. Letter case counts in <c>M</c> and <c>m</c> only.</summary>
    public static double Of(string word) =>
        word.Length == 0 ? 1
        : scales.TryGetValue(word, out var scale) ? scale
        : scales.GetValueOrDefault(word.ToLowerInvariant().TrimEnd('s'), 1);

    /// <summary>Kind, unit and factor of a unit's word; a bare number where there is none.</summary>
    public static (QuantityKind Kind, string Unit, double Factor) UnitOf(string word) =>
        units.GetValueOrDefault(word.Trim(), (QuantityKind.Number, "", 1));

    /// <summary>
    /// A value times a factor; of factors below 1 (a percentage) divided by the whole number, which rounds as the digits do.
    /// </summary>
    public static double Times(double value, double factor) => factor < 1 ? value / Math.Round(1 / factor) : value * factor;

    /// <summary>The value of a Chinese numeral up to 亿; null where it is none.</summary>
    public static double? Chinese(string numeral)
    {
        const string Digits = "零一二三四五六七八九";
        double total = 0,
            section = 0,
            digit = 0;
        foreach (var character in numeral)
        {
            var value = character == '两' ? 2 : Digits.IndexOf(character, StringComparison.Ordinal);
            if (value >= 0)
            {
                digit = value;
                continue;
            }

            switch (character)
            {
                case '十' or '百' or '千':
                    section +=
                        (digit == 0 ? 1 : digit)
                        * (
                            character == '十' ? 10
                            : character == '百' ? 100
                            : 1000
                        );
                    digit = 0;
                    break;
                case '万' or '亿':
                    var below = section + digit;
                    total = (total + (below == 0 && total == 0 ? 1 : below)) * (character == '万' ? 1e4 : 1e8);
                    (section, digit) = (0, 0);
                    break;
                default:
                    return null;
            }
        }

        return total + section + digit;
    }

    /// <summary>The value of an English number word up to twenty and of the tens; null where it is none.</summary>
    public static double? English(string word) => scales.TryGetValue("=" + word.ToLowerInvariant(), out var value) ? value : null;
}
