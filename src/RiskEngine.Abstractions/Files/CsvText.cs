using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Abstractions.Files;

/// <summary>The one way by which text gets into CSV files that the project writes.</summary>
public static class CsvText
{
    /// <summary>
    /// A cell (RFC 4180): on one line, unprintable characters as their codes, in quotes where it needs them. A text by which a spreadsheet
    /// would take it for a formula gets an apostrophe before it (OWASP, CSV injection); numbers do not pass here.
    /// </summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = PlainLine.Lines(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));
        if (
            plain.AsSpan().TrimStart() is [var first, ..]
            && first is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20'
        )
        {
            plain = "'" + plain;
        }

        return plain.AsSpan().ContainsAny(",;\"") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
