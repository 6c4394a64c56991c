using System.CommandLine;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine import positions|prices FILE...</c>: what brokers and vendors give, as the project's own tables.</summary>
internal static class ImportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment) =>
        new("import", "Read what brokers and vendors of data give, and write this project's own tables.")
        {
            ImportPositionsCommand.Create(environment),
            ImportPricesCommand.Create(environment),
        };
}
