using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring.Attribution;

/// <summary>
/// Runs many worlds on the first few paths of the base case: enough for paired differences, whose errors are told. The only place where
/// attribution simulates. Worlds that only go without events simulate again the paths on which these struck; others share their draws.
/// </summary>
internal sealed class CounterfactualRuns
{
    /// <summary>Paths of each world at most.</summary>
    public const int MostPaths = 8192;

    // So many worlds are simulated together: their blocks fit into a cache.
    private const int Together = 8;

    private readonly PathSimulator simulator;
    private readonly Case @base;
    private readonly HorizonIndex headline;
    private readonly Action<int> done;
    private readonly CancellationToken cancel;
    private CaseOutcomes? known;

    public CounterfactualRuns(Scenario scenario, Planner planner, int threads, Action<int> done, CancellationToken cancel)
    {
        Paths = Math.Min(MostPaths, scenario.Simulation.Paths);
        simulator = new PathSimulator(planner, Paths, threads);
        @base = scenario.Base;
        headline = scenario.HeadlineHorizonIndex;
        this.done = done;
        this.cancel = cancel;
    }

    // Nothing is simulated beyond the headline horizon, and no drawdowns are followed.
    private OutcomeSelection SelectionOf(SimulatedCase simulated) =>
        new(VariantSelection.Headline, Horizons: headline.Value + 1)
        {
            Only = BaseMeasuring.HeadlineProfits(simulated.Case.Model, headline.Value..(headline.Value + 1)),
        };

    /// <summary>Paths of each world.</summary>
    public int Paths { get; }

    /// <summary>Profits at the headline horizon of each counterfactual, by portfolio and headline variant.</summary>
    public OutcomeCube[] Profits(IReadOnlyList<SimulatedCase> counterfactuals)
    {
        var profits = new OutcomeCube[counterfactuals.Count];
        var others = new List<int>();
        for (var w = 0; w < counterfactuals.Count; w++)
        {
            if (!ReferenceEquals(counterfactuals[w].Case, @base))
                others.Add(w);
            else
                profits[w] = simulator.SimulateWithout(Known(), counterfactuals[w], SelectionOf(counterfactuals[w]), done, cancel).Cube;
        }

        foreach (var group in others.Chunk(Together))
        {
            var outcomes = simulator.Simulate([.. group.Select(w => (counterfactuals[w], SelectionOf(counterfactuals[w])))], done, cancel);
            for (var k = 0; k < group.Length; k++)
                profits[group[k]] = outcomes[k].Cube;
        }

        return profits;
    }

    /// <summary>The base case on these paths, with what struck when.</summary>
    private CaseOutcomes Known() =>
        known ??= simulator.Simulate(
            new SimulatedCase(@base),
            SelectionOf(new SimulatedCase(@base)) with
            {
                Resolved = true,
            },
            null,
            cancel
        );
}
