namespace RiskEngine.Batches.Shards;

/// <summary>A variable that tells a task of an array which one it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scheduler">Who sets it, and when.</param>
/// <param name="First">The number of the first task.</param>
public readonly record struct ShardIndexVariable(string Name, string Scheduler, int First);
