using RiskEngine.Batches.Clusters;
using RiskEngine.Results;

namespace RiskEngine.Cli.Runs;

/// <summary>A run whose shards are pods of an Indexed Job; they are merged here.</summary>
/// <param name="job">The run.</param>
/// <param name="cluster">How many shards, their image and volume.</param>
/// <param name="folder">The folder that shards meet in, as given.</param>
/// <param name="environment">Where messages go.</param>
internal sealed class KubernetesRun(ShardJob job, ClusterSettings cluster, string folder, CommandEnvironment environment)
{
    private const double ShareOfShards = 0.9;

    private static readonly TimeSpan betweenLooks = TimeSpan.FromSeconds(1);

    private KubernetesJob Job { get; } =
        new(
            // Another number of shards is another job.
            $"riskengine-{job.Inputs.Key}-{cluster.Shards}",
            cluster.Image!,
            cluster.Claim!,
            environment.Folder,
            cluster.Shards,
            job.ShardCommand(index: null, cluster.Shards)
        );

    /// <summary>Writes the job down instead of sending it.</summary>
    public void Write() => OutputFile.Write(Path.Combine(environment.FullPath(folder), $"{Job.Name}.yaml"), Job.Yaml(), environment);

    /// <summary>Sends the job, waits for it, and merges.</summary>
    /// <exception cref="ClusterFailedException">The cluster is not there or refuses, or a shard failed for good.</exception>
    public MergedRun Do(IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var file = environment.Variable("KUBECONFIG") is { } given ? environment.FullPath(given) : null;
        using var jobs = new KubernetesJobs(file, Job, token => Task.Delay(betweenLooks, environment.Clock, token));
        jobs.RunAsync(Report, cancel).GetAwaiter().GetResult();
        return job.Merge(cluster.Shards, progress, cancel);

        void Report(int succeeded) =>
            progress.Report(
                new RunProgress($"{succeeded} of {cluster.Shards} shards have succeeded", ShareOfShards * succeeded / cluster.Shards)
            );
    }
}
