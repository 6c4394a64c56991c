using System.Diagnostics;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Plans;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>
/// Does the jobs of a batch: those whose figures are in the store are not done again, those that fail are noted and the others go on.
/// Small jobs are done side by side, a thread each; a job that fills the memory has all threads.
/// </summary>
/// <param name="scenarios">The scenarios that the jobs are about.</param>
/// <param name="store">Where figures are kept.</param>
/// <param name="threads">Number of threads, above zero.</param>
/// <param name="memory">Bytes of memory that jobs may take together.</param>
public sealed class JobRunner(IReadOnlyList<JobScenario> scenarios, JobStore store, int threads, long memory)
{
    /// <summary>Does all jobs.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="progress">Told how far it has come, from any thread; may be null.</param>
    /// <param name="cancel">Stops between blocks of paths; what is finished is kept.</param>
    /// <exception cref="IOException">Figures cannot be kept.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public FinishedJobs Run(JobList jobs, IProgress<BatchProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        store.ClearLeftovers();
        var board = new ProgressBoard(jobs.Count, progress);
        var finished = new FinishedJobs(jobs, store);
        var workers = Workers(jobs);
        using var activity = BatchTelemetry.Begin(jobs.Count);
        var (next, taken) = (-1L, 0L);
        BatchTelemetry.Wait(jobs.Count);
        try
        {
            Parallel.For(
                0,
                workers,
                new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel },
                (_, loop) =>
                {
                    for (
                        var index = Interlocked.Increment(ref next);
                        index < jobs.Count && !loop.IsExceptional;
                        index = Interlocked.Increment(ref next)
                    )
                    {
                        cancel.ThrowIfCancellationRequested();
                        Interlocked.Increment(ref taken);
                        BatchTelemetry.Wait(-1);
                        Do(jobs[index], workers == 1 ? threads : 1, finished, board, cancel);
                    }
                }
            );
        }
        catch (AggregateException e)
        {
            cancel.ThrowIfCancellationRequested();
            throw e.InnerExceptions[0];
        }
        finally
        {
            BatchTelemetry.Wait(taken - jobs.Count);
        }

        return finished;
    }

    private void Do(Job job, int threadsOfJob, FinishedJobs finished, ProgressBoard board, CancellationToken cancel)
    {
        var scenario = scenarios[job.Scenario];
        var key = scenario.KeyOf(job);
        if (key is not null && store.Find(key) is not null)
        {
            finished.Add(job.Index, key);
            board.Find();
            return;
        }

        using var activity = BatchTelemetry.Begin(job);
        var progress = board.Begin(job);
        JobFigures figures;
        try
        {
            figures = scenario.Run(scenario.Prepare(job, threadsOfJob), progress, cancel);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            var problem = ProblemOf(e);
            activity?.SetStatus(ActivityStatusCode.Error, problem);
            finished.Fail(job.Index, problem);
            board.End(job, problem);
            return;
        }

        store.Write(key!, figures);
        finished.Add(job.Index, key!);
        board.End(job, null);
    }

    /// <summary>As many jobs side by side as there are threads, jobs and memory for: the first job stands for all.</summary>
    private int Workers(JobList jobs)
    {
        if (threads == 1 || jobs.Count < threads)
            return 1;
        RunPlan plan;
        try
        {
            plan = scenarios[jobs[0].Scenario].Prepare(jobs[0], 1);
        }
        catch (ScenarioException)
        {
            return threads; // it fails when its turn comes, and says why
        }

        return plan.PeakBytes <= memory / threads ? threads : 1;
    }

    /// <summary>One sentence: of many findings the first.</summary>
    private static string ProblemOf(Exception e)
    {
        if (e is not ScenarioException refused)
            return e.Message;
        var errors = refused.Findings.Where(f => f.Severity == Severity.Error).ToList();
        return errors.Count == 1 ? errors[0].ToString() : $"{errors[0]}; and {errors.Count - 1} more errors";
    }
}
