using System.CommandLine;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Runs;
using RiskEngine.Cli.Screens;
using RiskEngine.Loading;
using RiskEngine.Serving;

namespace RiskEngine.Cli.Commands;

/// <summary><c>riskengine serve</c>: the page with the engine behind it, for the browser of this machine.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var scenarios = new Argument<string>("scenarios")
        {
            Description = "folder whose folders are scenarios; new ones are saved there",
            DefaultValueFactory = _ => "scenarios",
        };
        var folder = ReportsOption.Create("folder of reports");
        var port = NumberOption.Create("--port", 0, 65_535, "port on 127.0.0.1 (default: any that is free)");
        var paths = NumberOption.Create(
            "--paths",
            1_000,
            1_000_000,
            $"paths of a run that a page asks for (default: {ServeOptions.DefaultPaths:N0})"
        );
        var threads = NumberOption.Create("--threads", 1, 1_024, "number of threads (default: one a core)");
        var code = new CodeOptions();
        var command = new Command(
            "serve",
            "Serve scenarios and reports to a browser on this machine, with the engine behind what is changed on the page."
        )
        {
            scenarios,
            folder,
            port,
            paths,
            threads,
            code.AllowCode,
            code.Plugins,
            code.Patience,
        };
        command.SetAction(
            (parsed, cancel) =>
            {
                var given = parsed.GetRequiredValue(scenarios);
                if (Problem(given, environment) is { } problem)
                    return Task.FromResult(UsageErrors.Refuse(problem, environment.Error));
                if (Reading(code.Of(parsed), environment) is not { } reading)
                    return Task.FromResult(ExitCode.BadInput);
                var options = new ServeOptions
                {
                    Scenarios = Path.TrimEndingDirectorySeparator(environment.FullPath(given)),
                    ScenariosAsGiven = given,
                    Reports = Path.TrimEndingDirectorySeparator(environment.FullPath(parsed.GetRequiredValue(folder))),
                    Port = parsed.GetValue(port) ?? 0,
                    Paths = parsed.GetValue(paths) ?? ServeOptions.DefaultPaths,
                    Threads = parsed.GetValue(threads),
                    Reading = reading,
                };
                return ServeAsync(options, environment, cancel);
            }
        );
        return command;
    }

    /// <summary>Serves until it is cancelled.</summary>
    private static async Task<int> ServeAsync(ServeOptions options, CommandEnvironment environment, CancellationToken cancel)
    {
        RiskServer started;
        try
        {
            started = await RiskServer.StartAsync(options, cancel);
        }
        catch (IOException e)
        {
            return UsageErrors.Refuse($"--port: expected a port that is free, found {options.Port}: {e.Message}", environment.Error);
        }

        await using var server = started;
        environment.WriteLine($"{server.Address}");
        environment.Error.WriteLine("riskengine: open this address in a browser of this machine; Ctrl-C ends the server");
        await Task.Delay(Timeout.Infinite, cancel);
        return ExitCode.Done;
    }

    private static string? Problem(string given, CommandEnvironment environment)
    {
        var path = environment.FullPath(given);
        if (!Directory.Exists(path))
            return $"expected a folder of scenarios, found no folder '{given}'";
        return File.Exists(Path.Combine(path, ScenarioReader.FileName))
            ? $"expected a folder of scenarios, found the scenario '{given}': name the folder that it lies in"
            : null;
    }

    /// <summary>Decides what each scenario is read with; null after an error in a library of the command line.</summary>
    internal static Func<string, DiagnosticBag, ReadOptions?>? Reading(CodeSettings code, CommandEnvironment environment)
    {
        var found = new DiagnosticBag();
        if (KindLoader.Create(code, environment, found) is { } kinds)
            return (path, bag) => kinds.Of(path, bag) is { } known ? ScenarioLoader.OptionsOf(known, []) : null;
        foreach (var line in DiagnosticLines.Of("", found.Sorted()))
            environment.Error.WriteLine(line);
        return null;
    }
}
