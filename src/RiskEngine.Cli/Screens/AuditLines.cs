using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Articles.Auditing;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>The findings of an audit, for a terminal or as Markdown.</summary>
internal static class AuditLines
{
    /// <summary>The most findings of one kind that are shown; more of them say nothing new, and JSON has all.</summary>
    public const int MostOfKind = 20;

    /// <summary>Lines with both sides of each finding and the sum between them, the first of each kind where there are many.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<AuditFinding> findings, bool markdown)
    {
        if (markdown)
            yield return "# Audit";
        if (findings.Count == 0)
            yield return "Nothing was found that does not fit together.";
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            if ((shown[finding.Kind] = shown.GetValueOrDefault(finding.Kind) + 1) > MostOfKind)
                continue;
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

        foreach (var (kind, count) in shown.Where(s => s.Value > MostOfKind))
        {
            yield return "";
            var more = $"and {Figures.Counted(count - MostOfKind, "more finding")} of this kind; --json lists all";
            yield return markdown ? $"*{Shown(kind, true)}*: {more}" : $"{kind}: {more}";
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
