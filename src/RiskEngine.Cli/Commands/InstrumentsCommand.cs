using System.CommandLine;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine instruments [KIND]</c>: what kinds of priced instruments there are.</summary>
internal static class InstrumentsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Surroundings surroundings)
    {
        var kind = new Argument<string?>("kind") { Description = "show everything about this kind", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(
            "instruments",
            "List the kinds of instruments that are priced anew at every date (bonds, options, ...), with their terms."
        )
        {
            kind,
        };
        command.SetAction(parsed => Show(parsed.GetValue(kind), surroundings));
        return command;
    }

    private static int Show(string? name, Surroundings surroundings)
    {
        var kinds = PricingKinds.All;
        if (name is null)
        {
            surroundings.Output.Write(PricingScreen.List(kinds.All));
            surroundings.WriteLine(
                "riskengine instruments KIND shows a kind's price, terms with unit, range and default, and where it is from."
            );
            surroundings.WriteLine(
                "The kinds equity, fund, cash and private move by exposures to factors: scenarios/README.md has their keys."
            );
            return ExitCode.Done;
        }

        if (kinds.Find(name) is not { } kind)
            return UsageErrors.Refuse(UsageErrors.Unknown("kind", name, kinds.All.Select(k => k.Name), "kinds"), surroundings.Error);
        surroundings.Output.Write(PricingScreen.Page(kind));
        return ExitCode.Done;
    }
}
