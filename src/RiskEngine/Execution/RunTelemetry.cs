using System.Diagnostics;
using System.Diagnostics.Metrics;
using RiskEngine.Plans;

namespace RiskEngine.Execution;

/// <summary>
/// What runs tell whoever listens, by the framework's own activities and instruments, both under the name <c>RiskEngine</c>. While nobody
/// listens nothing is gathered. Names follow OpenTelemetry's conventions.
/// </summary>
internal static class RunTelemetry
{
    private const string Name = "RiskEngine";

    private static readonly ActivitySource activities = new(Name);
    private static readonly Meter meter = new(Name);
    private static readonly Counter<long> paths = meter.CreateCounter<long>(
        "riskengine.paths",
        "{path}",
        "Paths simulated, those of each case counted."
    );

    /// <summary>The time of a whole run, or of a shard of it; null while nobody listens.</summary>
    public static Activity? Begin(RunPlan plan, Shard? shard)
    {
        var activity = activities.StartActivity(shard is null ? "run" : "shard");
        activity?.SetTag("riskengine.scenario", plan.Scenario.Id.Value);
        activity?.SetTag("riskengine.paths", plan.Scenario.Simulation.Paths);
        activity?.SetTag("riskengine.threads", plan.Threads);
        if (shard is { } part)
        {
            activity?.SetTag("riskengine.shard.index", part.Index);
            activity?.SetTag("riskengine.shard.count", part.Of);
        }

        return activity;
    }

    /// <summary>The time of a step; null while nobody listens, and for a step that takes none.</summary>
    public static Activity? Begin(RunStep step)
    {
        var activity = step switch
        {
            SimulateStep => activities.StartActivity("simulate"),
            MeasureStep => activities.StartActivity("measure"),
            _ => null,
        };
        switch (step)
        {
            case SimulateStep simulate:
                activity?.SetTag("riskengine.stage", simulate.Stage);
                activity?.SetTag("riskengine.outcomes", simulate.Outcomes.Count);
                break;
            case MeasureStep measure:
                activity?.SetTag("riskengine.task", measure.Task.ToString());
                break;
        }

        return activity;
    }

    /// <summary>Some paths of a case were simulated.</summary>
    public static void Simulated(int count) => paths.Add(count);
}
