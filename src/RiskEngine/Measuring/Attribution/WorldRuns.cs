using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring.Attribution;

/// <summary>
/// Runs many worlds on the first few paths of the base case: enough for paired differences, whose errors are told. The only place where
/// attribution simulates. Worlds that only go without events simulate again the paths on which these struck; others share their draws.
/// </summary>
internal sealed class WorldRuns
{
    /// <summary>Paths of each world at most.</summary>
    public const int MostPaths = 8192;

    // So many worlds are simulated together: their blocks fit into a cache.
    private const int Together = 8;

    private readonly PathSimulator simulator;
    private readonly Case @base;
    private readonly int middle;
    private readonly Action<int> done;
    private readonly CancellationToken cancel;
    private WorldOutcomes? known;

    public WorldRuns(Scenario scenario, Planner planner, int threads, Action<int> done, CancellationToken cancel)
    {
        Paths = Math.Min(MostPaths, scenario.Simulation.Paths);
        simulator = new PathSimulator(planner, Paths, threads);
        @base = scenario.Base;
        middle = Math.Min(1, scenario.Horizons.Count - 1);
        this.done = done;
        this.cancel = cancel;
    }

    // Nothing is simulated beyond the middle horizon, and no drawdowns are followed.
    private Wanted Wanted => new(WantedVariants.Headline, Horizons: middle + 1) { Columns = (_, _, _) => OutcomeColumns.Profits };

    /// <summary>Paths of each world.</summary>
    public int Paths { get; }

    /// <summary>Profits at the middle horizon by world, portfolio and headline variant.</summary>
    public float[][][][] Profits(IReadOnlyList<World> worlds)
    {
        var profits = new float[worlds.Count][][][];
        var others = new List<int>();
        for (var w = 0; w < worlds.Count; w++)
        {
            if (!ReferenceEquals(worlds[w].Case, @base))
                others.Add(w);
            else
                profits[w] = AtMiddle(simulator.SimulateWithout(Known(), worlds[w], Wanted, done, cancel));
        }

        foreach (var group in others.Chunk(Together))
        {
            var outcomes = simulator.Simulate([.. group.Select(w => (worlds[w], Wanted))], done, cancel);
            for (var k = 0; k < group.Length; k++)
                profits[group[k]] = AtMiddle(outcomes[k]);
        }

        return profits;
    }

    /// <summary>The base case on these paths, with what struck when.</summary>
    private WorldOutcomes Known() => known ??= simulator.Simulate(new World(@base), Wanted with { Settled = true }, null, cancel);

    private float[][][] AtMiddle(WorldOutcomes outcomes) => [.. outcomes.Profits.Select(p => p.Select(v => v[middle]).ToArray())];
}
