using System.Runtime.InteropServices;

namespace RiskEngine.Cli.Hosting;

/// <summary>
/// Stops a command on SIGINT (Ctrl-C) or SIGTERM, within a second whatever it does: it is asked to cancel, and where it does not look in
/// time (it waits for a pipe, a plug-in does not return) the process ends. Further signals change nothing. The exit code is
/// <see cref="ExitCode.Cancelled"/>.
/// </summary>
public sealed class TerminationSignals : IDisposable
{
    /// <summary>How long a command may take to put things in order: what is left of the second is for the end itself.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(0.6);

    private readonly CommandEnvironment environment;
    private readonly ForcedEnd end;
    private readonly CancellationTokenSource cancel = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private int signals;

    /// <summary>Listens from now on.</summary>
    /// <param name="environment">Where a forced end is told, and what it leaves to be removed.</param>
    /// <param name="end">Ends the process.</param>
    public TerminationSignals(CommandEnvironment environment, ForcedEnd end)
    {
        ArgumentNullException.ThrowIfNull(environment);
        this.environment = environment;
        this.end = end;
        environment.Supervision?.OnCancel(Stop);
        environment.Parent?.OnEnd(Stop);
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => cancel.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        cancel.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        Stop();
    }

    private void Stop()
    {
        if (Interlocked.Increment(ref signals) > 1)
            return;

        // A thread of its own: a command may keep those of the pool busy. In the background, so that it holds up no process that ends.
        new Thread(EndInTime) { IsBackground = true, Name = "termination" }.Start();
        cancel.Cancel();
    }

    private void EndInTime()
    {
        Thread.Sleep(grace);
        end.By(environment, ExitCode.Cancelled, "cancelled");
    }
}
