namespace RiskEngine.Batches.Jobs;

/// <summary>What pruning a store has done.</summary>
/// <param name="Removed">Number of jobs whose figures were removed.</param>
/// <param name="Bytes">Bytes that they took.</param>
/// <param name="Kept">Number of jobs whose figures are still there.</param>
public readonly record struct PrunedJobs(long Removed, long Bytes, long Kept);
