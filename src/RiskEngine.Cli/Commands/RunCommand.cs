using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Cli.Texts;
using RiskEngine.Loading.Batches;
using RiskEngine.Plans;
using RiskEngine.Reporting;

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
        var cases = new Option<string[]>("--case")
        {
            Description = "simulate only this case; may be given several times (default: all)",
            HelpName = "ID",
        };
        var simulation = new SimulationOptions("the scenario's");
        var code = new CodeOptions();
        var folder = new Option<string>("--out")
        {
            Description = "folder that reports go under",
            HelpName = "DIR",
            DefaultValueFactory = _ => "reports",
        };
        var outcomes = ChoiceOption.Create<OutcomeFormat>("--outcomes", "how every path's outcome is written (default: npy)");
        var until = UntilOption.Create();
        var measuresOnly = new Option<bool>("--measures-only")
        {
            Description = "stop at the measures: no attribution, effects of events, views or optimiser",
        };
        var fresh = new Option<bool>("--fresh") { Description = "of a batch: simulate again what is done already" };
        var quiet = new Option<bool>("--quiet") { Description = "print nothing but the report's path" };
        var verbose = new Option<bool>("--verbose") { Description = "show the log as well" };
        var command = new Command("run", "Simulate scenarios and write a report for each.")
        {
            scenarios,
            cases,
            simulation.Paths,
            simulation.Sampling,
            until,
            measuresOnly,
            simulation.Seed,
            simulation.Threads,
            simulation.Set,
            code.AllowCode,
            code.Plugins,
            code.Patience,
            folder,
            outcomes,
            fresh,
            quiet,
            verbose,
        };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    new RunSettings
                    {
                        Scenarios = parsed.GetRequiredValue(scenarios),
                        Cases = parsed.GetValue(cases) ?? [],
                        Paths = parsed.GetValue(simulation.Paths),
                        Seed = parsed.GetValue(simulation.Seed),
                        Sampling = parsed.GetValue(simulation.Sampling),
                        Until = parsed.GetValue(until),
                        MeasuresOnly = parsed.GetValue(measuresOnly),
                        Threads = parsed.GetValue(simulation.Threads),
                        Set = parsed.GetValue(simulation.Set) ?? [],
                        Code = code.Of(parsed),
                        Out = parsed.GetRequiredValue(folder),
                        Outcomes = parsed.GetValue(outcomes) ?? OutcomeFormat.Npy,
                        Fresh = parsed.GetValue(fresh),
                        Quiet = parsed.GetValue(quiet),
                        Verbose = parsed.GetValue(verbose),
                    },
                    environment,
                    cancel
                )
        );
        return command;
    }

    /// <summary>Simulates and reports.</summary>
    internal static async Task<int> RunAsync(RunSettings settings, CommandEnvironment environment, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(settings.Out))
            return UsageErrors.Refuse("--out: expected a folder, found nothing", environment.Error);
        if (File.Exists(environment.FullPath(settings.Out)))
            return UsageErrors.Refuse($"--out: expected a folder, found the file '{settings.Out}'", environment.Error);
        var batches = settings.Scenarios.Select(s => (Given: s, File: BatchReader.FileOf(environment.FullPath(s)))).ToList();
        if (batches.Exists(b => b.File is not null))
            return await BatchesAsync(batches, settings, environment, cancel);
        if (new ScenarioLoader(settings.Code, environment).Load(settings.Scenarios, settings.Cases, settings.Set) is not { } loaded)
            return ExitCode.BadInput;
        if (
            settings.Until is { } target
            && loaded.FirstOrDefault(s => s.Scenario.Horizons.All(h => h.Id.Value != target.Horizon)) is { } missing
        )
            return UsageErrors.Refuse(
                $"--until: expected one of the horizons {string.Join(", ", missing.Scenario.Horizons.Select(h => h.Id))}, found "
                    + $"'{target.Horizon}'",
                environment.Error
            );
        RunPlan[] plans = [.. loaded.Select(s => s.Engine.Prepare(s.Checked, settings.ForEngine()))];
        if (plans.Select(p => TooLarge(p, environment.Memory)).FirstOrDefault(m => m is not null) is { } problem)
            return UsageErrors.Refuse(problem, environment.Error);

        var code = ExitCode.Done;
        foreach (var (scenario, plan) in loaded.Zip(plans))
        {
            var run = new ScenarioRun(scenario, plan, settings, environment);
            var results = await run.DoAsync(cancel);
            if (results.AnyLimitBreached)
                code = ExitCode.LimitBreached;
            if (!settings.Quiet)
                environment.Output.Write(SummaryScreen.Render(results));
            environment.WriteLine(environment.DisplayPath(Path.Combine(run.Folder, "report.html")));
        }

        return code;
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
            var results = await run.DoAsync(cancel);
            if (results.Failed > 0)
                code = ExitCode.UnexpectedFailure;
            else if (code == ExitCode.Done && run.AnyLimitBreached(results))
                code = ExitCode.LimitBreached;
            if (!settings.Quiet)
                environment.Output.Write(
                    results.Sensitivity is { } found ? SensitivityScreen.Render(results, found) : BatchScreen.Render(results)
                );
            environment.WriteLine(environment.DisplayPath(Path.Combine(run.Place, "index.html")));
        }

        return code;
    }

    /// <summary>What is wrong with a run that the machine has no memory for, or null.</summary>
    private static string? TooLarge(RunPlan plan, long memory)
    {
        const double Gigabyte = 1L << 30;
        return plan.PeakBytes <= memory
            ? null
            : $"scenario '{plan.Scenario.Id}': {Figures.Count(plan.Scenario.Simulation.Paths)} paths need "
                + $"{plan.PeakBytes / Gigabyte:N1} GB of memory, found {memory / Gigabyte:N1} GB; take fewer paths, or fewer cases "
                + "at a time (--case)";
    }
}
