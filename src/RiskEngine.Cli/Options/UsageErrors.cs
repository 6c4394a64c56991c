using System.CommandLine;
using System.CommandLine.Parsing;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Cli.Options;

/// <summary>What is wrong with a command line, in a sentence each.</summary>
internal static class UsageErrors
{
    /// <summary>Lists every error of a command line; always bad input.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="program">The command that stands for the program, with the other commands below it.</param>
    /// <param name="error">Where errors go.</param>
    public static int Report(ParseResult parsed, Command program, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens;
        var names = command.Subcommands.Select(c => c.Name).ToList();
        var messages = unknown.Select(token =>
            command == program || (names.Count > 0 && !token.StartsWith('-'))
                ? Unknown("command", token, names, "commands")
                : UnknownToken(token, command)
        );
        if (names.Count == 0)
        {
            messages = messages.Concat(
                parsed.Errors.Where(e => !unknown.Any(t => e.Message.Contains($"'{t}'", StringComparison.Ordinal))).Select(Sentence)
            );
        }

        if (names.Count > 0 && unknown.Count == 0)
            messages = [$"expected a command; commands are: {string.Join(", ", names)}"];

        foreach (var message in messages.Distinct())
            Refuse(message, error);
        error.WriteLine(command == program ? $"See {program.Name} --help" : $"See {program.Name} {command.Name} --help");
        return ExitCode.BadInput;
    }

    /// <summary>Writes one error about the command line; always bad input.</summary>
    public static int Refuse(string message, TextWriter error)
    {
        error.WriteLine($"riskengine: error: {PlainLine.Of(message)}");
        return ExitCode.BadInput;
    }

    /// <summary>What is unknown about an option, with those that the command has.</summary>
    public static string UnknownOption(string token, Command command) =>
        Unknown("option", token, command.Options.Select(o => o.Name), "options");

    /// <summary><c>unknown case 'bul' (did you mean 'bull'?); cases are: base, bull</c>.</summary>
    public static string Unknown(string kind, string found, IEnumerable<string> known, string plural)
    {
        var names = known.ToList();
        var near = NearName.Find(found, names);
        var hint = near is null ? "" : $" (did you mean '{near}'?)";
        return $"unknown {kind} '{found}'{hint}; {plural} are: {string.Join(", ", names)}";
    }

    private static string UnknownToken(string token, Command command) =>
        token.StartsWith('-') ? UnknownOption(token, command) : $"'{command.Name}' takes no further argument; found '{token}'";

    private static string Sentence(ParseError problem) =>
        problem.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option =>
                $"{option.Option.Name}: expected {option.Option.HelpName ?? "a value"} after it, found nothing",
            ArgumentResult { Tokens.Count: 0 } argument => $"expected {argument.Argument.Name}, found nothing",
            _ => problem.Message.TrimEnd('.'),
        };
}
