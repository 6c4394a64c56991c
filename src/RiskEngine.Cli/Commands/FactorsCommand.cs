using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine factors [KIND]</c>: what kinds of risk factors there are.</summary>
internal static class FactorsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var kind = new Argument<string?>("kind") { Description = "show everything about this kind", Arity = ArgumentArity.ZeroOrOne };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "show the kinds of this scenario's own code too",
            HelpName = "DIR",
        };
        var code = new CodeOptions();
        var command = new Command("factors", "List the kinds of risk factors that scenario files may use, with their parameters.")
        {
            kind,
            scenario,
            code.AllowCode,
            code.Plugins,
            code.Patience,
        };
        command.SetAction(parsed => Show(parsed.GetValue(kind), parsed.GetValue(scenario), code.Of(parsed), environment));
        return command;
    }

    private static int Show(string? name, string? scenario, CodeSettings code, CommandEnvironment environment)
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

        var kinds = known.Catalogue;
        if (name is null)
        {
            environment.Output.Write(FactorListScreen.Render(kinds.All));
            environment.WriteLine(
                "riskengine factors KIND shows a kind's equation, parameters with unit, range and default, and where it is from."
            );
            return ExitCode.Done;
        }

        if (kinds.Find(name) is { } kind)
        {
            environment.Output.Write(FactorPageScreen.Render(kind));
            return ExitCode.Done;
        }

        return UsageErrors.Refuse(UsageErrors.Unknown("kind", name, kinds.All.Select(k => k.Name), "kinds"), environment.Error);
    }
}
