namespace RiskEngine.Cli.Hosting;

/// <summary>Ends the process while its command is still at work: who comes first does, all others find it done.</summary>
public sealed class ForcedEnd
{
    private int finished;

    /// <summary>Whether somebody ends the process.</summary>
    public bool HasBegun => Volatile.Read(ref finished) != 0;

    /// <summary>Says that the command has ended by itself, or takes it on oneself to end the process.</summary>
    /// <returns>Whether it may go on to its end; false where another has begun.</returns>
    public bool TryFinish() => Interlocked.Exchange(ref finished, 1) == 0;

    /// <summary>Removes what the command made for as long as it runs, says why, and ends the process; nothing where another has
    /// begun.</summary>
    /// <param name="environment">What is to be removed, and where the reason goes.</param>
    /// <param name="code">The exit code.</param>
    /// <param name="reason">Why, in a line.</param>
    public void By(CommandEnvironment environment, int code, string reason)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (!TryFinish())
            return;
        environment.Temporary.DeleteAll();
        environment.Error.WriteLine($"riskengine: {reason}");
        Environment.Exit(code);
    }
}
