using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Batches.Sweeps;
using RiskEngine.Loading.Batches;
using RiskEngine.Loading.Binding;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>
/// Finds what is wrong with a batch beside its scenarios before any job is done: unknown cases and portfolios, paths that cannot be set,
/// first and last values that do not fit. Values between these are read when their job's turn comes.
/// </summary>
public static class BatchCheck
{
    /// <summary>More jobs than this are a mistake.</summary>
    public const long MostJobs = 10_000_000;

    // A path's ends: nearly all of a distribution lies between them.
    private const double Low = 1e-3;
    private const double High = 1 - 1e-3;

    /// <summary>Checks a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="scenarios">Its scenarios, in its order.</param>
    /// <param name="diagnostics">Takes the errors, each at its place in the batch file.</param>
    public static void Of(BatchFile batch, IReadOnlyList<JobScenario> scenarios, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var scenario in scenarios)
        {
            var id = scenario.Scenario.Id.Value;
            Known("case", batch.Cases, [.. scenario.Scenario.Cases.Select(c => c.Id.Value)], id, diagnostics);
            Known("portfolio", batch.Portfolios, [.. scenario.Scenario.Base.Model.Portfolios.Select(p => p.Id.Value)], id, diagnostics);
            foreach (var path in batch.Sweep)
            {
                foreach (var problem in EndsOf(path).Distinct().SelectMany(scenario.ProblemsOf))
                    diagnostics.Error(path.Location, $"sweep, '{path.Path}': {problem.Message} ({id})", problem.NearName);
            }
        }

        if (batch.Sensitivity is { } question)
            Asked(question, batch, scenarios, diagnostics);
        if (!diagnostics.HasErrors && !HasFew(batch, scenarios.Count))
            diagnostics.Error(batch.Location, $"batch: expected at most {MostJobs:N0} jobs, found more");
    }

    private static void Known(
        string what,
        IReadOnlyList<(string Id, SourceLocation Location)> named,
        IReadOnlyList<string> known,
        string scenario,
        DiagnosticBag diagnostics
    )
    {
        foreach (var (id, location) in named.Where(n => !known.Contains(n.Id)))
            diagnostics.Error(location, $"batch: scenario '{scenario}' has no {what} '{id}'", NearName.Find(id, known));
    }

    /// <summary>One figure of one scenario can be asked about.</summary>
    private static void Asked(
        SensitivityQuestion question,
        BatchFile batch,
        IReadOnlyList<JobScenario> scenarios,
        DiagnosticBag diagnostics
    )
    {
        (string Key, int Count)[] counts =
        [
            ("scenario", scenarios.Count),
            ("case", batch.Cases.Count),
            ("seed", Math.Max(1, batch.Seeds.Count)),
            ("portfolio", Math.Max(1, batch.Portfolios.Count)),
        ];
        foreach (var (key, count) in counts.Where(c => c.Count > 1))
            diagnostics.Error(question.Location, $"batch, 'sensitivity': expected one {key}, found {count}");
        if (scenarios.Count == 0)
            return;
        var scenario = scenarios[0].Scenario;
        IReadOnlyList<string> horizons = [.. scenario.Horizons.Select(h => h.Id.Value)];
        IReadOnlyList<string> portfolios = [.. scenario.Base.Model.Portfolios.Select(p => p.Id.Value)];
        if (question.Horizon is { } horizon && !horizons.Contains(horizon))
        {
            var problem = $"batch, 'sensitivity': unknown horizon '{horizon}'";
            diagnostics.Error(question.HorizonLocation, problem, NearName.Find(horizon, horizons));
        }

        if (question.Portfolio is { } portfolio && !portfolios.Contains(portfolio))
        {
            var problem = $"batch, 'sensitivity': unknown portfolio '{portfolio}'";
            diagnostics.Error(question.PortfolioLocation, problem, NearName.Find(portfolio, portfolios));
        }
    }

    private static IEnumerable<SweptValue> EndsOf(SweptPath path)
    {
        if (path.Values.Count > 0)
            return [new SweptValue(path.Path, path.Values[0]), new SweptValue(path.Path, path.Values[^1])];
        var range = SweptRange.Of([path])[0];
        return [range.At(Low), range.At(High)];
    }

    private static bool HasFew(BatchFile batch, int scenarios)
    {
        var jobs = (double)scenarios * batch.Cases.Count * Math.Max(1, batch.Portfolios.Count) * Math.Max(1, batch.Seeds.Count);
        jobs *= batch.Design switch
        {
            DesignKind.Grid => batch.Sweep.Aggregate(1.0, (count, path) => count * path.Values.Count),
            DesignKind.OneAtATime => 1 + batch.Sweep.Sum(p => (double)p.Values.Count),
            _ => batch.Points,
        };
        return jobs <= MostJobs;
    }
}
