using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace RiskEngine.Cli.Hosting;

/// <summary>
/// Runs a command that may run a stranger's code in a process of its own, and outlives it: a stack overflow there is no exit code of the
/// program's, leaves what the command was making, and can be caught nowhere else.
/// </summary>
public static class Supervisor
{
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(3);

    /// <summary>Whether the arguments ask for code of a user's own, and this process is the one to supervise.</summary>
    public static bool IsNeeded(IEnumerable<string> args) =>
        Environment.ProcessPath is not null
        && Environment.GetEnvironmentVariable(Supervision.Variable) is null
        && args.Any(a => a.StartsWith("--allow-code", StringComparison.Ordinal) || a.StartsWith("--plugin", StringComparison.Ordinal));

    /// <summary>Runs the same command line in another process.</summary>
    /// <returns>One of <see cref="ExitCode"/>, whatever that process ends with.</returns>
    public static int Run(IReadOnlyList<string> args, CommandEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(environment);
        using var orders = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        using var news = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        using var cancelled = new ManualResetEventSlim();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        using var child = Process.Start(Command(args, orders, news))!;
        orders.DisposeLocalCopyOfClientHandle();
        news.DisposeLocalCopyOfClientHandle();

        var told = Task.Run(() => Listen(news, environment.Temporary));
        var ended = child.WaitForExitAsync();
        while (!ended.Wait(TimeSpan.FromSeconds(0.1)))
        {
            if (!cancelled.IsSet)
                continue;
            if (!ended.Wait(grace))
                child.Kill(entireProcessTree: true);
            ended.Wait();
        }

        var code = child.ExitCode;
        if (code is ExitCode.Done or ExitCode.UnexpectedFailure or ExitCode.BadInput or ExitCode.LimitBreached or ExitCode.Cancelled)
            return code;
        told.Wait(grace);
        environment.Temporary.DeleteAll();
        if (cancelled.IsSet)
        {
            environment.Error.WriteLine("riskengine: cancelled");
            return ExitCode.Cancelled;
        }

        var names = told.IsCompletedSuccessfully && told.Result.Count > 0 ? string.Join(", ", told.Result.Distinct()) : "not yet loaded";
        environment.Error.WriteLine($"riskengine: the process that ran code of a plug-in ({names}) was ended {Reason(code)}");
        return ExitCode.UnexpectedFailure;

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            if (cancelled.IsSet)
                return;
            cancelled.Set();
            try
            {
                orders.WriteByte(0);
                orders.Flush();
            }
            catch (IOException)
            {
                // It has ended already.
            }
        }
    }

    private static ProcessStartInfo Command(IReadOnlyList<string> args, AnonymousPipeServerStream orders, AnonymousPipeServerStream news)
    {
        var start = ProgramStart.OfProcess().With(args);
        start.Environment[Supervision.Variable] = $"{orders.GetClientHandleAsString()};{news.GetClientHandleAsString()}";
        return start;
    }

    /// <summary>Notes what the process makes, and gives the code that it runs when it has ended.</summary>
    private static List<string> Listen(Stream news, TemporaryPlaces places)
    {
        using var lines = new StreamReader(news);
        var code = new List<string>();
        while (lines.ReadLine() is [var kind, .. var text])
        {
            if (kind == SupervisedNews.Code)
                code.Add(text);
            else if (kind == SupervisedNews.Made)
                places.Add(text);
            else
                places.Remove(text);
        }

        return code;
    }

    /// <summary>Codes above 128 are signals (POSIX shells, wait status).</summary>
    private static string Reason(int code) =>
        code switch
        {
            134 or -1073741571 => "by the runtime (signal 6): its stack overflowed, or it called FailFast",
            137 => "from outside (signal 9): by the system for its memory, or by hand",
            139 => "by a fault in memory (signal 11)",
            > 128 and < 192 => $"by signal {code - 128}",
            _ => $"with exit code {code}",
        };
}
