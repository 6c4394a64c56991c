using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Loading;
using RiskEngine.Reporting.Data;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine schema [--results] [--out FILE]</c>: the JSON Schema of the scenario files, or of results.json.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var file = new Option<string?>("--out") { Description = "write it to this file, over one that is there", HelpName = "FILE" };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "know the factor kinds of this scenario's own code too",
            HelpName = "DIR",
        };
        var results = new Option<bool>("--results") { Description = "the schema of a run's results.json instead" };
        var code = new CodeOptions();
        var command = new Command(
            "schema",
            "Print the JSON Schema of scenario files, with which editors complete and check them as one types."
        )
        {
            file,
            results,
            scenario,
            code.AllowCode,
            code.Plugins,
            code.Patience,
        };
        command.SetAction(parsed =>
        {
            if (!parsed.GetValue(results))
                return OfScenarios(parsed.GetValue(file), parsed.GetValue(scenario), code.Of(parsed), environment);
            return parsed.GetValue(scenario) is null
                ? Write(ResultsSchema.Write(), parsed.GetValue(file), environment)
                : UsageErrors.Refuse("--results: expected no --scenario beside it, for results have one shape", environment.Error);
        });
        return command;
    }

    private static int OfScenarios(string? file, string? scenario, CodeSettings code, CommandEnvironment environment)
    {
        if (scenario is not null && !Path.Exists(environment.FullPath(scenario)))
            return UsageErrors.Refuse($"--scenario: expected a scenario folder, found nothing at '{scenario}'", environment.Error);
        var found = new DiagnosticBag();
        var loader = KindLoader.Create(code, environment, found);
        var known = scenario is null ? loader?.Given : loader?.Of(environment.FullPath(scenario), found);
        if (known is null)
        {
            foreach (var line in DiagnosticLines.Of(scenario ?? "", found.Sorted()))
                environment.Error.WriteLine(line);
            return ExitCode.BadInput;
        }

        return Write(ScenarioSchema.Write(known.Catalogue, StandardKinds.Pricing), file, environment);
    }

    private static int Write(string schema, string? file, CommandEnvironment environment)
    {
        if (file is null)
        {
            environment.Text.Write(schema);
            return ExitCode.Done;
        }

        OutputFile.Write(file, schema, environment);
        return ExitCode.Done;
    }
}
