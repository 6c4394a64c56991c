using RiskEngine.Plans;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Execution;

/// <summary>Where the outcomes of a run's simulating steps come from: they are simulated, or were by shards.</summary>
internal interface IOutcomeSource
{
    /// <summary>The outcomes of a step, in its order.</summary>
    /// <param name="step">The step; steps are asked for in the plan's order.</param>
    /// <param name="known">The outcomes that the step calls known; null where it does not.</param>
    /// <param name="done">Called with numbers of paths that are done, from any thread; may be null.</param>
    /// <param name="cancel">Stops in between.</param>
    public IReadOnlyList<CaseOutcomes> Of(SimulateStep step, CaseOutcomes? known, Action<int>? done, CancellationToken cancel);

    /// <summary>Takes back outcomes that nobody reads any more.</summary>
    public void Return(CaseOutcomes outcomes, bool headlineIsKept);

    /// <summary>Gives back the memory of outcomes of steps of so many paths.</summary>
    public void Forget(int paths);
}
