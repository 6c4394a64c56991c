using System.Globalization;

namespace RiskEngine.Abstractions.Diagnostics;

/// <summary>
/// Shortens a list of findings: of each kind in a file the first ones stand, then one line says how many more there are. A kind is a
/// message without what it quotes and without its numbers.
/// </summary>
public static class FindingLimit
{
    /// <summary>How many findings of one kind are listed for a file.</summary>
    public const int Most = 20;

    /// <summary>How many findings of one severity are listed in all, whatever their kinds.</summary>
    public const int MostInAll = 200;

    /// <summary>
    /// The findings, of a kind <see cref="Most"/>; a count stands at the place of the first one left out. What is short already stays as
    /// it is.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Apply(IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return findings.Count <= Most ? findings : InAll(OfKinds(findings));
    }

    /// <summary>A finding that stands for itself and others of its kind, which are left out.</summary>
    internal static Diagnostic Rest(Diagnostic first, int count) =>
        first with
        {
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"{FindingKind.MessageOf(first)}{FindingKind.Rest}{count - 1} more of this kind"
            ),
            Count = count,
        };

    private static List<Diagnostic> OfKinds(IReadOnlyList<Diagnostic> findings)
    {
        var kinds = findings.Select(FindingKind.Of).ToList();
        var counts = new Dictionary<FindingKind, int>();
        for (var i = 0; i < findings.Count; i++)
            counts[kinds[i]] = counts.GetValueOrDefault(kinds[i]) + findings[i].Count;
        var listed = new List<Diagnostic>();
        var seen = new Dictionary<FindingKind, int>();
        for (var i = 0; i < findings.Count; i++)
        {
            var (finding, total) = (findings[i], counts[kinds[i]]);
            var before = seen.GetValueOrDefault(kinds[i]);
            if (before > Most)
                continue; // the count stands already
            var isWhole = finding.Count == 1 && (before < Most || total == Most + 1);
            listed.Add(isWhole ? finding : Rest(finding, total - before));
            seen[kinds[i]] = isWhole ? before + 1 : Most + 1;
        }

        return listed;
    }

    private static List<Diagnostic> InAll(List<Diagnostic> findings)
    {
        var lines = findings.CountBy(f => f.Severity).ToDictionary();
        var seen = new Dictionary<Severity, int>();
        var listed = new List<Diagnostic>();
        foreach (var finding in findings)
        {
            var at = seen[finding.Severity] = seen.GetValueOrDefault(finding.Severity) + 1;
            if (at <= MostInAll || lines[finding.Severity] == MostInAll + 1)
                listed.Add(finding);
            else if (at == MostInAll + 1)
                listed.Add(RestInAll(finding, findings.Where(f => f.Severity == finding.Severity).Skip(MostInAll).Sum(f => f.Count)));
        }

        return listed;
    }

    private static Diagnostic RestInAll(Diagnostic first, int count) =>
        first with
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"{first.Message}; and {count - 1} more of other kinds"),
            Count = count,
        };
}
