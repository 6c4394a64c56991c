using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Articles.Theses;

/// <summary>Values as they stand in a thesis file.</summary>
internal static class YamlText
{
    /// <summary>Longest quotation that a file takes whole, in characters.</summary>
    private const int Longest = 400;

    /// <summary>
    /// A text in double quotes on one line; what cannot be printed becomes U+FFFD, and the end of a long one three points.
    /// </summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text.Length > Longest ? text[..Longest] + "..." : text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\');
            quoted.Append(
                character is '\n' or '\r' or '\t' ? ' '
                : PlainLine.IsUnprintable(character) ? '\uFFFD'
                : character
            );
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A number in digits, without an exponent.</summary>
    public static string Number(double value)
    {
        var rounded = value == 0 ? 0 : Math.Round(value, Math.Clamp(6 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 12));
        return rounded.ToString("0.############", CultureInfo.InvariantCulture);
    }

    /// <summary>A date.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
