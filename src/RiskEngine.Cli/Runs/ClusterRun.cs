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
            _ => throw new NotSupportedException(),
        };
    }

    private async Task<int> LocallyAsync(ShardJob job, LoadedScenario loaded, RunPlan plan, CancellationToken cancel)
    {
        var code = ExitCode.Done;
        var path = job.Store.FolderOf(job.Inputs) + ".lock";
        using (var held = StoreLock.Take(path, folder))
        {
            if (held is null)
                return UsageErrors.Refuse(
                    $"expected to compute the shards of '{loaded.Given}' in '{folder}' alone, found another process at it; wait for it, or "
                        + "name another folder (--store)",
                    environment.Error
                );
            environment.Temporary.Add(path);
            var local = new LocalRun(job, cluster, settings.Threads ?? Environment.ProcessorCount, environment);
            var run = new ScenarioRun(loaded, plan, settings, environment) { Merging = local.Do };
            var results = await run.DoAsync(cancel);
            environment.Temporary.Remove(path);
            if (cluster.Store is null)
                job.Store.Remove(job.Inputs);
            code = RunCommand.Show(run, results, settings, environment);
        }

        if (cluster.Store is null)
            job.Store.RemoveIfEmpty();
        return code;
    }
}
