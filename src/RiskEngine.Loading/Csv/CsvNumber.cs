using System.Globalization;
using System.Text.RegularExpressions;

namespace RiskEngine.Loading.Csv;

/// <summary>
/// Reads a number as brokers write it. Thousands separators and decimal commas are taken only where they allow one reading; a number
/// that is no plain decimal says so in <see cref="IsPlain"/>, so that its reader can tell how it was taken.
/// </summary>
/// <param name="Value">The number; NaN when there is none.</param>
/// <param name="IsPlain">Whether it was written as a plain decimal, such as <c>1234.5</c>.</param>
/// <param name="CommaIsDecimal">Whether a comma was read as the decimal point.</param>
/// <param name="Problem">What was found instead of a number, or null.</param>
internal readonly partial record struct CsvNumber(double Value, bool IsPlain, bool CommaIsDecimal, string? Problem)
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static CsvNumber Parse(string text)
    {
        if (text.Length == 0)
            return Bad("nothing");
        if (PlainForm().IsMatch(text))
            return Of(text, text, commaIsDecimal: false);
        if (Ambiguous().IsMatch(text))
        {
            var (whole, part) = (text.Replace(",", ""), text.Replace(',', '.'));
            return Bad($"'{text}', which may mean {whole} or {part}: write {whole} or {part}");
        }

        if (PointDecimal().IsMatch(text))
            return Of(text, Separators().Replace(text, ""), commaIsDecimal: false);
        if (CommaDecimal().IsMatch(text))
            return Of(text, Separators().Replace(text.Replace(".", "").Replace(',', '.'), ""), commaIsDecimal: true);
        return GroupsOnly().IsMatch(text)
            ? Of(text, Separators().Replace(text.Replace(".", ""), ""), commaIsDecimal: false)
            : Bad($"'{text}'");
    }

    private static CsvNumber Of(string written, string plain, bool commaIsDecimal)
    {
        var value = double.Parse(plain, Plain, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new CsvNumber(value, written == plain, commaIsDecimal, null)
            : Bad($"'{written}', which is not finite");
    }

    private static CsvNumber Bad(string found) => new(double.NaN, IsPlain: false, CommaIsDecimal: false, found);

    private const int Timeout = 20_000;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>1234.5, -3, 1.5e6.</summary>
    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\z", Options, Timeout)]
    private static partial Regex PlainForm();

    /// <summary>1,234 may be a thousand or one and a bit; 0,234 and 1234,567 can only be decimals.</summary>
    [GeneratedRegex(@"^[+-]?[1-9][0-9]{0,2},[0-9]{3}\z", Options, Timeout)]
    private static partial Regex Ambiguous();

    /// <summary>1,234.50 and 1'234.50 and 1 234.50.</summary>
    [GeneratedRegex(@"^[+-]?[0-9]{1,3}((,[0-9]{3})+|(['’][0-9]{3})+|([ \u00A0\u202F][0-9]{3})+)\.[0-9]+\z", Options, Timeout)]
    private static partial Regex PointDecimal();

    /// <summary>1.234,50 and 1'234,50 and 1 234,50 and 1234,50.</summary>
    [GeneratedRegex(@"^[+-]?([0-9]{1,3}((\.[0-9]{3})+|(['’][0-9]{3})+|([ \u00A0\u202F][0-9]{3})+)|[0-9]+),[0-9]+\z", Options, Timeout)]
    private static partial Regex CommaDecimal();

    /// <summary>1,234,567 and 1.234.567 and 1'234 and 1 234.</summary>
    [GeneratedRegex(@"^[+-]?[0-9]{1,3}((,[0-9]{3}){2,}|(\.[0-9]{3}){2,}|(['’][0-9]{3})+|([ \u00A0\u202F][0-9]{3})+)\z", Options, Timeout)]
    private static partial Regex GroupsOnly();

    [GeneratedRegex("[,'’ \\u00A0\\u202F]", Options, Timeout)]
    private static partial Regex Separators();
}
