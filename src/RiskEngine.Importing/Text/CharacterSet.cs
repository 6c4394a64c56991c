using System.Text;

namespace RiskEngine.Importing.Text;

/// <summary>
/// Tells in which character set a text file is written. A byte-order mark decides; then UTF-16 by its zero bytes; then UTF-8 where every
/// byte fits it; then the legacy set whose strict reading gives the most plausible text.
/// </summary>
public static class CharacterSet
{
    /// <summary>How many bytes the choice among legacy sets looks at.</summary>
    private const int MostSampled = 256 * 1024;

    private static readonly string[] legacy = ["gb18030", "big5", "shift_jis", "windows-1252"];

    /// <summary>The text of a file, and the name of its character set; null where the bytes fit none that is known.</summary>
    public static (string Text, string Name)? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return Strict(new UTF8Encoding(false, true), bytes[3..]) is { } marked ? (marked, "utf-8") : null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Strict(new UnicodeEncoding(false, false, true), bytes[2..]) is { } little ? (little, "utf-16") : null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Strict(new UnicodeEncoding(true, false, true), bytes[2..]) is { } big ? (big, "utf-16be") : null;
        if (Utf16(bytes) is { } isBig)
            return Strict(new UnicodeEncoding(isBig, false, true), bytes) is { } wide ? (wide, isBig ? "utf-16be" : "utf-16") : null;
        if (Strict(new UTF8Encoding(false, true), bytes) is { } utf8)
            return (utf8, "utf-8");
        return Legacy(bytes);
    }

    /// <summary>
    /// Without a mark, UTF-16 shows by zero bytes that are all on one side of the pairs; null where it is something else.
    /// </summary>
    private static bool? Utf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0 && i % 2 == 0)
                even++;
            else if (sample[i] == 0)
                odd++;
        }

        if (even + odd < sample.Length / 8 || even + odd == 0)
            return null;
        return even > 10 * odd ? true
            : odd > 10 * even ? false
            : null;
    }

    private static (string Text, string Name)? Legacy(ReadOnlySpan<byte> bytes)
    {
        string? best = null;
        var bestScore = double.NegativeInfinity;
        var sample = bytes[..Math.Min(bytes.Length, MostSampled)];
        foreach (var name in legacy)
        {
            // A sample may end inside a character: its last line is not looked at.
            var whole = sample.Length < bytes.Length ? sample[..(sample.LastIndexOf((byte)'\n') + 1)] : sample;
            if (Strict(Named(name), whole) is not { } text || text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
                continue;
            var score = Plausibility.Of(text, name);
            if (score > bestScore)
                (best, bestScore) = (name, score);
        }

        return best is not null && Strict(Named(best), bytes) is { } read ? (read, best) : null;
    }

    internal static Encoding Named(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new ArgumentException($"Expected a known character set, found '{name}'.", nameof(name));

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
