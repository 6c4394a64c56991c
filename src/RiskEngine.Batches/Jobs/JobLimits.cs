using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>Holds a scenario's limits against the figures of a job.</summary>
public static class JobLimits
{
    /// <summary>The limits on the job's case and portfolios that do not hold.</summary>
    public static IEnumerable<Limit> Breached(Scenario scenario, JobFigures figures)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(figures);
        return from limit in scenario.Limits
            from row in figures.Rows
            where
                row.Case == limit.Case.Value
                && row.Portfolio == limit.Portfolio.Value
                && row.Horizon == limit.Horizon.Value
                && row.Measure == limit.Measure
                && row.Variant == limit.Variant.Id()
            where !((limit.Below is not { } below || row.Value < below) && (limit.Above is not { } above || row.Value > above))
            select limit;
    }
}
