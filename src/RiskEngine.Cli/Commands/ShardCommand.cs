using System.CommandLine;
using RiskEngine.Batches.Shards;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Cli.Telemetry;
using RiskEngine.Plans;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine shard scenario --index i --of n --out folder</c>: simulates a part of a run's paths.</summary>
internal static class ShardCommand
{
    /// <summary>More shards than this are refused.</summary>
    public const int MostShards = 10_000;

    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var scenario = ScenarioArgument.One("scenario folder, or the scenario.yaml in it");
        var index = NumberOption.Create(
            "--index",
            0,
            MostShards - 1,
            "which shard, from 0 (default: what the scheduler's environment says, such as SLURM_ARRAY_TASK_ID)"
        );
        var of = NumberOption.Create("--of", 1, MostShards, "how many shards the run has");
        of.Required = true;
        var folder = new Option<string>("--out")
        {
            Description = "folder that the shards of a run meet in",
            HelpName = "DIR",
            Required = true,
        };
        var outcomes = new OutcomeOptions();
        var command = new Command("shard", "Simulate a part of a run's paths, to be merged with the other parts.")
        {
            scenario,
            index,
            of,
            folder,
        };
        outcomes.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
            {
                var problem = "";
                var settings = outcomes.Of(parsed, [parsed.GetRequiredValue(scenario)], parsed.GetRequiredValue(folder));
                if ((parsed.GetValue(index) ?? ShardIndexVariables.Find(environment.Variable, out problem)) is not { } which)
                    return Task.FromResult(UsageErrors.Refuse(problem, environment.Error));
                var count = parsed.GetRequiredValue(of)!.Value;
                return Task.Run(() => Run(settings, which, count, environment, cancel), CancellationToken.None);
            }
        );
        return command;
    }

    private static int Run(RunSettings settings, int index, int of, CommandEnvironment environment, CancellationToken cancel)
    {
        if (index >= of)
            return UsageErrors.Refuse($"--index: expected 0 to {of - 1}, for there are {of} shards; found {index}", environment.Error);
        using var telemetry = TelemetryExport.Begin(settings.Telemetry, "riskengine shard", environment);
        if (new ScenarioLoader(settings.Code, environment).Load(settings.Scenarios, settings.Cases, settings.Set) is not [var loaded])
            return ExitCode.BadInput;
        var plan = MemoryLimit.Prepare(loaded, settings, environment);
        var (job, shard) = (new ShardJob(loaded, plan, settings, settings.Out, environment), new Shard(index, of));
        var progress = new PlainProgress($"{loaded.Scenario.Id}, {shard}", environment.Error, environment.Clock);
        job.Settle(of);
        var isNew = job.Compute(shard, progress, cancel);
        if (job.Store.FailureOf(job.Inputs, shard) is not null)
            return ExitCode.Done;
        environment.WriteLine(
            $"{environment.DisplayPath(job.Store.PathOf(job.Inputs, shard))}{(isNew ? "" : " (there already, and whole)")}"
        );
        return ExitCode.Done;
    }
}
