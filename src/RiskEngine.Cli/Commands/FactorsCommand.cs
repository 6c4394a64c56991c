using System.CommandLine;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine factors [KIND]</c>: what kinds of risk factors there are.</summary>
internal static class FactorsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Surroundings surroundings)
    {
        var kind = new Argument<string?>("kind") { Description = "show everything about this kind", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("factors", "List the kinds of risk factors that scenario files may use, with their parameters.") { kind };
        command.SetAction(parsed => Show(parsed.GetValue(kind), surroundings));
        return command;
    }

    private static int Show(string? name, Surroundings surroundings)
    {
        var kinds = new FactorCatalogue(BuiltInKinds.All);
        if (name is null)
        {
            surroundings.Output.Write(FactorListScreen.Render(kinds.All));
            surroundings.WriteLine("riskengine factors KIND shows a kind's equation, parameters with unit, range and default, and where it is from.");
            return ExitCode.Done;
        }

        if (kinds.Find(name) is { } kind)
        {
            surroundings.Output.Write(FactorPageScreen.Render(kind));
            return ExitCode.Done;
        }

        return UsageErrors.Refuse(UsageErrors.Unknown("kind", name, kinds.All.Select(k => k.Name), "kinds"), surroundings.Error);
    }
}
