namespace RiskEngine.Results;

/// <summary>A run that was put together from shards.</summary>
/// <param name="Results">The bits of the run in one process.</param>
/// <param name="Receipt">SHA-256 over all outcomes, 64 hexadecimal digits: the same for any number of shards.</param>
public sealed record MergedRun(RiskResults Results, string Receipt);
