using System.CommandLine;
using RiskEngine.Batches.Shards;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Telemetry;
using RiskEngine.Reporting;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine merge scenario folder</c>: measures what the shards of a run have simulated, and writes its report.</summary>
internal static class MergeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var scenario = ScenarioArgument.One("scenario folder, or the scenario.yaml in it, as for the shards");
        var shards = new Argument<string>("shards") { Description = "folder that the shards met in" };
        var of = NumberOption.Create(
            "--of",
            1,
            ShardCommand.MostShards,
            "how many shards the run has (default: the number that most finished shards are of)"
        );
        var folder = new Option<string>("--out")
        {
            Description = "folder that reports go under",
            HelpName = "DIR",
            DefaultValueFactory = _ => "reports",
        };
        var discard = new Option<bool>("--discard") { Description = "remove the shards when the report is there" };
        var format = ChoiceOption.Create<OutcomeFormat>("--outcomes", "how every path's outcome is written (default: npy)");
        var also = AlsoOption.Create();
        var outcomes = new OutcomeOptions();
        var command = new Command("merge", "Merge the shards of a run to the results of a single process, and write its report.")
        {
            scenario,
            shards,
            of,
            folder,
            format,
            also,
            discard,
        };
        outcomes.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
            {
                var settings = outcomes.Of(parsed, [parsed.GetRequiredValue(scenario)], parsed.GetRequiredValue(folder)) with
                {
                    Outcomes = parsed.GetValue(format) ?? OutcomeFormat.Npy,
                    Also = parsed.GetValue(also) ?? [],
                };
                return RunAsync(
                    settings,
                    parsed.GetRequiredValue(shards),
                    parsed.GetValue(of),
                    parsed.GetValue(discard),
                    environment,
                    cancel
                );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        RunSettings settings,
        string shards,
        int? of,
        bool discards,
        CommandEnvironment environment,
        CancellationToken cancel
    )
    {
        using var telemetry = TelemetryExport.Begin(settings.Telemetry, "riskengine merge", environment);
        if (RunCommand.FolderProblem(settings, environment) is { } folderProblem)
            return UsageErrors.Refuse(folderProblem, environment.Error);
        if (new ScenarioLoader(settings.Code, environment).Load(settings.Scenarios, settings.Cases, settings.Set) is not [var loaded])
            return ExitCode.BadInput;
        var plan = MemoryLimit.Prepare(loaded, settings, environment);
        if (RunCommand.TooLarge(plan, MemoryLimit.Of(settings, environment)) is { } problem)
            return UsageErrors.Refuse(problem, environment.Error);
        var job = new ShardJob(loaded, plan, settings, shards, environment);
        var run = new ScenarioRun(loaded, plan, settings, environment) { Merging = (progress, token) => job.Merge(of, progress, token) };
        try
        {
            var results = await run.DoAsync(cancel);
            if (discards)
                job.Remove();
            return RunCommand.Show(run, results, settings, environment);
        }
        catch (ShardsNotWholeException e)
        {
            return job.Refuse(e, of);
        }
    }
}
