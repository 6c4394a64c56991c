using RiskEngine.Abstractions.Factors;

namespace RiskEngine;

/// <summary>
/// A shard met the failure of a factor that the scenario says to drop. Which failure counts is known when all shards were tried: the first
/// one by <see cref="Step"/>, then by path, as in the run of one process (<see cref="Engine.Without"/>).
/// </summary>
/// <param name="step">Which of the plan's simulating steps it was, from 0.</param>
/// <param name="failure">The failure.</param>
public sealed class DroppedInShardException(int step, FactorFailedException failure) : Exception(failure?.Message, failure)
{
    /// <summary>Which of the plan's simulating steps it was, from 0.</summary>
    public int Step => step;

    /// <summary>The failure.</summary>
    public FactorFailedException Failure => failure;
}
