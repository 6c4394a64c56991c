using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Binding;

/// <summary>
/// Shortens a list of findings: of each kind in a file the first ones stand, then one line says how many more there are. A kind is a
/// message without what it quotes and without its numbers.
/// </summary>
internal static class FindingLimit
{
    /// <summary>How many findings of one kind are listed for a file.</summary>
    public const int Most = 20;

    /// <summary>The findings, of a kind <see cref="Most"/>; a count stands at the place of the first one left out.</summary>
    public static IReadOnlyList<Diagnostic> Apply(IReadOnlyList<Diagnostic> findings)
    {
        if (findings.Count <= Most)
            return findings;
        var counts = new Dictionary<(Severity, string?, string), int>();
        var kinds = findings.Select(f => (f.Severity, f.Location.File, Kind(f.Message))).ToList();
        foreach (var kind in kinds)
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        var listed = new List<Diagnostic>();
        var seen = new Dictionary<(Severity, string?, string), int>();
        for (var i = 0; i < findings.Count; i++)
        {
            var at = seen[kinds[i]] = seen.GetValueOrDefault(kinds[i]) + 1;
            if (at <= Most || (at == Most + 1 && counts[kinds[i]] == at))
                listed.Add(findings[i]);
            else if (at == Most + 1)
                listed.Add(Rest(findings[i], counts[kinds[i]] - Most));
        }

        return listed;
    }

    private static Diagnostic Rest(Diagnostic first, int count) =>
        first with
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"{first.Message}; and {count - 1} more of this kind"),
        };

    private static string Kind(string message)
    {
        var kind = new StringBuilder(message.Length);
        var isQuoted = false;
        foreach (var character in message)
        {
            isQuoted ^= character == '\'';
            if (!isQuoted && !char.IsAsciiDigit(character))
                kind.Append(character);
        }

        return kind.ToString();
    }
}
