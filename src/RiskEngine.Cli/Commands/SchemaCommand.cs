using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Loading;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine schema [--out FILE]</c>: the JSON Schema of the scenario files.</summary>
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
        var code = new CodeOptions();
        var command = new Command(
            "schema",
            "Print the JSON Schema of scenario files, with which editors complete and check them as one types."
        )
        {
            file,
            scenario,
            code.AllowCode,
            code.Plugins,
            code.Patience,
        };
        command.SetAction(parsed => Write(parsed.GetValue(file), parsed.GetValue(scenario), code.Of(parsed), environment));
        return command;
    }

    private static int Write(string? file, string? scenario, CodeSettings code, CommandEnvironment environment)
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

        var schema = ScenarioSchema.Write(known.Catalogue, StandardKinds.Pricing);
        if (file is null)
        {
            environment.Text.Write(schema);
            return ExitCode.Done;
        }

        OutputFile.Write(file, schema, environment);
        return ExitCode.Done;
    }
}
