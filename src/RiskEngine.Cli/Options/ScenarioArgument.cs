using System.CommandLine;
using System.CommandLine.Parsing;

namespace RiskEngine.Cli.Options;

/// <summary>The scenarios that a command works on.</summary>
internal static class ScenarioArgument
{
    /// <summary>One scenario or more, each a folder with a scenario.yaml or that file itself.</summary>
    public static Argument<string[]> Several(string description)
    {
        var argument = new Argument<string[]>("scenario") { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    /// <summary>Exactly one scenario.</summary>
    public static Argument<string> One(string description)
    {
        var argument = new Argument<string>("scenario") { Description = description };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    /// <summary>A misspelt option is taken for an argument by the parser, and would be looked for on the disk.</summary>
    private static void RefuseOptions(ArgumentResult result)
    {
        var command = ((CommandResult)result.Parent!).Command;
        foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
            result.AddError(UsageErrors.UnknownOption(token.Value, command));
    }
}
