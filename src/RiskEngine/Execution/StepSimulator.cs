using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Plans;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Execution;

/// <summary>Does the simulating steps of a plan, or a shard's part of each; outcomes of as many paths share their memory.</summary>
/// <param name="scenario">The plan's scenario.</param>
/// <param name="planner">Compiles its cases.</param>
/// <param name="threads">Number of threads, above zero.</param>
/// <param name="shard">The part of each step that is done; null for all of it.</param>
internal sealed class StepSimulator(Scenario scenario, Planner planner, int threads, Shard? shard = null) : IOutcomeSource
{
    private readonly Dictionary<int, PathSimulator> simulators = [];

    /// <summary>Which paths of a step are simulated.</summary>
    public PathPart PartOf(SimulateStep step) => shard?.PartOf(step.Paths.Count) ?? PathPart.Whole(step.Paths.Count);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The step's paths do not begin at the first one, or its seed or sampling is not the
    /// scenario's.</exception>
    public IReadOnlyList<CaseOutcomes> Of(SimulateStep step, CaseOutcomes? known, Action<int>? done, CancellationToken cancel)
    {
        var (simulator, cases) = (Simulator(step), Cases(step));
        // What nobody waits for, such as warming up, is no part of a run.
        Action<int>? tell = done is null
            ? null
            : paths =>
            {
                RunTelemetry.Simulated(paths);
                done(paths);
            };
        return known is null
            ? simulator.Simulate(cases, tell, cancel)
            : [simulator.SimulateWithout(known, cases.Single().Case, cases[0].Keep, tell, cancel)];
    }

    /// <summary>Room for the outcomes of a step that are simulated elsewhere.</summary>
    /// <exception cref="ArgumentException">As in <see cref="Of"/>.</exception>
    public IReadOnlyList<CaseOutcomes> Empty(SimulateStep step)
    {
        var simulator = Simulator(step);
        return [.. Cases(step).Select(c => simulator.Empty(c.Case, c.Keep))];
    }

    /// <inheritdoc/>
    public void Return(CaseOutcomes outcomes, bool headlineIsKept) => simulators[outcomes.Part.Of].Return(outcomes, headlineIsKept);

    /// <inheritdoc/>
    public void Forget(int paths) => simulators.Remove(paths);

    private (SimulatedCase Case, OutcomeSelection Keep)[] Cases(SimulateStep step) =>
        [.. step.Outcomes.Select(o => (VersionModels.Of(scenario, o.Version), o.Keep))];

    private PathSimulator Simulator(SimulateStep step)
    {
        var simulation = scenario.Simulation;
        if (step.Paths.From != 0 || (step.Paths.Of, step.Seed, step.Sampling) != (simulation.Paths, simulation.Seed, simulation.Sampling))
        {
            throw new ArgumentException(
                $"Expected paths from 0 of {simulation.Paths}, seed {simulation.Seed} and sampling {simulation.Sampling}; "
                    + $"found {step.Paths}, "
                    + $"{step.Seed} and {step.Sampling}.",
                nameof(step)
            );
        }

        if (!simulators.TryGetValue(step.Paths.Count, out var simulator))
            simulators.Add(step.Paths.Count, simulator = new PathSimulator(planner, PartOf(step), threads));
        return simulator;
    }
}
