using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using RiskEngine.Cli.Commands;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Cli;

/// <summary>The program: reads the command line and does what it says.</summary>
public static class CommandLine
{
    private const string Name = "riskengine";
    private const string Purpose = "Simulates what articles about markets say, and what that would do to portfolios.";

    /// <summary>How long a cancelled run may take to put things in order before the process ends.</summary>
    private static readonly TimeSpan timeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Runs one command; Ctrl-C cancels it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, Surroundings surroundings, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(surroundings);
        ArgumentNullException.ThrowIfNull(args);

        // A run's start is waited for, and what other commands take would be a good part of it.
        if (args is ["run", ..])
            return RunAsync(
                new Command(Name, Purpose)
                {
                    new HelpOption { Recursive = true },
                    RunCommand.Create(surroundings),
                },
                args,
                surroundings,
                cancel
            );

        var program = new Command(Name, Purpose)
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
            RunCommand.Create(surroundings),
            ValidateCommand.Create(surroundings),
            ExplainCommand.Create(surroundings),
            FactorsCommand.Create(surroundings),
            InstrumentsCommand.Create(surroundings),
            CalibrateCommand.Create(surroundings),
            BacktestCommand.Create(surroundings),
            NewCommand.Create(surroundings),
#if QLNET
            FitCommand.Create(surroundings),
#endif
        };
        return RunAsync(program, args, surroundings, cancel);
    }

    private static async Task<int> RunAsync(
        Command program,
        IReadOnlyList<string> args,
        Surroundings surroundings,
        CancellationToken cancel
    )
    {
        var parsed = program.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
            return UsageErrors.Report(parsed, program, surroundings.Error);

        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Output.Profile.Out.Writer,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = timeToStop,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancel);
        }
        catch (OperationCanceledException)
        {
            surroundings.Error.WriteLine("riskengine: cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is OutcomesNotFiniteException or FolderNotWritableException)
        {
            return UsageErrors.Refuse(e.Message, surroundings.Error);
        }
        catch (RunFailedException e)
        {
            surroundings.Error.WriteLine($"riskengine: unexpected failure: {e.Message}; the log is {surroundings.Shown(e.Log)}");
            return ExitCode.UnexpectedFailure;
        }
        catch (Exception e)
        {
            surroundings.Error.WriteLine($"riskengine: unexpected failure: {e.Message}");
            return ExitCode.UnexpectedFailure;
        }
    }
}
