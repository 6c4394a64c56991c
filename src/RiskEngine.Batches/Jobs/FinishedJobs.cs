using System.Collections.Concurrent;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>The jobs of a batch that was done, in order; figures stay on disk until they are come to.</summary>
/// <param name="jobs">The jobs.</param>
/// <param name="store">Where their figures are.</param>
public sealed class FinishedJobs(JobList jobs, JobStore store)
{
    private readonly ConcurrentDictionary<long, string> keys = [];
    private readonly ConcurrentDictionary<long, string> problems = [];

    /// <summary>How many failed.</summary>
    public long Failed => problems.Count;

    /// <summary>Every job with what came of it, in the order of the batch.</summary>
    /// <exception cref="IOException">Figures that were there are gone, or damaged since.</exception>
    public IEnumerable<JobResult> InOrder()
    {
        for (var index = 0L; index < jobs.Count; index++)
            yield return this[index];
    }

    /// <summary>A job with what came of it.</summary>
    /// <exception cref="IOException">Its figures were there and are gone, or damaged since.</exception>
    public JobResult this[long index]
    {
        get
        {
            var job = jobs[index];
            if (problems.TryGetValue(index, out var problem))
                return new JobResult(job, null, problem);
            var figures = store.Read(keys[index]) ?? throw new IOException($"the figures of job {index} have gone from the store");
            return new JobResult(job, figures, null);
        }
    }

    internal void Add(long index, string key) => keys[index] = key;

    internal void Fail(long index, string problem) => problems[index] = problem;
}
