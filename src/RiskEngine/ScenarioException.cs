using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine;

/// <summary>A scenario's files have errors; the message lists the first 20 and counts the rest.</summary>
/// <param name="path">What was to be read.</param>
/// <param name="findings">All findings, with file, line and column.</param>
public sealed class ScenarioException(string path, IReadOnlyList<Diagnostic> findings) : Exception(Describe(path, findings))
{
    private const int Listed = 20;

    /// <summary>All errors, warnings and notices, by file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; } = findings;

    private static string Describe(string path, IReadOnlyList<Diagnostic> findings)
    {
        var errors = findings.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()).ToArray();
        IEnumerable<string> rest = errors.Length > Listed ? [$"and {errors.Length - Listed} more"] : [];
        return string.Join('\n', [$"'{path}' cannot be simulated:", .. errors.Take(Listed), .. rest]);
    }
}
