using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Loading;

/// <summary>What came of reading a scenario.</summary>
/// <param name="Scenario">The scenario, or null when there are errors.</param>
/// <param name="Diagnostics">Findings of all files, by file, line and column; of each kind in a file the first 20, then a count.</param>
public sealed record LoadResult(Scenario? Scenario, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The errors alone; empty exactly when there is a scenario.</summary>
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(d => d.Severity == Severity.Error);
}
