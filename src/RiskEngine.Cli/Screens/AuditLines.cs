using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Articles.Auditing;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>The findings of an audit, for a terminal or as Markdown.</summary>
internal static class AuditLines
{
    /// <summary>Lines with both sides of each finding and the sum between them.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<AuditFinding> findings, bool markdown)
    {
        if (markdown)
            yield return "# Audit";
        if (findings.Count == 0)
            yield return "Nothing was found that does not fit together.";
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            yield return "";
            yield return markdown
                ? $"## {i + 1}. {Shown(finding.Says.English, true)}"
                : $"{i + 1}. {finding.Kind}: {Shown(finding.Says.English, false)}";
            if (markdown)
                yield return "";
            var indent = markdown ? "- " : "   ";
            if (finding.Computation.Length > 0)
                yield return $"{indent}{Shown(finding.Computation, markdown)}";
            foreach (var place in finding.Places)
                yield return $"{indent}{Shown(place.File, markdown)}:{place.Evidence.Line}: {Shown(place.Evidence.Quote, markdown)}";
            if (finding.Claims.Count > 0)
                yield return $"{indent}touches {string.Join(", ", finding.Claims)}";
        }

        yield return "";
        yield return Figures.Counted(findings.Count, "finding");
    }

    /// <summary>Text of an article: nothing that controls a screen, and nothing that Markdown reads as a mark.</summary>
    private static string Shown(string text, bool markdown)
    {
        var plain = PlainLine.Of(text);
        if (!markdown)
            return plain;
        return string.Concat(
            plain.Select(c => c is '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '|' or '\\' or '!' ? $"\\{c}" : c.ToString())
        );
    }
}
