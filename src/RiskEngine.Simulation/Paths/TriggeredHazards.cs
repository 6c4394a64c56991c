using System.Runtime.InteropServices;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The hazards of events on the paths of a block, multiplied by the triggers that act.</summary>
/// <param name="plan">The case.</param>
/// <param name="everOccurred">By event the paths on which it has occurred; kept by the events.</param>
/// <param name="lastYears">By event and path when it occurred last, in years; likewise.</param>
internal sealed class TriggeredHazards(CasePlan plan, List<int>[] everOccurred, double[][] lastYears)
{
    /// <summary>Writes the hazard that an event adds up in a step on every path.</summary>
    public void Fill(int e, int step, double[] hazards)
    {
        Array.Fill(hazards, plan.Events[e].Hazard[step]);
        foreach (var trigger in plan.Events[e].TriggeredBy)
            Pull(trigger, step, hazards);
    }

    private void Pull(TriggerPlan trigger, int step, double[] hazards)
    {
        foreach (var path in CollectionsMarshal.AsSpan(everOccurred[trigger.Source]))
        {
            // An occurrence at the very start of this step is in the past: its trigger acts. Months differ in length: one that runs out
            // within the step counts for the part of the step that it acts in.
            var acts = lastYears[trigger.Source][path] + trigger.Years - plan.Grid.Years[step];
            hazards[path] *= 1 + Math.Clamp(acts / plan.Grid.StepYears(step), 0, 1) * (trigger.HazardMultiple - 1);
        }
    }
}
