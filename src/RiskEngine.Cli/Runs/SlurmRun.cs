using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Batches.Clusters;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Runs;

/// <summary>A run whose shards are tasks of a job array of Slurm.</summary>
/// <param name="job">The run.</param>
/// <param name="cluster">How many shards, and whether to send them.</param>
/// <param name="folder">The folder that shards meet in, as given; all nodes must see it.</param>
/// <param name="environment">Where messages go.</param>
internal sealed class SlurmRun(ShardJob job, ClusterSettings cluster, string folder, CommandEnvironment environment)
{
    private const int MostBytesSaid = 16 << 20;

    private static readonly TimeSpan betweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Writes the scripts, submits them, and waits for the report.</summary>
    /// <returns>The exit code of the merge.</returns>
    /// <exception cref="ClusterFailedException">Slurm is not there or refuses, or a task failed for good.</exception>
    public async Task<int> DoAsync(CancellationToken cancel)
    {
        if (cluster.Fresh)
            job.Restart(cluster.Shards);
        job.Settle(cluster.Shards);
        var slurm = Describe();
        OutputFile.Write(slurm.ArrayPath, slurm.Array(), environment);
        OutputFile.Write(slurm.MergePath, slurm.Merge(), environment);
        if (cluster.DryRun)
        {
            environment.WriteLine($"array=$({RunSettings.Line(slurm.SubmitArray)})");
            environment.WriteLine($"{RunSettings.Line(slurm.SubmitMerge("$array")).Replace("'", "\"")}");
            return ExitCode.Done;
        }

        File.Delete(slurm.MergeExit);
        var jobs = new SlurmJobs(slurm, token => Task.Delay(betweenLooks, environment.Clock, token));
        var numbers = await jobs.SubmitAsync(cancel);
        environment.Error.WriteLine($"{slurm.Name}: array {numbers.Array} of {slurm.Shards} shards, merge {numbers.Merge}");
        var progress = new PlainProgress(slurm.Name, environment.Error, environment.Clock);
        var code = await jobs.FollowAsync(numbers, left => Report(progress, slurm.Shards, left), cancel);
        environment.Text.Write(Said(slurm.MergeLog));
        environment.Error.Write(Said(slurm.MergeErrors));
        if (cluster.Store is null && code is ExitCode.Done or ExitCode.LimitBreached)
        {
            Directory.Delete(slurm.Folder, recursive: true);
            job.Store.RemoveIfEmpty();
        }

        return code;
    }

    private SlurmJob Describe()
    {
        var name = $"riskengine-{job.Inputs.Key}";
        string Line(IReadOnlyList<string> args) => RunSettings.Line(environment.Program.Words(args));
        return new SlurmJob(
            name,
            Path.Combine(environment.FullPath(folder), $"slurm-{job.Inputs.Key}"),
            environment.Folder,
            cluster.Shards,
            Line(job.ShardCommand(index: null, cluster.Shards)),
            Line(job.MergeCommand(cluster.Shards, discards: cluster.Store is null))
        );
    }

    private static void Report(PlainProgress progress, int shards, int left) =>
        progress.Report(new RunProgress($"{shards - left} of {shards} tasks have ended", (double)(shards - left) / shards));

    private static string Said(string file) =>
        RegularFile.Read(file, MostBytesSaid, out _) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
}
