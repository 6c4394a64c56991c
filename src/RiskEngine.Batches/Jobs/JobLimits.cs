using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;
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
        return scenario.Limits.SelectMany(limit => figures.Rows.Where(row => IsOf(limit, row) && !Holds(limit, row)).Select(_ => limit));
    }

    private static bool IsOf(Limit limit, FigureRow row) =>
        row.Case == limit.Case.Value
        && row.Portfolio == limit.Portfolio.Value
        && row.Horizon == limit.Horizon.Value
        && row.Measure == limit.Measure
        && row.Variant == limit.Variant.Id();

    private static bool Holds(Limit limit, FigureRow row) =>
        (limit.Below is not { } below || row.Value < below) && (limit.Above is not { } above || row.Value > above);
}
