using RiskEngine.Cli;
using RiskEngine.Cli.Hosting;
using Spectre.Console;

namespace RiskEngine.Acceptance.Tests;

/// <summary>One call of the program, as a user would make it, inside the test's process.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it printed as diagnostics and progress.</param>
internal sealed record CommandLineRun(int Exit, string Output, string Error)
{
    public static CommandLineRun Of(params string[] args) => Of(CancellationToken.None, args);

    public static CommandLineRun Of(CancellationToken cancel, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = 120;
        var exit = CommandLine
            .RunAsync(
                args,
                new CommandEnvironment(console, TextWriter.Synchronized(error), TimeProvider.System, Repository.Root)
                {
                    Program = new ProgramStart("dotnet", [typeof(CommandLine).Assembly.Location]),
                },
                cancel
            )
            .GetAwaiter()
            .GetResult();
        return new CommandLineRun(exit, output.ToString(), error.ToString());
    }
}
