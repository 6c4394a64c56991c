using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>Counts jobs as they begin and end, and tells whoever shows it.</summary>
/// <param name="jobs">Number of jobs.</param>
/// <param name="shown">Shows the progress; null for nobody.</param>
internal sealed class ProgressBoard(long jobs, IProgress<BatchProgress>? shown)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<long, (Job Job, double Fraction)> running = [];
    private long done;
    private long found;
    private long failed;

    public long Failed => failed;

    /// <summary>A job was there already.</summary>
    public void Find()
    {
        lock (gate)
            found++;
        Tell(null);
    }

    /// <summary>A job begins; what it tells of itself goes into the whole.</summary>
    public IProgress<RunProgress> Begin(Job job)
    {
        lock (gate)
            running[job.Index] = (job, 0);
        return new OfJob(this, job);
    }

    /// <summary>A job has ended.</summary>
    public void End(Job job, string? problem)
    {
        lock (gate)
        {
            running.Remove(job.Index);
            if (problem is null)
                done++;
            else
                failed++;
        }

        Tell(problem is null ? null : new JobResult(job, null, problem));
    }

    private void Report(Job job, double fraction)
    {
        lock (gate)
        {
            if (running.ContainsKey(job.Index))
                running[job.Index] = (job, fraction);
        }

        Tell(null);
    }

    private void Tell(JobResult? justFailed)
    {
        if (shown is null)
            return;
        BatchProgress now;
        lock (gate)
            now = new BatchProgress(jobs, done, found, failed, [.. running.Values], justFailed);
        shown.Report(now);
    }

    private sealed class OfJob(ProgressBoard board, Job job) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => board.Report(job, value.Fraction);
    }
}
