using System.Diagnostics;
using System.Diagnostics.Metrics;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>What batches tell whoever listens, beside what each run tells of itself. While nobody listens nothing is gathered.</summary>
internal static class BatchTelemetry
{
    private const string Name = "RiskEngine.Batches";

    private static readonly ActivitySource activities = new(Name);
    private static readonly Meter meter = new(Name);
    private static readonly UpDownCounter<long> queue = meter.CreateUpDownCounter<long>(
        "riskengine.queue",
        "{job}",
        "Jobs that wait for their turn."
    );

    /// <summary>The time of a batch; null while nobody listens.</summary>
    public static Activity? Begin(long jobs)
    {
        var activity = activities.StartActivity("batch");
        activity?.SetTag("riskengine.jobs", jobs);
        return activity;
    }

    /// <summary>The time of a job; null while nobody listens.</summary>
    public static Activity? Begin(Job job)
    {
        var activity = activities.StartActivity("job");
        if (activity is null)
            return null;
        activity.SetTag("riskengine.job", job.Index);
        activity.SetTag("riskengine.case", job.Case);
        foreach (var value in job.Values)
            activity.SetTag($"riskengine.set.{value.Path}", value.Value);
        return activity;
    }

    /// <summary>More jobs wait, or fewer.</summary>
    public static void Wait(long more) => queue.Add(more);
}
