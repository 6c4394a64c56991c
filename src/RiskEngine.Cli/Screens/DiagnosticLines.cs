using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>Findings about input files as lines that editors and terminals turn into links: <c>file:line:column: error: ...</c>.</summary>
internal static class DiagnosticLines
{
    private const int MostShown = 20;

    /// <summary>One line a finding; file names start from the scenario's folder as the user wrote it.</summary>
    public static IEnumerable<string> Of(string folder, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(d => (d with { Location = d.Location with { File = FileOf(folder, d.Location) } }).ToString());

    /// <summary>One line a finding, the first 20 of each severity, then how many more there are.</summary>
    public static IEnumerable<string> Capped(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        foreach (var kind in diagnostics.GroupBy(d => d.Severity))
        {
            foreach (var diagnostic in kind.Take(MostShown))
                yield return diagnostic.ToString();
            if (kind.Count() > MostShown)
                yield return $"and {kind.Count() - MostShown} more of this kind";
        }
    }

    /// <summary><c>2 errors, 1 warning</c>.</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var counts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Notice, "notice") }
            .Select(kind => (Count: diagnostics.Count(d => d.Severity == kind.Item1), Word: kind.Item2))
            .Where(kind => kind.Count > 0)
            .Select(kind => Figures.Counted(kind.Count, kind.Word));
        return string.Join(", ", counts);
    }

    /// <summary>A place on the command line stands for itself.</summary>
    private static string FileOf(string folder, SourceLocation location) =>
        location.IsCommandLine ? location.File : Path.Combine(folder, location.File).Replace('\\', '/');
}
