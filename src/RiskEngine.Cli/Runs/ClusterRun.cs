using RiskEngine.Cli.Commands;
using RiskEngine.Cli.Options;
using RiskEngine.Plans;

namespace RiskEngine.Cli.Runs;

/// <summary>A run by shards, wherever these are computed, from start to report.</summary>
/// <param name="cluster">Where, and how many.</param>
/// <param name="settings">What the user asked for.</param>
/// <param name="environment">Where messages go.</param>
internal sealed class ClusterRun(ClusterSettings cluster, RunSettings settings, CommandEnvironment environment)
{
    private readonly string folder = cluster.FolderIn(settings.Out);

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> DoAsync(LoadedScenario loaded, RunPlan plan, CancellationToken cancel)
    {
        var job = new ShardJob(loaded, plan, settings, folder, environment);
        return cluster.On switch
        {
            Cluster.Local => LocallyAsync(job, loaded, plan, cancel),
            Cluster.Slurm => new SlurmRun(job, cluster, folder, environment).DoAsync(cancel),
            _ => OnKubernetesAsync(job, loaded, plan, cancel),
        };
    }

    private async Task<int> LocallyAsync(ShardJob job, LoadedScenario loaded, RunPlan plan, CancellationToken cancel)
    {
        var (path, code) = (job.Store.FolderOf(job.Inputs) + ".lock", ExitCode.Done);
        using (var held = StoreLock.Take(path, folder))
        {
            if (held is null)
            {
                return UsageErrors.Refuse(
                    $"expected to compute the shards of '{loaded.Given}' in '{folder}' alone, found another process at it; wait for it, or "
                        + "name another folder (--store)",
                    environment.Error
                );
            }

            environment.Temporary.Add(path);
            var local = new LocalRun(job, cluster, settings.Threads ?? Environment.ProcessorCount, environment);
            code = await MergeAsync(job, new ScenarioRun(loaded, plan, settings, environment) { Merging = local.Do }, cancel);
            environment.Temporary.Remove(path);
        }

        if (cluster.Store is null)
            job.Store.RemoveIfEmpty();
        return code;
    }

    private async Task<int> OnKubernetesAsync(ShardJob job, LoadedScenario loaded, RunPlan plan, CancellationToken cancel)
    {
        if (cluster is { Fresh: true, DryRun: false })
            job.Restart(cluster.Shards);
        job.Settle(cluster.Shards);
        var kubernetes = new KubernetesRun(job, cluster, folder, environment);
        if (!cluster.DryRun)
            return await MergeAsync(job, new ScenarioRun(loaded, plan, settings, environment) { Merging = kubernetes.Do }, cancel);
        kubernetes.Write();
        return ExitCode.Done;
    }

    private async Task<int> MergeAsync(ShardJob job, ScenarioRun run, CancellationToken cancel)
    {
        var results = await run.DoAsync(cancel);
        if (cluster.Store is null)
            job.Remove();
        return RunCommand.Show(run, results, settings, environment);
    }
}
