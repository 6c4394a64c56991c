using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskEngine.Importing.Numbers;

/// <summary>Forms of written numbers in the locales of the world.</summary>
internal static partial class Digits
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 20_000;

    /// <summary>What the digits say of the decimal mark.</summary>
    public static MarkEvidence Evidence(string digits)
    {
        var mark = digits.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (mark < 0)
            return MarkEvidence.None;

        // One mark and else digits, as most numbers are; nobody groups the thousands of a number that begins with 0.
        if (digits[mark] is '.' or ',' && digits.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            var isAmbiguous = digits.Length - mark == 4 && mark is >= 1 and <= 3 && digits[0] != '0';
            return digits[mark] == '.'
                ? isAmbiguous
                    ? MarkEvidence.AmbiguousPoint
                    : MarkEvidence.Point
                : isAmbiguous
                    ? MarkEvidence.AmbiguousComma
                    : MarkEvidence.Comma;
        }

        if (PlainOrSpaced().IsMatch(digits))
            return MarkEvidence.None;
        if (Point().IsMatch(digits))
            return MarkEvidence.Point;
        return Comma().IsMatch(digits) ? MarkEvidence.Comma : MarkEvidence.Malformed;
    }

    /// <summary>The value under a decimal mark; null where the digits do not fit it.</summary>
    public static double? Value(string digits, DecimalMark mark)
    {
        var point = digits.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (point < 0)
            return double.Parse(digits, CultureInfo.InvariantCulture);
        if (
            mark == DecimalMark.Point
            && digits[point] == '.'
            && digits.Length > 1
            && digits.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') < 0
        )
        {
            return double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }

        var form = mark == DecimalMark.Point ? Point() : Comma();
        if (!form.IsMatch(digits) && !PlainOrSpaced().IsMatch(digits))
            return null;
        var plain = digits.Replace(" ", "").Replace("'", "");
        plain = mark == DecimalMark.Point ? plain.Replace(",", "") : plain.Replace(".", "").Replace(',', '.');
        var value = double.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : null;
    }

    /// <summary>1234, 1 234, 1'234: nothing about a decimal mark.</summary>
    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(( [0-9]{3})+|('[0-9]{3})+))\z", Options, Timeout)]
    private static partial Regex PlainOrSpaced();

    /// <summary>1234.5, 1,234.56, 12,34,567.8 (India), 1'234.56, 1 234.56, .5 and, without a fraction, 1,234.</summary>
    [GeneratedRegex(
        @"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}|[0-9]{1,3}('[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)?(\.[0-9]*)?\z",
        Options,
        Timeout
    )]
    private static partial Regex Point();

    /// <summary>1234,5, 1.234,56, 1'234,56, 1 234,56, ,5 and, without a fraction, 1.234.</summary>
    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}('[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)?(,[0-9]*)?\z", Options, Timeout)]
    private static partial Regex Comma();
}
