using System.CommandLine;

namespace RiskEngine.Cli.Completions;

/// <summary>What may follow a command on a command line.</summary>
/// <param name="Path">The commands that lead to it, each after a slash: <c>/import/positions</c>; empty for the program itself.</param>
/// <param name="Commands">The commands below it.</param>
/// <param name="Options">Its options.</param>
internal sealed record CompletedCommand(
    string Path,
    IReadOnlyList<(string Name, string Summary)> Commands,
    IReadOnlyList<CompletedOption> Options
)
{
    /// <summary>All words that may follow it, but for file names.</summary>
    public IEnumerable<string> Words => Commands.Select(c => c.Name).Concat(Options.Select(o => o.Name));

    /// <summary>The program and all commands below it.</summary>
    public static IEnumerable<CompletedCommand> Of(Command program) => Of(program, "");

    private static IEnumerable<CompletedCommand> Of(Command command, string path) =>
        command
            .Subcommands.Where(c => !c.Hidden)
            .SelectMany(c => Of(c, $"{path}/{c.Name}"))
            .Prepend(
                new CompletedCommand(
                    path,
                    [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? "")), .. Choices(command)],
                    [.. command.Options.Where(o => !o.Hidden).Select(CompletedOption.Of)]
                )
            );

    /// <summary>The words that an argument takes, where these are few.</summary>
    private static IEnumerable<(string Name, string Summary)> Choices(Command command) =>
        command.Arguments.SelectMany(a => CompletedOption.ChoicesIn(a.HelpName).Select(word => (word, a.Description ?? "")));
}
