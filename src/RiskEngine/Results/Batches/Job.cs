namespace RiskEngine.Results.Batches;

/// <summary>One simulation of a batch: a scenario with some values changed, one case, one seed, one portfolio or all of them.</summary>
/// <param name="Index">Its number in the batch, from 0.</param>
/// <param name="Scenario">Which of the batch's scenarios, from 0.</param>
/// <param name="Values">What is changed, in the order of the batch file; empty for nothing.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Portfolio">Id of the portfolio; null for all together.</param>
/// <param name="Seed">Seed of the paths; null for the scenario's.</param>
public sealed record Job(long Index, int Scenario, IReadOnlyList<SweptValue> Values, string Case, string? Portfolio, ulong? Seed);
