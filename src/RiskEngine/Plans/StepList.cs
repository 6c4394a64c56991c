using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Plans;

/// <summary>The steps of a plan while it is made.</summary>
/// <param name="scenario">The scenario, with the number of paths, seed and sampling of the run.</param>
internal sealed class StepList(Scenario scenario)
{
    private readonly List<RunStep> steps = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<RunStep> All => steps;

    /// <summary>Adds a step.</summary>
    public void Add(RunStep step) => steps.Add(step);

    /// <summary>Adds a step that simulates all paths.</summary>
    public SimulateStep Simulate(string stage, params IReadOnlyList<PlannedOutcomes> outcomes) =>
        Simulate(stage, scenario.Simulation.Paths, null, outcomes);

    /// <summary>Adds a step that simulates the first so many paths, or those on which the outcomes differ from known ones.</summary>
    public SimulateStep Simulate(string stage, int paths, string? known, params IReadOnlyList<PlannedOutcomes> outcomes)
    {
        var simulation = scenario.Simulation;
        var step = new SimulateStep(stage, outcomes, PathRange.First(paths, simulation.Paths), simulation.Seed, simulation.Sampling)
        {
            Known = known,
        };
        steps.Add(step);
        return step;
    }
}
