using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine instruments [KIND]</c>: what kinds of priced instruments there are.</summary>
internal static class InstrumentsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var kind = new Argument<string?>("kind") { Description = "show everything about this kind", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(
            "instruments",
            "List the kinds of instruments that are priced anew at every date (bonds, options, ...), with their terms."
        )
        {
            kind,
        };
        command.SetAction(parsed => Show(parsed.GetValue(kind), environment));
        return command;
    }

    private static int Show(string? name, CommandEnvironment environment)
    {
        var kinds = StandardKinds.Pricing;
        if (name is null)
        {
            environment.Output.Write(PricingScreen.List(kinds.All));
            environment.WriteLine(
                "riskengine instruments KIND shows a kind's price, terms with unit, range and default, and where it is from."
            );
            environment.WriteLine(
                "The kinds equity, fund, cash and private move by exposures to factors: scenarios/README.md has their keys."
            );
            return ExitCode.Done;
        }

        if (kinds.Find(name) is not { } kind)
            return UsageErrors.Refuse(UsageErrors.Unknown("kind", name, kinds.All.Select(k => k.Name), "kinds"), environment.Error);
        environment.Output.Write(PricingScreen.Page(kind));
        return ExitCode.Done;
    }
}
