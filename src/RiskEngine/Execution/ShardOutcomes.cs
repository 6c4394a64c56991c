using System.Security.Cryptography;
using RiskEngine.Plans;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Execution;

/// <summary>Puts together what the shards of a run have simulated, step by step in the plan's order.</summary>
/// <param name="room">Makes room for the outcomes of all paths.</param>
/// <param name="shards">What each shard wrote, in the shards' order.</param>
/// <param name="receipt">Takes all that was put together.</param>
internal sealed class ShardOutcomes(StepSimulator room, IReadOnlyList<Stream> shards, IncrementalHash receipt) : IOutcomeSource
{
    /// <inheritdoc/>
    public IReadOnlyList<CaseOutcomes> Of(SimulateStep step, CaseOutcomes? known, Action<int>? done, CancellationToken cancel)
    {
        var outcomes = room.Empty(step);
        var parts = Shard
            .All(shards.Count)
            .Select(shard => (Part: shard.PartOf(step.Paths.Count), From: shards[shard.Index]))
            .Where(p => p.Part.Count > 0)
            .ToArray();
        foreach (var whole in outcomes)
        {
            cancel.ThrowIfCancellationRequested();
            OutcomeParts.Read(whole, parts, receipt);
            done?.Invoke(step.Paths.Count);
        }

        return outcomes;
    }

    /// <inheritdoc/>
    public void Return(CaseOutcomes outcomes, bool headlineIsKept) => room.Return(outcomes, headlineIsKept);

    /// <inheritdoc/>
    public void Forget(int paths) => room.Forget(paths);
}
