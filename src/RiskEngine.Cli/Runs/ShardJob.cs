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
    // Those before the last one met a factor that was dropped since.
    private readonly List<(RunPlan Plan, ShardInputs Inputs)> rounds = [(plan, InputsOf(loaded, plan, settings))];

    /// <summary>What decides the shards' bits.</summary>
    public ShardInputs Inputs => rounds[^1].Inputs;

    private RunPlan Plan => rounds[^1].Plan;

    /// <summary>Where shards meet.</summary>
    public ShardStore Store { get; } = new(environment.FullPath(folder), $"{Environment.MachineName}-{Environment.ProcessId}");

    /// <summary>
    /// Drops the factors that shards failed with and that the scenario says to drop, as soon as all shards were tried: the first failure
    /// is then the one that a run in one process would have met.
    /// </summary>
    /// <param name="of">How many shards there are.</param>
    public void Settle(int of)
    {
        while (true)
        {
            var failures = Shard.All(of).Select(s => (Shard: s, Met: Store.FailureOf(Inputs, s))).ToList();
            if (failures.TrueForAll(f => f.Met is null) || failures.Exists(f => f.Met is null && !Store.Has(Inputs, f.Shard)))
                return;
            var first = ShardFailure.First(failures.Select(f => f.Met).OfType<ShardFailure>());
            environment.Error.WriteLine(
                $"riskengine: {first.Problem}; the factor is dropped, as 'onFailure' says, and all shards are computed without it"
            );
            var without = loaded.Engine.Without(Plan, first.Failure);
            rounds.Add((without, InputsOf(loaded, without, settings)));
        }
    }

    /// <summary>Whether a shard needs no more work: it is there, or met a factor that is to be dropped.</summary>
    public bool WasTried(Shard shard) => Store.Has(Inputs, shard) || Store.FailureOf(Inputs, shard) is not null;

    /// <summary>Removes all shards of the run, those that were computed before a factor was dropped among them.</summary>
    public void Remove()
    {
        rounds.ForEach(round => Store.Remove(round.Inputs));
        rounds.RemoveRange(1, rounds.Count - 1);
    }

    /// <summary>Begins anew: forgets what is there.</summary>
    /// <param name="of">How many shards there are.</param>
    public void Restart(int of)
    {
        Settle(of);
        Remove();
    }

    /// <summary>Computes a shard, unless it is there.</summary>
    /// <returns>Whether it was computed; not where a factor is to be dropped, which is noted for all shards.</returns>
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
                () => Store.Compute(Inputs, shard, into => loaded.Engine.Simulate(Plan, shard, into, progress, cancel))
            );
        }
        catch (DroppedInShardException met)
        {
            FolderNotWritableException.Guard(
                folder,
                () =>
                {
                    Store.Note(Inputs, shard, ShardFailure.Of(met));
                    return true;
                }
            );
            environment.Error.WriteLine(
                $"riskengine: {met.Message}; the factor will be dropped, as 'onFailure' says, when all shards were tried"
            );
            return false;
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
        if ((of ?? Store.CountOf(Inputs)) is { } count)
            Settle(count);
        var shards = Store.Open(Inputs, of);
        try
        {
            return loaded.Engine.Merge(Plan, shards, progress, cancel);
        }
        finally
        {
            foreach (var shard in shards)
                shard.Dispose();
        }
    }

    private static ShardInputs InputsOf(LoadedScenario loaded, RunPlan plan, RunSettings settings) =>
        ShardInputs.Of(
            plan,
            settings.ForManifest(loaded.Scenario).Where(option => option.Key is not ("outcomes" or "until")),
            MachineKind.OfProcess()
        );

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
        words.AddRange(MemoryWords());
        if (settings.Telemetry is { } collector)
            words.AddRange(["--telemetry", collector.OriginalString]);
        return words;
    }

    /// <summary>The words of the command that merges all shards.</summary>
    /// <param name="of">How many there are.</param>
    /// <param name="discards">Whether the shards go when the report is there.</param>
    public IReadOnlyList<string> MergeCommand(int of, bool discards)
    {
        List<string> words = ["merge", loaded.Given, folder, "--of", $"{of}", "--out", settings.Out, .. settings.OutcomeWords()];
        words.AddRange(MemoryWords());
        if (discards)
            words.Add("--discard");
        if (settings.Outcomes != default)
            words.AddRange(["--outcomes", settings.Outcomes.ToString().ToLowerInvariant()]);
        if (settings.Also.Count > 0)
            words.AddRange(["--also", string.Join(',', settings.Also.Select(f => f.ToString().ToLowerInvariant()))]);
        return words;
    }

    // The plan follows from it, and so must be the same for all shards and their merge.
    private IReadOnlyList<string> MemoryWords() => settings.Memory is { } bytes ? ["--memory", $"{bytes / 1_000_000m}MB"] : [];

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
