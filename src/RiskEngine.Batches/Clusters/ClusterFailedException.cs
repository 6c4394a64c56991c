namespace RiskEngine.Batches.Clusters;

/// <summary>A cluster is not there, refuses a job, or a job of it failed for good.</summary>
public sealed class ClusterFailedException : Exception
{
    /// <summary>Makes the exception without saying more.</summary>
    public ClusterFailedException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed.</param>
    public ClusterFailedException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">What led to it.</param>
    public ClusterFailedException(string message, Exception innerException)
        : base(message, innerException) { }
}
