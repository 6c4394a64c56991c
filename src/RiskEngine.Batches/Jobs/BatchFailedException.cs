namespace RiskEngine.Batches.Jobs;

/// <summary>A batch cannot go on: what all of its jobs rest on failed.</summary>
/// <param name="message">Why, in a sentence.</param>
public sealed class BatchFailedException(string message) : Exception(message);
