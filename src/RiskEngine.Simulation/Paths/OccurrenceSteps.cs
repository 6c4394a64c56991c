using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>In which steps the events that recur have occurred on the paths of a block, a bit a step.</summary>
internal sealed class OccurrenceSteps(CasePlan plan, int paths)
{
    private readonly ulong[][] steps = [.. plan.Events.Select(e => new ulong[e.Recurs ? paths : 0])];

    /// <summary>The steps of an event on every path; empty where it does not recur.</summary>
    public ReadOnlySpan<ulong> this[int e] => steps[e];

    /// <summary>Forgets an event's occurrences.</summary>
    public void Start(int e) => Array.Clear(steps[e]);

    /// <summary>Notes an occurrence; of events that do not recur, and beyond the steps that are told, nothing is noted.</summary>
    public void Note(int e, int path, int step)
    {
        if (plan.Events[e].Recurs && step < CaseOutcomes.OccurrenceStepCount)
            steps[e][path] |= 1UL << step;
    }
}
