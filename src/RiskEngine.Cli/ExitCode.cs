namespace RiskEngine.Cli;

/// <summary>What the program says to whoever started it.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something went wrong that nobody foresaw; the log says more.</summary>
    public const int UnexpectedFailure = 1;

    /// <summary>The command line or a file cannot be used; every error was listed and nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Done, and a limit of a scenario is breached.</summary>
    public const int LimitBreached = 3;

    /// <summary>Cancelled; what was finished is kept, nothing is half-written.</summary>
    public const int Cancelled = 130;
}
