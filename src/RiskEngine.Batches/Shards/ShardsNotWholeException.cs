using RiskEngine.Plans;

namespace RiskEngine.Batches.Shards;

/// <summary>A run cannot be merged: shards are missing, damaged or of another run. The message lists the first of them.</summary>
public sealed class ShardsNotWholeException : Exception
{
    private const int MostListed = 20;

    /// <summary>Makes the exception without saying more.</summary>
    public ShardsNotWholeException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public ShardsNotWholeException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What led to it.</param>
    public ShardsNotWholeException(string message, Exception innerException)
        : base(message, innerException) { }

    internal ShardsNotWholeException(IReadOnlyList<Shard> missing, IReadOnlyList<string> problems)
        : base(
            string.Join(
                '\n',
                problems.Count <= MostListed ? problems : [.. problems.Take(MostListed), $"{problems.Count - MostListed} more"]
            )
        ) => Missing = missing;

    /// <summary>The shards that are to be computed; empty where there is none at all of the run.</summary>
    public IReadOnlyList<Shard> Missing { get; } = [];
}
