using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>Findings about input files as lines that editors and terminals turn into links: <c>file:line:column: error: ...</c>.</summary>
internal static class DiagnosticLines
{
    /// <summary>
    /// One line a finding, the first 20 of a kind and then their number; file names start from the scenario's folder as the user wrote it.
    /// </summary>
    public static IEnumerable<string> Of(string folder, IReadOnlyList<Diagnostic> diagnostics) =>
        FindingLimit.Apply(diagnostics).Select(d => (d with { Location = Placed(folder, d.Location) }).ToString());

    /// <summary>Writes findings about files that the user named, and how many there are.</summary>
    public static void Write(DiagnosticBag found, CommandEnvironment environment)
    {
        var findings = found.Sorted();
        foreach (var line in Of("", findings))
            environment.Error.WriteLine(line);
        if (findings.Count > 0)
            environment.Error.WriteLine(Count(findings));
    }

    /// <summary><c>2 errors, 1 warning</c>.</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var counts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Notice, "notice") }
            .Select(kind => (Count: diagnostics.Where(d => d.Severity == kind.Item1).Sum(d => d.Count), Word: kind.Item2))
            .Where(kind => kind.Count > 0)
            .Select(kind => Figures.Counted(kind.Count, kind.Word));
        return string.Join(", ", counts);
    }

    /// <summary>A place in a file of a folder, as the user would name it.</summary>
    public static SourceLocation Placed(string folder, SourceLocation location) => location with { File = FileOf(folder, location) };

    /// <summary>A place on the command line stands for itself.</summary>
    private static string FileOf(string folder, SourceLocation location) =>
        folder.Length == 0 || location.IsCommandLine ? location.File : Path.Combine(folder, location.File).Replace('\\', '/');
}
