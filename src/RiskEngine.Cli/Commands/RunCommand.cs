using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Printing;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Cli.Telemetry;
using RiskEngine.Cli.Texts;
using RiskEngine.Loading.Batches;
using RiskEngine.Plans;
using RiskEngine.Reporting;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine run scenario...</c>: simulate, measure, report.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var scenarios = ScenarioArgument.Several(
            "scenario folders, or the scenario.yaml in them; batch files, or the folders of batch.yaml"
        );
        var simulated = new OutcomeOptions();
        var folder = new Option<string>("--out")
        {
            Description = "folder that reports go under",
            HelpName = "DIR",
            DefaultValueFactory = _ => "reports",
        };
        var outcomes = ChoiceOption.Create<OutcomeFormat>("--outcomes", "how every path's outcome is written (default: npy)");
        var also = AlsoOption.Create();
        var pdf = new PdfOptions();
        var until = UntilOption.Create();
        var shards = new ClusterOptions();
        var quiet = new Option<bool>("--quiet") { Description = "print nothing but the report's path" };
        var verbose = new Option<bool>("--verbose") { Description = "show the log as well" };
        var command = new Command("run", "Simulate scenarios and write a report for each.") { scenarios };
        simulated.AddTo(command);
        foreach (var option in new Option[] { until, folder, outcomes, also, quiet, verbose })
            command.Add(option);
        pdf.AddTo(command);
        shards.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
            {
                var settings = simulated.Of(parsed, parsed.GetRequiredValue(scenarios), parsed.GetRequiredValue(folder)) with
                {
                    Until = parsed.GetValue(until),
                    Outcomes = parsed.GetValue(outcomes) ?? OutcomeFormat.Npy,
                    Also = parsed.GetValue(also) ?? [],
                    Printer = pdf.Of(parsed, environment, out var unprinted),
                    Fresh = parsed.GetValue(shards.Fresh),
                    DryRun = parsed.GetValue(shards.DryRun),
                    Quiet = parsed.GetValue(quiet),
                    Verbose = parsed.GetValue(verbose),
                };
                var cluster = shards.Of(parsed, out var problem);
                problem ??= unprinted;
                if (cluster is not null && settings.Printer is not null)
                    problem = "--pdf: expected a run in this process, found --on";
                if (cluster is not null && settings.Until is not null)
                    problem = "--until: expected a fixed number of paths with --on, for shards divide them; found a precision";
                return problem is null
                    ? RunAsync(settings, cluster, environment, cancel)
                    : Task.FromResult(UsageErrors.Refuse(problem, environment.Error));
            }
        );
        return command;
    }

    /// <summary>Simulates and reports.</summary>
    internal static Task<int> RunAsync(RunSettings settings, CommandEnvironment environment, CancellationToken cancel) =>
        RunAsync(settings, cluster: null, environment, cancel);

    private static async Task<int> RunAsync(
        RunSettings settings,
        ClusterSettings? cluster,
        CommandEnvironment environment,
        CancellationToken cancel
    )
    {
        using var telemetry = TelemetryExport.Begin(settings.Telemetry, "riskengine run", environment);
        if (FolderProblem(settings, environment) is { } folderProblem)
            return UsageErrors.Refuse(folderProblem, environment.Error);
        var batches = settings.Scenarios.Select(s => (Given: s, File: BatchReader.FileOf(environment.FullPath(s)))).ToList();
        if (batches.Exists(b => b.File is not null))
        {
            if (settings.Printer is not null)
                return UsageErrors.Refuse("--pdf: expected scenarios, found a batch, whose page has no brief", environment.Error);
            if (settings.Also.Count > 0)
                return UsageErrors.Refuse("--also: expected scenarios, found a batch: its table is results.csv", environment.Error);
            return cluster is null
                ? await BatchesAsync(batches, settings, environment, cancel)
                : UsageErrors.Refuse("--on: expected scenarios, found a batch: its jobs are not divided into shards", environment.Error);
        }

        if (cluster is null && WithoutMeaning(settings) is { } meaningless)
            return UsageErrors.Refuse(meaningless, environment.Error);

        if (new ScenarioLoader(settings.Code, environment).Load(settings.Scenarios, settings.Cases, settings.Set) is not { } loaded)
            return ExitCode.BadInput;
        if (
            settings.Until is { } target
            && loaded.FirstOrDefault(s => s.Scenario.Horizons.All(h => h.Id.Value != target.Horizon)) is { } missing
        )
        {
            return UsageErrors.Refuse(
                $"--until: expected one of the horizons {string.Join(", ", missing.Scenario.Horizons.Select(h => h.Id))}, found "
                    + $"'{target.Horizon}'",
                environment.Error
            );
        }

        RunPlan[] plans = [.. loaded.Select(s => MemoryLimit.Prepare(s, settings, environment))];
        if (plans.Select(p => TooLarge(p, MemoryLimit.Of(settings, environment))).FirstOrDefault(m => m is not null) is { } problem)
            return UsageErrors.Refuse(problem, environment.Error);

        var code = ExitCode.Done;
        var joint = new List<IReadOnlyList<JointRow>>();
        foreach (var (scenario, plan) in loaded.Zip(plans))
        {
            if (cluster is not null)
            {
                code = Math.Max(code, await new ClusterRun(cluster, settings, environment).DoAsync(scenario, plan, cancel));
                continue;
            }

            var run = new ScenarioRun(scenario, plan, settings, environment);
            try
            {
                var results = await run.DoAsync(cancel);
                if (settings.Printer is { } printer)
                    await Brief.PrintAsync(run.Folder, printer, environment, cancel);
                code = Math.Max(code, Show(run, results, settings, environment));
                joint.Add(JointRow.Of(results));
            }
            catch (Exception e) when (loaded.Count > 1 && e is RunFailedException or OutcomesNotFiniteException)
            {
                var log = e is RunFailedException failed ? $"; the log is {environment.DisplayPath(failed.Log)}" : "";
                environment.Error.WriteLine($"riskengine: scenario '{scenario.Scenario.Id}' failed: {e.Message}{log}");
                joint.Add([new JointRow(scenario.Scenario.Id.Value, "failed", null)]);
            }
        }

        if (loaded.Count > 1 && cluster is null && !settings.Quiet)
            environment.Output.Write(JointScreen.Render(joint.SelectMany(r => r)));
        if (loaded.Count > 1 && cluster?.DryRun != true && Directory.Exists(environment.FullPath(settings.Out)))
            await RunsPage.WriteAsync(settings.Out, isRebuilt: false, environment);
        return joint.Exists(r => r is [{ Measures: null }]) ? ExitCode.UnexpectedFailure : code;
    }

    /// <summary>What says nothing of a run of scenarios in this process, or null.</summary>
    private static string? WithoutMeaning(RunSettings settings) =>
        settings switch
        {
            { Fresh: true } => "--fresh: expected a batch, or --on beside it; a run in this process is always new",
            { DryRun: true } => "--dry-run: expected a batch, or --on slurm or kubernetes beside it; explain says what a run does",
            _ => null,
        };

    /// <summary>Shows what a run has found out, and says where its report is.</summary>
    /// <returns>The exit code of this run.</returns>
    public static int Show(ScenarioRun run, RiskResults results, RunSettings settings, CommandEnvironment environment)
    {
        if (!settings.Quiet)
        {
            environment.Output.Write(SummaryScreen.Render(results));
            if (run.Receipt is { } receipt)
                environment.WriteLine($"receipt {receipt}");
        }

        environment.WriteLine(environment.DisplayPath(Path.Combine(run.Folder, "report.html")));
        return results.AnyLimitBreached ? ExitCode.LimitBreached : ExitCode.Done;
    }

    /// <summary>What is wrong with the folder that reports are to go under, or null.</summary>
    public static string? FolderProblem(RunSettings settings, CommandEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(settings.Out))
            return "--out: expected a folder, found nothing";
        return File.Exists(environment.FullPath(settings.Out)) ? $"--out: expected a folder, found the file '{settings.Out}'" : null;
    }

    /// <summary>Does batches, one after another; all are read before the first begins.</summary>
    private static async Task<int> BatchesAsync(
        IReadOnlyList<(string Given, string? File)> given,
        RunSettings settings,
        CommandEnvironment environment,
        CancellationToken cancel
    )
    {
        if (given.FirstOrDefault(b => b.File is null).Given is { } other)
            return UsageErrors.Refuse($"expected batches alone or scenarios alone, found the scenario '{other}' too", environment.Error);
        BatchRun?[] runs = [.. given.Select(b => BatchRun.Read(b.Given, b.File!, settings, environment))];
        if (runs.Contains(null))
            return ExitCode.BadInput;
        var code = ExitCode.Done;
        foreach (var run in runs.OfType<BatchRun>())
        {
            if (settings.DryRun)
            {
                environment.WriteLine(OutlookLine.Of(run.Batch, run.Outlook(cancel)));
                continue;
            }

            var results = await run.DoAsync(cancel);
            if (results.Failed > 0)
                code = ExitCode.UnexpectedFailure;
            else if (code == ExitCode.Done && run.AnyLimitBreached(results))
                code = ExitCode.LimitBreached;
            if (!settings.Quiet)
            {
                environment.Output.Write(
                    results.Sensitivity is { } found ? SensitivityScreen.Render(results, found) : BatchScreen.Render(results)
                );
            }

            environment.WriteLine(environment.DisplayPath(Path.Combine(run.Place, "index.html")));
        }

        return code;
    }

    /// <summary>What is wrong with a run that the machine has no memory for, or null.</summary>
    public static string? TooLarge(RunPlan plan, long memory)
    {
        const double Gigabyte = 1L << 30;
        return plan.PeakBytes <= memory
            ? null
            : $"scenario '{plan.Scenario.Id}': {Figures.Count(plan.Scenario.Simulation.Paths)} paths need "
                + $"{plan.PeakBytes / Gigabyte:N1} GB of memory, found {memory / Gigabyte:N1} GB; take fewer paths, or fewer cases "
                + "at a time (--case)";
    }
}
