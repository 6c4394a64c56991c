using RiskEngine.Batches.Shards;
using RiskEngine.Plans;
using RiskEngine.Results;

namespace RiskEngine.Cli.Runs;

/// <summary>A run whose shards meet in a folder: computes them, merges them, and knows the commands that do so elsewhere.</summary>
/// <param name="loaded">The scenario.</param>
/// <param name="plan">What its run does.</param>
/// <param name="settings">What the user asked for.</param>
/// <param name="folder">The folder that shards meet in, as given.</param>
/// <param name="environment">Where the current folder is.</param>
internal sealed class ShardJob(LoadedScenario loaded, RunPlan plan, RunSettings settings, string folder, CommandEnvironment environment)
{
    /// <summary>What decides the shards' bits.</summary>
    public ShardInputs Inputs { get; } =
        ShardInputs.Of(
            plan,
            settings.ForManifest(loaded.Scenario).Where(option => option.Key is not ("outcomes" or "until")),
            MachineKind.OfProcess()
        );

    /// <summary>Where shards meet.</summary>
    public ShardStore Store { get; } = new(environment.FullPath(folder), $"{Environment.MachineName}-{Environment.ProcessId}");

    /// <summary>Computes a shard, unless it is there.</summary>
    /// <returns>Whether it was computed.</returns>
    /// <exception cref="FolderNotWritableException">The disk is full, or the folder cannot be written to; finished shards stay.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing of this shard is left.</exception>
    public bool Compute(Shard shard, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var unfinished = Store.UnfinishedPathOf(Inputs, shard);
        environment.Temporary.Add(unfinished);
        try
        {
            return FolderNotWritableException.Guard(
                folder,
                () => Store.Compute(Inputs, shard, into => loaded.Engine.Simulate(plan, shard, into, progress, cancel))
            );
        }
        finally
        {
            environment.Temporary.Remove(unfinished);
        }
    }

    /// <summary>Measures what the shards have simulated.</summary>
    /// <param name="of">How many there are; null to see from the folder.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Stops in between.</param>
    /// <exception cref="ShardsNotWholeException">Some are missing, damaged or of another run.</exception>
    public MergedRun Merge(int? of, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var shards = Store.Open(Inputs, of);
        try
        {
            return loaded.Engine.Merge(plan, shards, progress, cancel);
        }
        finally
        {
            foreach (var shard in shards)
                shard.Dispose();
        }
    }

    /// <summary>The words of the command that computes a shard.</summary>
    /// <param name="index">Which one; null to take it from the environment.</param>
    /// <param name="of">How many there are.</param>
    public IReadOnlyList<string> ShardCommand(int? index, int of)
    {
        List<string> words = ["shard", loaded.Given, "--of", $"{of}", "--out", folder];
        if (index is { } given)
            words.AddRange(["--index", $"{given}"]);
        words.AddRange(settings.OutcomeWords());
        if (settings.Code.Patience != CodeSettings.DefaultPatience)
            words.AddRange(["--plugin-timeout", $"{settings.Code.Patience}"]);
        return words;
    }

    /// <summary>The words of the command that merges all shards.</summary>
    /// <param name="of">How many there are.</param>
    /// <param name="discards">Whether the shards go when the report is there.</param>
    public IReadOnlyList<string> MergeCommand(int of, bool discards)
    {
        List<string> words = ["merge", loaded.Given, folder, "--of", $"{of}", "--out", settings.Out, .. settings.OutcomeWords()];
        if (discards)
            words.Add("--discard");
        if (settings.Outcomes != default)
            words.AddRange(["--outcomes", settings.Outcomes.ToString().ToLowerInvariant()]);
        if (settings.Also.Count > 0)
            words.AddRange(["--also", string.Join(',', settings.Also.Select(f => f.ToString().ToLowerInvariant()))]);
        return words;
    }

    /// <summary>Lists what stands in the way of merging, with the commands that compute what is missing.</summary>
    public int Refuse(ShardsNotWholeException problem, int? of)
    {
        const int MostListed = 20;
        foreach (var line in problem.Message.Split('\n'))
            environment.Error.WriteLine($"riskengine: error: {line}");
        foreach (var shard in problem.Missing.Take(MostListed))
            environment.Error.WriteLine($"compute it: {RunSettings.Line(["riskengine", .. ShardCommand(shard.Index, of ?? shard.Of)])}");
        return ExitCode.BadInput;
    }
}
