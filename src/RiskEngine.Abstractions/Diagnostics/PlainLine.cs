using System.Globalization;
using System.Text;

namespace RiskEngine.Abstractions.Diagnostics;

/// <summary>
/// Makes text of unknown origin safe to show in one line: a message quotes what it found, and that may hold terminal commands, line
/// breaks, marks that turn the reading order around, or megabytes.
/// </summary>
public static class PlainLine
{
    /// <summary>The longest text that is shown whole, in UTF-16 characters.</summary>
    public const int MaxLength = 2_000;

    /// <summary>
    /// The text with line breaks and tabs as spaces, other unprintable characters as <c>&lt;U+001B&gt;</c>, and its end left out where it
    /// is too long.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= MaxLength && !text.Any(IsUnprintable))
            return text;
        var plain = new StringBuilder();
        foreach (var character in text.Take(MaxLength))
        {
            if (character is '\n' or '\r' or '\t')
                plain.Append(' ');
            else if (IsUnprintable(character))
                plain.Append(CultureInfo.InvariantCulture, $"<U+{(int)character:X4}>");
            else
                plain.Append(character);
        }

        return text.Length <= MaxLength
            ? plain.ToString()
            : plain.Append(CultureInfo.InvariantCulture, $"... ({text.Length} characters)").ToString();
    }

    /// <summary>
    /// Whether a character is a control character, breaks the line or changes the reading order (Unicode bidirectional formatting).
    /// </summary>
    public static bool IsUnprintable(char character) =>
        char.IsControl(character) || character is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
