using System.Text;
using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Markdown;

/// <summary>Writes words so that Markdown shows them as they are: no markup of theirs takes effect (CommonMark 0.31, 2.4).</summary>
internal static partial class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#|~&!$^=+";

    /// <summary>Words on one line, every character that could be markup escaped.</summary>
    public static string Escape(string words)
    {
        var result = new StringBuilder(words.Length + 8);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (PlainLine.IsUnprintable(c))
            {
                result.Append(Unprintable(c).Replace("<", "\\<", StringComparison.Ordinal).Replace(">", "\\>", StringComparison.Ordinal));
                continue;
            }

            // "://" and "www." would be made links, "@" an address.
            var startsAddress =
                (c == ':' && i + 1 < words.Length && words[i + 1] == '/')
                || c == '@'
                || (c == '.' && i >= 3 && words.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
            if (startsAddress || Special.Contains(c))
                result.Append('\\');
            result.Append(c);
        }

        return ListMarker().Replace(result.ToString(), @"${head}\${mark}");
    }

    /// <summary>Prose in one language.</summary>
    /// <param name="prose">The words.</param>
    /// <param name="language">The language.</param>
    /// <param name="inTable">Whether they stand in a table, where a pipe must be escaped even in code.</param>
    public static string Write(Prose prose, Language language, bool inTable = false) =>
        string.Concat(prose.In(language).Select(span => Write(span, inTable))).Trim();

    private static string Write(Span span, bool inTable)
    {
        var words = span.Text;
        if (words.Length == 0)
            return "";
        if (span.Link is not null)
            return $"[{Escape(words)}](<{span.Link.AbsoluteUri}>)";
        if (span.File is not null)
            return $"[{Escape(words)}](<{span.File}>)";
        return span.Emphasis switch
        {
            Emphasis.Code => Code(words, inTable),
            Emphasis.Strong => Around("**", Escape(words)),
            _ => Escape(words),
        };
    }

    /// <summary>A character that is not to be written as it is, on one line: a blank, or its code.</summary>
    private static string Unprintable(char c) => c is '\n' or '\r' or '\t' ? " " : PlainLine.Shown(c);

    /// <summary>Emphasis marks must touch letters: blanks at the ends stay outside.</summary>
    private static string Around(string marks, string words)
    {
        var trimmed = words.Trim();
        return trimmed.Length == 0 ? words : words.Replace(trimmed, marks + trimmed + marks, StringComparison.Ordinal);
    }

    private static string Code(string words, bool inTable)
    {
        words = string.Concat(words.Select(Unprintable));
        var longest = Backticks().Matches(words).Select(m => m.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', longest + 1);
        var padding = longest > 0 ? " " : "";
        if (inTable)
            words = words.Replace("|", "\\|", StringComparison.Ordinal);
        return fence + padding + words + padding + fence;
    }

    [GeneratedRegex(@"^(?<head>\s*)(?<mark>-)|^(?<head>\s*\d+)(?<mark>[.)])(?=\s|$)", RegexOptions.ExplicitCapture, 20_000)]
    private static partial Regex ListMarker();

    [GeneratedRegex("`+", RegexOptions.ExplicitCapture, 20_000)]
    private static partial Regex Backticks();
}
