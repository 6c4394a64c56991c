using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine validate scenario...</c>: all errors of all files, or what the scenario holds.</summary>
internal static class ValidateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var scenarios = ScenarioArgument.Several("scenario folders, or the scenario.yaml in them");
        var code = new CodeOptions();
        var command = new Command("validate", "Check scenarios: every error of every file, with file, line and column.")
        {
            scenarios,
            code.AllowCode,
            code.Plugins,
            code.Patience,
        };
        command.SetAction(parsed => Validate(parsed.GetRequiredValue(scenarios), code.Of(parsed), environment));
        return command;
    }

    private static int Validate(IReadOnlyList<string> given, CodeSettings code, CommandEnvironment environment)
    {
        if (new ScenarioLoader(code, environment).Load(given, [], []) is not { } loaded)
            return ExitCode.BadInput;
        foreach (var scenario in loaded)
        {
            foreach (var line in DiagnosticLines.Of(scenario.Folder, scenario.Notices))
                environment.Error.WriteLine(line);
            environment.WriteLine(ValidLine.Of(scenario));
        }

        return ExitCode.Done;
    }
}
