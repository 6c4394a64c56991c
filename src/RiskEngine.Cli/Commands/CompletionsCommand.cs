using System.CommandLine;
using System.CommandLine.Parsing;
using RiskEngine.Cli.Completions;
using RiskEngine.Cli.Options;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine completions bash|zsh|fish|pwsh</c>: the script by which a shell completes command lines.</summary>
internal static class CompletionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var words = Enum.GetNames<Shell>().Select(name => name.ToLowerInvariant()).ToArray();
        var shell = new Argument<Shell>("shell")
        {
            Description = "the shell that completes",
            HelpName = string.Join('|', words),
            CustomParser = Parse,
        };
        var command = new Command("completions", "Print the script by which a shell completes the commands and options of this program.")
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            environment.Text.Write(CompletionScript.Of(parsed.GetRequiredValue(shell), parsed.RootCommandResult.Command));
            return ExitCode.Done;
        });
        return command;

        Shell Parse(ArgumentResult result)
        {
            var text = result.Tokens[0].Value;
            if (words.Contains(text))
                return Enum.Parse<Shell>(text, ignoreCase: true);
            result.AddError(UsageErrors.Unknown("shell", text, words, "shells"));
            return default;
        }
    }
}
