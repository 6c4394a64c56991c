using Microsoft.Win32.SafeHandles;

namespace RiskEngine.Cli.Hosting;

/// <summary>Runs the program in its process: signals, standard streams that are closed, and plug-ins that end the process.</summary>
public static class ProgramHost
{
    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var held = HoldClosedStreams();
        if (Supervisor.IsNeeded(args))
            return Supervisor.Run(args, CommandEnvironment.OfProcess());
        var (end, supervision) = (new ForcedEnd(), Supervision.OfProcess());
        var environment = CommandEnvironment.OfProcess() with
        {
            ForcedEnd = end,
            Supervision = supervision,
            Parent = Environment.GetEnvironmentVariable(ParentProcess.Variable) is null
                ? null
                : new ParentProcess(Console.OpenStandardInput()),
            Temporary = new TemporaryPlaces { Supervision = supervision },
        };
        var signals = new TerminationSignals(environment, end);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndedByOthers(end, environment);
        AppDomain.CurrentDomain.UnhandledException += (_, thrown) => ThrownByOthers(end, environment, thrown.ExceptionObject);

        var code = await CommandLine.RunAsync(args, environment, signals.Token);
        if (!end.TryFinish())
            await Task.Delay(Timeout.Infinite);
        if (environment.Output.Profile.Out.Writer is TolerantWriter { Problem: { } problem })
            environment.Error.WriteLine($"riskengine: the standard output could not be written ({problem}); all else is done");
        GC.KeepAlive(held);
        return code;
    }

    /// <summary>
    /// Takes the numbers of standard streams that the caller closed: else the next file that is opened would get one of them, and what is
    /// printed would land in it.
    /// </summary>
    private static List<SafeFileHandle> HoldClosedStreams()
    {
        const int StandardError = 2;
        List<SafeFileHandle> held = [];
        if (OperatingSystem.IsWindows())
            return held;
        do held.Add(File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
        while (held[^1].DangerousGetHandle() <= StandardError);
        return held;
    }

    /// <summary>The process ends though the command has not: only a plug-in's code does that.</summary>
    private static void EndedByOthers(ForcedEnd end, CommandEnvironment environment)
    {
        if (!end.TryFinish())
            return;
        environment.Temporary.DeleteAll();
        environment.Error.WriteLine(
            "riskengine: the process was ended before the command was done: code of a plug-in calls Environment.Exit"
        );
        Environment.ExitCode = ExitCode.UnexpectedFailure;
    }

    /// <summary>A plug-in's own thread threw: no catch of ours can see that.</summary>
    private static void ThrownByOthers(ForcedEnd end, CommandEnvironment environment, object thrown)
    {
        // Returning would abort the process while another thread, which threw first, ends it in order.
        end.By(
            environment,
            ExitCode.UnexpectedFailure,
            $"unexpected failure on a thread that a plug-in started: {(thrown as Exception)?.Message}"
        );
        Thread.Sleep(Timeout.Infinite);
    }
}
