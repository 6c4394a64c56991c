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
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, MaxLength)))
            plain.Append(character is '\n' or '\r' or '\t' ? " " : Shown(character));
        return text.Length <= MaxLength
            ? plain.ToString()
            : plain.Append(CultureInfo.InvariantCulture, $"... ({text.Length} characters)").ToString();
    }

    /// <summary>
    /// A text of any length with its line breaks and tabs as they are, and other unprintable characters as <c>&lt;U+001B&gt;</c>.
    /// </summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsHidden))
            return text;
        var plain = new StringBuilder(text.Length + 8);
        foreach (var character in text)
            plain.Append(IsHidden(character) ? Shown(character) : character.ToString());
        return plain.ToString();
    }

    /// <summary>One character as it may be shown: itself, or its code.</summary>
    public static string Shown(char character) =>
        IsUnprintable(character) ? string.Create(CultureInfo.InvariantCulture, $"<U+{(int)character:X4}>") : character.ToString();

    /// <summary>
    /// Whether a character is a control character, breaks the line, changes the reading order (Unicode 16.0, property Bidi_Control) or
    /// annotates other text out of sight.
    /// </summary>
    public static bool IsUnprintable(char character) =>
        char.IsControl(character)
        || character
            is '\u061C'
                or '\u200E'
                or '\u200F'
                or (>= '\u2028' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069')
                or '\uFEFF'
                or (>= '\uFFF9' and <= '\uFFFB');

    private static bool IsHidden(char character) => IsUnprintable(character) && character is not ('\n' or '\r' or '\t');
}
