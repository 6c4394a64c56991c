namespace RiskEngine.Batches.Jobs;

/// <summary>What a batch would do: how many jobs it has, and how many of them are known already.</summary>
/// <param name="Jobs">Number of jobs.</param>
/// <param name="Known">Jobs whose figures are in the store.</param>
/// <param name="Refused">Jobs whose values do not fit their scenario, as far as the paths of these show.</param>
public readonly record struct BatchOutlook(long Jobs, long Known, long Refused)
{
    private const int ChunkLength = 256;

    /// <summary>The jobs that would be simulated.</summary>
    public long New => Jobs - Known - Refused;

    /// <summary>Looks at every job, without reading or simulating one.</summary>
    /// <param name="scenarios">The scenarios that the jobs are about.</param>
    /// <param name="jobs">The jobs.</param>
    /// <param name="store">Where figures are kept.</param>
    /// <param name="threads">Number of threads, above zero.</param>
    /// <param name="cancel">Stops between jobs.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BatchOutlook Of(IReadOnlyList<JobScenario> scenarios, JobList jobs, JobStore store, int threads, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(store);
        var (known, refused, count) = (0L, 0L, jobs.Count);
        Parallel.For(
            0,
            (count + ChunkLength - 1) / ChunkLength,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            chunk =>
            {
                for (var index = chunk * ChunkLength; index < Math.Min(count, (chunk + 1) * ChunkLength); index++)
                {
                    var job = jobs[index];
                    if (scenarios[job.Scenario].KeyOf(job) is not { } key)
                        Interlocked.Increment(ref refused);
                    else if (store.Has(key))
                        Interlocked.Increment(ref known);
                }
            }
        );
        return new BatchOutlook(count, known, refused);
    }
}
