using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
using RiskEngine.Batches.Clusters;
using RiskEngine.Batches.Shards;
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

    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, CommandEnvironment environment, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(args);

        return RunAsync(ProgramFor(args, environment), args, environment, cancel);
    }

    /// <summary>What the program makes of a command line, without doing it.</summary>
    internal static ParseResult Parse(IReadOnlyList<string> args, CommandEnvironment environment) =>
        ProgramFor(args, environment).Parse(args, AsGiven());

    /// <summary>The commands that a command line may be about.</summary>
    private static Command ProgramFor(IReadOnlyList<string> args, CommandEnvironment environment)
    {
        // A run's start is waited for, and what other commands take would be a good part of it.
        if (args is ["run", ..])
        {
            return new Command(Name, Purpose)
            {
                new HelpOption { Recursive = true },
                RunCommand.Create(environment),
            };
        }

        return new Command(Name, Purpose)
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
            RunCommand.Create(environment),
            ValidateCommand.Create(environment),
            ExplainCommand.Create(environment),
            FactorsCommand.Create(environment),
            InstrumentsCommand.Create(environment),
            CalibrateCommand.Create(environment),
            BacktestCommand.Create(environment),
            ShardCommand.Create(environment),
            MergeCommand.Create(environment),
            ListCommand.Create(environment),
            CompareCommand.Create(environment),
            ScoreCommand.Create(environment),
            ImportCommand.Create(environment),
            QuickCommand.Create(environment),
            NewCommand.Create(environment),
            IngestCommand.Create(environment),
            ClaimsCommand.Create(environment),
            AuditCommand.Create(environment),
            SchemaCommand.Create(environment),
            FitCommand.Create(environment),
            CompletionsCommand.Create(environment),
        };
    }

    /// <summary>Arguments mean what they say: none is the name of a file with more of them.</summary>
    private static ParserConfiguration AsGiven() => new() { ResponseFileTokenReplacer = null };

    private static async Task<int> RunAsync(
        Command program,
        IReadOnlyList<string> args,
        CommandEnvironment environment,
        CancellationToken cancel
    )
    {
        var parsed = program.Parse(args, AsGiven());
        if (parsed.Action is ParseErrorAction)
            return UsageErrors.Report(parsed, program, environment.Error);

        var invocation = new InvocationConfiguration
        {
            Output = environment.Text,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancel);
        }
        catch (Exception) when (environment.ForcedEnd is { HasBegun: true })
        {
            // Another thread removes what the command was making, says why and gives the exit code: what that does to it is no news.
            return ExitCode.Cancelled;
        }
        catch (OperationCanceledException)
        {
            environment.Error.WriteLine("riskengine: cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is OutcomesNotFiniteException or FolderNotWritableException)
        {
            return UsageErrors.Refuse(e.Message, environment.Error);
        }
        catch (ShardsNotWholeException e)
        {
            return UsageErrors.Refuse(e.Message, environment.Error);
        }
        catch (ClusterFailedException e)
        {
            environment.Error.WriteLine($"riskengine: {e.Message}");
            return ExitCode.UnexpectedFailure;
        }
        catch (ShardFailedException e)
        {
            environment.Error.WriteLine($"riskengine: {e.Message}");
            return e.ProcessExitCode == ExitCode.BadInput ? ExitCode.BadInput : ExitCode.UnexpectedFailure;
        }
        catch (RunFailedException e)
        {
            environment.Error.WriteLine($"riskengine: unexpected failure: {e.Message}; the log is {environment.DisplayPath(e.Log)}");
            return ExitCode.UnexpectedFailure;
        }
        catch (RegexMatchTimeoutException e)
        {
            const int Shown = 60;
            var text = e.Input.Length <= Shown ? e.Input : e.Input[..Shown] + "...";
            return UsageErrors.Refuse(
                $"expected text that can be read within {e.MatchTimeout.TotalSeconds} seconds, found '{text}', which takes longer",
                environment.Error
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return UsageErrors.Refuse($"expected a file or folder that can be read or written, found: {e.Message}", environment.Error);
        }
        catch (Exception e)
        {
            environment.Error.WriteLine($"riskengine: unexpected failure: {e.Message}");
            return ExitCode.UnexpectedFailure;
        }
    }
}
