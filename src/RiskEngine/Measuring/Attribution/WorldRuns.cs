using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring.Attribution;

/// <summary>
/// Runs many worlds on the first few paths of the base case: enough for paired differences, whose errors are told. The only place where
/// attribution simulates.
/// </summary>
internal sealed class WorldRuns
{
    /// <summary>Paths of each world at most.</summary>
    public const int MostPaths = 8192;

    private const int Together = 8;

    private readonly PathSimulator simulator;
    private readonly int middle;
    private readonly Action<int> done;
    private readonly CancellationToken cancel;
    private WorldOutcomes? @base;

    public WorldRuns(Scenario scenario, Planner planner, int threads, Action<int> done, CancellationToken cancel)
    {
        Paths = Math.Min(MostPaths, scenario.Simulation.Paths);
        simulator = new PathSimulator(planner, Paths, threads);
        middle = Math.Min(1, scenario.Horizons.Count - 1);
        this.done = done;
        this.cancel = cancel;
    }

    private Wanted Wanted => new(WantedVariants.Headline, Horizons: middle + 1);

    /// <summary>Paths of each world.</summary>
    public int Paths { get; }

    /// <summary>Profits at the middle horizon by portfolio and headline variant, of the base case without some events.</summary>
    public float[][][] Profits(World world)
    {
        @base ??= simulator.Simulate(new World(world.Case), Wanted with { Settled = true }, null, cancel);
        return AtMiddle(simulator.SimulateWithout(@base, world, Wanted, done, cancel));
    }

    /// <summary>The same of any worlds, some of them simulated together.</summary>
    public IEnumerable<float[][][]> Profits(IReadOnlyList<World> worlds) => worlds.Chunk(Together)
        .SelectMany(some => simulator.Simulate([.. some.Select(w => (w, Wanted))], done, cancel).Select(AtMiddle));

    private float[][][] AtMiddle(WorldOutcomes outcomes) => [.. outcomes.Profits.Select(p => p.Select(v => v[middle]).ToArray())];
}
