using System.Diagnostics;
using RiskEngine.Batches.Clusters;
using RiskEngine.Cli.Hosting;
using RiskEngine.Cli.Telemetry;
using RiskEngine.Plans;
using RiskEngine.Results;

namespace RiskEngine.Cli.Runs;

/// <summary>Computes the shards of a run in processes of this machine, goes on from those that are there, and merges them.</summary>
/// <param name="job">The run.</param>
/// <param name="cluster">How many shards, and how many at once.</param>
/// <param name="threads">Number of threads that all processes share.</param>
/// <param name="environment">How the program is started, and where messages go.</param>
internal sealed class LocalRun(ShardJob job, ClusterSettings cluster, int threads, CommandEnvironment environment)
{
    // Simulating takes nearly all of the time of most runs; merging is shown as the rest.
    private const double ShareOfShards = 0.9;

    /// <summary>Computes what is missing, and merges.</summary>
    /// <exception cref="ShardFailedException">The process of a shard failed; finished ones stay.</exception>
    public MergedRun Do(IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var count = cluster.Shards;
        if (cluster.Fresh)
            job.Restart(count);
        while (true)
        {
            job.Settle(count);
            job.Store.ClearUnfinished(job.Inputs);
            Shard[] missing = [.. Shard.All(count).Where(shard => !job.WasTried(shard))];
            Compute(missing, count - missing.Length, progress, cancel);
            if (Shard.All(count).All(shard => job.Store.FailureOf(job.Inputs, shard) is null))
                return job.Merge(count, new Rest(progress), cancel);
        }
    }

    private void Compute(Shard[] missing, int finished, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var count = cluster.Shards;
        Report();
        var atOnce = Math.Min(cluster.AtOnce ?? Environment.ProcessorCount, Math.Max(1, missing.Length));
        var threadsEach = Math.Max(1, threads / atOnce);
        var processes = new LocalProcesses(shard => Start(shard, threadsEach), atOnce);
        try
        {
            processes.RunAsync(missing, _ => Finished(), cancel).GetAwaiter().GetResult();
        }
        catch (ShardFailedException)
        {
            environment.Error.WriteLine(
                $"riskengine: {finished} of {count} shards are finished and kept; the same command goes on from there"
            );
            throw;
        }

        void Finished()
        {
            Interlocked.Increment(ref finished);
            Report();
        }

        void Report() => progress.Report(new RunProgress($"{finished} of {count} shards", ShareOfShards * finished / count));
    }

    private ProcessStartInfo Start(Shard shard, int threadsEach)
    {
        var start = environment.Program.With([.. job.ShardCommand(shard.Index, shard.Of), "--threads", $"{threadsEach}"]);
        start.WorkingDirectory = environment.Folder;
        start.Environment[ParentProcess.Variable] = "1";
        TelemetryExport.HandOn(start);
        return start;
    }

    /// <summary>Shows a whole as what is left.</summary>
    private sealed class Rest(IProgress<RunProgress> progress) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) =>
            progress.Report(new RunProgress(value.Stage, ShareOfShards + ((1 - ShareOfShards) * value.Fraction)));
    }
}
