using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Binding;

/// <summary>
/// Turns one node into a value. Each method gives null after an error that says what was expected and found; <c>what</c> names the item
/// and the key, as in <c>risk 'supply-chain', 'probability'</c>.
/// </summary>
internal static class ValueReader
{
    private const int MaxTextLength = 20_000;

    /// <summary>Longer tenors would leave the calendar.</summary>
    public const int MaxTenorYears = 200;
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static string? Text(YamlNode node, string what, DiagnosticBag diagnostics)
    {
        if (Scalar(node, what, "a text", diagnostics) is not { } scalar)
            return null;
        if (scalar.Text.Trim().Length == 0)
            return Refuse<string>(node, what, "a text", "an empty one", diagnostics);
        if (scalar.Text.Length > MaxTextLength)
            return Refuse<string>(node, what, $"a text of at most {MaxTextLength} characters", $"{scalar.Text.Length}", diagnostics);
        foreach (var character in scalar.Text)
        {
            if (PlainLine.IsUnprintable(character) && character is not ('\n' or '\t'))
                return Refuse<string>(node, what, "a text", $"the control character U+{(int)character:X4} in it", diagnostics);
        }

        return scalar.Text.Trim();
    }

    /// <summary>A text for both languages, or <c>{ en: ..., zh-CN: ... }</c> with the Chinese one optional.</summary>
    public static LocalText? LocalText(YamlNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is not YamlMapping mapping)
            return Text(node, what, diagnostics) is { } same ? Abstractions.Identity.LocalText.Same(same) : null;
        var reader = new MappingReader(mapping, what, diagnostics);
        var english = reader.Text("en");
        var chinese = reader.OptionalText("zh-CN");
        return reader.Finish() ? new LocalText(english, chinese ?? english) : null;
    }

    public static double? Number(YamlNode node, string what, NumberRange range, DiagnosticBag diagnostics)
    {
        if (
            node is YamlScalar { IsNull: false, IsQuoted: false } number
            && double.TryParse(number.Text, Decimal, CultureInfo.InvariantCulture, out var value)
            && StartsLikeANumber(number.Text)
            && range.Contains(value)
        )
        {
            return value;
        }

        // In words only where they are needed: a scenario has thousands of numbers, and nearly all are right.
        var expected = $"a number {range}".TrimEnd();
        if (Scalar(node, what, expected, diagnostics) is { } scalar)
            RefuseValue(node, what, expected, scalar.Describe() + NumberHint(scalar, range), diagnostics);
        return null;
    }

    public static long? Integer(YamlNode node, string what, long min, long max, DiagnosticBag diagnostics)
    {
        var expected = max == long.MaxValue ? $"a whole number of {min} or more" : $"a whole number from {min} to {max}";
        if (Scalar(node, what, expected, diagnostics) is not { } scalar)
            return null;
        if (
            !scalar.IsQuoted
            && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= min
            && value <= max
        )
        {
            return value;
        }

        RefuseValue(node, what, expected, scalar.Describe() + NumberHint(scalar), diagnostics);
        return null;
    }

    public static bool? Boolean(YamlNode node, string what, DiagnosticBag diagnostics)
    {
        if (Scalar(node, what, "true or false", diagnostics) is not { } scalar)
            return null;
        if (!scalar.IsQuoted && scalar.Text is "true" or "false")
            return scalar.Text == "true";
        RefuseValue(node, what, "true or false", scalar.Describe(), diagnostics);
        return null;
    }

    public static DateOnly? Date(YamlNode node, string what, DiagnosticBag diagnostics)
    {
        const string Expected = "a date such as 2026-02-06";
        if (Scalar(node, what, Expected, diagnostics) is not { } scalar)
            return null;
        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        RefuseValue(node, what, Expected, scalar.Describe(), diagnostics);
        return null;
    }

    public static Tenor? Tenor(YamlNode node, string what, bool mayBeZero, DiagnosticBag diagnostics)
    {
        var expected = mayBeZero ? "a tenor such as 0d, 6w, 3m or 2y" : "a tenor above 0 such as 10d, 6w, 3m or 2y";
        if (Scalar(node, what, expected, diagnostics) is not { } scalar)
            return null;
        if (Abstractions.Time.Tenor.TryParse(scalar.Text, out var tenor) && tenor.Years <= MaxTenorYears && (tenor.Count > 0 || mayBeZero))
            return tenor;
        RefuseValue(node, what, expected, scalar.Describe(), diagnostics);
        return null;
    }

    /// <summary>One of the given words.</summary>
    public static T? Choice<T>(YamlNode node, string what, IReadOnlyList<(string Word, T Value)> choices, DiagnosticBag diagnostics)
        where T : struct
    {
        for (var at = 0; at < choices.Count && node is YamlScalar { IsNull: false } chosen; at++)
        {
            if (choices[at].Word == chosen.Text)
                return choices[at].Value;
        }

        var words = choices.Select(c => c.Word).ToList();
        var expected = words.Count == 1 ? words[0] : "one of " + string.Join(", ", words);
        if (Scalar(node, what, expected, diagnostics) is { } scalar)
            diagnostics.Error(node.Location, $"{what}: expected {expected}, found {scalar.Describe()}", NearName.Find(scalar.Text, words));
        return null;
    }

    /// <summary>An id that the set declares.</summary>
    public static string? Reference(YamlNode node, string what, IdSet ids, DiagnosticBag diagnostics)
    {
        if (Scalar(node, what, $"the id of {ids.KindWithArticle}", diagnostics) is not { } scalar)
            return null;
        return ids.Check(scalar.Text, what, node.Location, diagnostics) ? scalar.Text : null;
    }

    public static YamlSequence? Sequence(YamlNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is YamlSequence sequence)
            return sequence;
        RefuseValue(node, what, "a list", node.Describe(), diagnostics);
        return null;
    }

    public static YamlMapping? Mapping(YamlNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is YamlMapping mapping)
            return mapping;
        RefuseValue(node, what, "a mapping (key: value lines)", node.Describe(), diagnostics);
        return null;
    }

    private static YamlScalar? Scalar(YamlNode node, string what, string expected, DiagnosticBag diagnostics)
    {
        if (node is YamlScalar { IsNull: false } scalar)
            return scalar;
        RefuseValue(node, what, expected, node.Describe(), diagnostics);
        return null;
    }

    private static T? Refuse<T>(YamlNode node, string what, string expected, string found, DiagnosticBag diagnostics)
        where T : class
    {
        RefuseValue(node, what, expected, found, diagnostics);
        return null;
    }

    private static void RefuseValue(YamlNode node, string what, string expected, string found, DiagnosticBag diagnostics)
    {
        if (node is not YamlRefused)
            diagnostics.Error(node.Location, $"{what}: expected {expected}, found {found}");
    }

    /// <summary>The parser also takes the words NaN and Infinity whatever the style says; here a number is written in digits.</summary>
    private static bool StartsLikeANumber(string text) => text.TrimStart('-', '+') is [>= '0' and <= '9' or '.', ..];

    private static string NumberHint(YamlScalar scalar, NumberRange? range = null)
    {
        var text = scalar.Text.Trim();
        if (scalar.IsQuoted && double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out _))
            return " (a number is written without quotes)";
        if (text.EndsWith('%') && decimal.TryParse(text[..^1], NumberStyles.Number, CultureInfo.InvariantCulture, out var percent))
            return $" (write {percent / 100m})";
        if (text.Contains(',') || text.Contains('_'))
            return " (a number is written with digits and one decimal point, without separators)";
        if (!double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var value))
            return "";
        if (!double.IsFinite(value))
            return " (not a finite number)";
        var isTooLarge = Math.Abs(value) > NumberRange.MaxSize && double.IsInfinity(value > 0 ? range?.Max ?? 0 : range?.Min ?? 0);
        return isTooLarge ? $" (numbers are at most {NumberRange.MaxSize:R} in size)" : "";
    }
}
