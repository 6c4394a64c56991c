namespace RiskEngine.Cli.Runs;

/// <summary>A run failed for a reason that nobody foresaw.</summary>
/// <param name="cause">The reason.</param>
/// <param name="log">The log that has the details.</param>
internal sealed class RunFailedException(Exception cause, string log) : Exception(cause.Message, cause)
{
    /// <summary>The log that has the details.</summary>
    public string Log { get; } = log;
}
