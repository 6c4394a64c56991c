using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Plans;

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
        var command = new Command("explain", "Say in words what will be simulated, and where expected returns and volatilities come from.")
        {
            scenario,
            simulation.Paths,
            simulation.Seed,
            simulation.Threads,
            simulation.Set,
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
        environment.Output.Write(PlanScreen.Render(scenario));
        var decompositions = await Task.Run(() => loaded.Engine.Explain(loaded.Checked, options, cancel), cancel);
        environment.Output.Write(ReturnDecompositionScreen.Render(scenario, decompositions, options.Paths ?? Engine.ExplainPaths));
        environment.Output.Write(SourcesScreen.Render(scenario));
        return ExitCode.Done;
    }

    private static void Show(RunPlan plan, PlanFormat format, CommandEnvironment environment)
    {
        if (format == PlanFormat.Json)
            environment.WriteLine(plan.ToJson());
        else
            environment.Output.Write(RunPlanScreen.Render(plan));
    }
}
