using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Plans;
using RiskEngine.Results;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine explain scenario</c>: what will be simulated, and what each instrument is expected to do and why.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var scenario = ScenarioArgument.One("a scenario folder, or the scenario.yaml in it");
        var simulation = new SimulationOptions($"{Engine.ExplainPaths:N0}, for expected returns only");
        var code = new CodeOptions();
        var plan = ChoiceOption.Create<PlanFormat>("--plan", "show the steps of a run instead, and simulate nothing");
        var sections = ChoiceOption.CreateSeveral<ExplainSection>("--section", "show this part below the summary (default: all)");
        var instrument = new Option<string?>("--instrument") { Description = "show all about this instrument instead", HelpName = "ID" };
        var command = new Command("explain", "Say in words what will be simulated, and where expected returns and volatilities come from.")
        {
            scenario,
            simulation.Paths,
            simulation.Seed,
            simulation.Threads,
            simulation.Set,
            sections,
            instrument,
            plan,
            code.AllowCode,
            code.Plugins,
            code.Patience,
        };
        command.SetAction(
            (parsed, cancel) =>
                ExplainAsync(
                    parsed.GetRequiredValue(scenario),
                    parsed.GetValue(simulation.Set) ?? [],
                    code.Of(parsed),
                    new RunOptions
                    {
                        Paths = parsed.GetValue(simulation.Paths),
                        Seed = parsed.GetValue(simulation.Seed),
                        Threads = parsed.GetValue(simulation.Threads),
                    },
                    parsed.GetValue(plan),
                    parsed.GetValue(sections) is { Length: > 0 } chosen ? chosen : Enum.GetValues<ExplainSection>(),
                    parsed.GetValue(instrument),
                    environment,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> ExplainAsync(
        string given,
        string[] set,
        CodeSettings code,
        RunOptions options,
        PlanFormat? plan,
        IReadOnlyList<ExplainSection> sections,
        string? instrument,
        CommandEnvironment environment,
        CancellationToken cancel
    )
    {
        if (new ScenarioLoader(code, environment).Load([given], [], set) is not [var loaded])
            return ExitCode.BadInput;
        if (plan is { } format)
        {
            Show(loaded.Engine.Prepare(loaded.Checked, options), format, environment);
            return ExitCode.Done;
        }

        var scenario = loaded.Scenario;
        var paths = options.Paths ?? Engine.ExplainPaths;
        var known = scenario.Base.Model.Instruments.Select(i => i.Id.Value).ToList();
        if (instrument is not null && !known.Contains(instrument))
        {
            return UsageErrors.Refuse(
                $"--instrument: {UsageErrors.Unknown("instrument", instrument, known, "instruments")}",
                environment.Error
            );
        }

        if (instrument is not null)
        {
            var found = (await DecomposeAsync()).First(d => d.Instrument.Id.Value == instrument);
            environment.Output.Write(InstrumentScreen.Render(scenario, found, paths));
            return ExitCode.Done;
        }

        environment.Output.Write(ScenarioSummaryScreen.Render(scenario));
        if (sections.Contains(ExplainSection.Plan))
            environment.Output.Write(PlanScreen.Render(scenario));
        if (sections.Contains(ExplainSection.Returns))
            environment.Output.Write(ReturnDecompositionScreen.Render(scenario, await DecomposeAsync(), paths));
        if (sections.Contains(ExplainSection.Sources))
            environment.Output.Write(SourcesScreen.Render(scenario));
        return ExitCode.Done;

        Task<IReadOnlyList<ReturnDecomposition>> DecomposeAsync() =>
            Task.Run(() => loaded.Engine.Explain(loaded.Checked, options, cancel), cancel);
    }

    private static void Show(RunPlan plan, PlanFormat format, CommandEnvironment environment)
    {
        if (format == PlanFormat.Json)
            environment.WriteLine(plan.ToJson());
        else
            environment.Output.Write(RunPlanScreen.Render(plan));
    }
}
