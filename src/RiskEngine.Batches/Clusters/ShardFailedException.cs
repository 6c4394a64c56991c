using RiskEngine.Plans;

namespace RiskEngine.Batches.Clusters;

/// <summary>The process of a shard failed. Shards that are finished are kept, and the same command goes on from there.</summary>
public sealed class ShardFailedException : Exception
{
    // How shells tell of a process that a signal ended.
    private const int Killed = 128 + 9;

    /// <summary>Makes the exception without saying more.</summary>
    public ShardFailedException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed.</param>
    public ShardFailedException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">What led to it.</param>
    public ShardFailedException(string message, Exception innerException)
        : base(message, innerException) { }

    internal ShardFailedException(Shard shard, int exitCode, string said)
        : base($"{shard} ended {Reason(exitCode)}{(said.Length > 0 ? $":\n{said}" : "")}") => ProcessExitCode = exitCode;

    /// <summary>The exit code of the process.</summary>
    public int ProcessExitCode { get; } = 1;

    private static string Reason(int exitCode) =>
        exitCode == Killed ? "by signal 9: from outside, perhaps by the system for its memory" : $"with exit code {exitCode}";
}
