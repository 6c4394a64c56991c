using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Plans;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Execution;

/// <summary>Does the simulating steps of a plan; outcomes of as many paths share their memory.</summary>
/// <param name="scenario">The plan's scenario.</param>
/// <param name="planner">Compiles its cases.</param>
/// <param name="threads">Number of threads, above zero.</param>
internal sealed class StepSimulator(Scenario scenario, Planner planner, int threads)
{
    private readonly Dictionary<int, PathSimulator> simulators = [];

    /// <summary>Simulates.</summary>
    /// <param name="step">What.</param>
    /// <param name="known">The outcomes that the step calls known; null where it does not.</param>
    /// <param name="done">Called with numbers of paths that are done, from any thread; may be null.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <returns>The outcomes, in the step's order.</returns>
    /// <exception cref="ArgumentException">The step's paths do not begin at the first one, or its seed or sampling is not the
    /// scenario's.</exception>
    public IReadOnlyList<CaseOutcomes> Simulate(SimulateStep step, CaseOutcomes? known, Action<int>? done, CancellationToken cancel)
    {
        var simulation = scenario.Simulation;
        if (step.Paths.From != 0 || (step.Paths.Of, step.Seed, step.Sampling) != (simulation.Paths, simulation.Seed, simulation.Sampling))
            throw new ArgumentException(
                $"Expected paths from 0 of {simulation.Paths}, seed {simulation.Seed} and sampling {simulation.Sampling}; "
                    + $"found {step.Paths}, "
                    + $"{step.Seed} and {step.Sampling}.",
                nameof(step)
            );
        if (!simulators.TryGetValue(step.Paths.Count, out var simulator))
            simulators.Add(step.Paths.Count, simulator = new PathSimulator(planner, step.Paths.Count, threads));
        (SimulatedCase Case, OutcomeSelection Keep)[] cases =
        [
            .. step.Outcomes.Select(o => (VersionModels.Of(scenario, o.Version), o.Keep)),
        ];
        return known is null
            ? simulator.Simulate(cases, done, cancel)
            : [simulator.SimulateWithout(known, cases.Single().Case, cases[0].Keep, done, cancel)];
    }

    /// <summary>Takes back outcomes that nobody reads any more.</summary>
    public void Return(CaseOutcomes outcomes, bool headlineIsKept) => simulators[outcomes.Paths].Return(outcomes, headlineIsKept);

    /// <summary>Gives back the memory of outcomes of so many paths.</summary>
    public void Forget(int paths) => simulators.Remove(paths);
}
