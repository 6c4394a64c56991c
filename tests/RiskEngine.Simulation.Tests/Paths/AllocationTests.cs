using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>Memory is taken for what is kept, and once for each thread's blocks; not by the step or by the block.</summary>
[NonParallelizable]
public sealed class AllocationTests
{
    private const int Few = 256 * 16; // what Sobol's replicates are whole with
    private const int Many = 256 * 64;

    // A byte for each step of each further block: less than the smallest object. What the runtime and growing lists take lies far below.
    private const long Allowance = 50 * 24;

    [Test]
    public void More_blocks_take_no_more_memory_than_their_columns([Values] SamplingMethod method)
    {
        var small = SmallScenario
            .New()
            .Until("6m", "1y", "2y")
            .With(
                Factors.Brownian("m", 0.2, premium: 0.05),
                Factors.Reverting("r", 0.01, 2),
                Factors.Jumping("j", 0.2, 1, -0.1, 0.1),
                Factors.Heston("h", 0.04, 0.04, 2, 0.3, -0.5)
            )
            .Correlate("m", "r", 0.3)
            .With(Instruments.Equity("a", 0.3, ("m", 1), ("r", 2)), Instruments.Equity("b", 0.5, ("j", 1), ("h", 0.5)))
            .With(
                Instruments.Private("c", 0.5, [Instruments.Exit(ExitRoute.Listing, 0.3, 1.2), Instruments.Exit(ExitRoute.Failure, 0.1, 0)])
            )
            .With(Events.Of("e", 0.5, "0d", "2y", Effects.Hits(new Uniform(-0.4, -0.1), "a", "b")))
            .With(
                Events.Of(
                    "bust",
                    0.5,
                    "0d",
                    "2y",
                    Effects.Shifts(EffectChannel.Volatility, 0.5, "m", "r"),
                    Effects.Shifts(EffectChannel.Correlation, 0.3, "m", "r")
                )
            )
            .With(Events.Of("deal", 0.5, "0d", "2y").Ending("c", ExitRoute.Sale, 1.2))
            .With(Advice.Buy("buy", 0.1, "1m", "1y", ("a", 1)), Advice.Reduce("less", 0.5, "1m", "1y", "b"))
            .Hold("p", ("a", 1), ("b", 1), ("c", 1));
        var selection = new OutcomeSelection(VariantSelection.All, Resolved: true);
        _ = Taken(small, method, Few, selection);

        // A collection counts what was left of the thread's 8 KB as taken: the least of three rounds has none in it.
        var more = Enumerable.Range(0, 3).Min(_ => Taken(small, method, Many, selection) - Taken(small, method, Few, selection));

        Assert.That(more, Is.LessThan(Allowance));
    }

    /// <summary>What simulating takes beyond the columns that it keeps.</summary>
    private static long Taken(ScenarioBuilder small, SamplingMethod method, int paths, OutcomeSelection selection)
    {
        var built = small.Build(paths);
        var scenario = built with { Simulation = built.Simulation with { Sampling = method } };
        var simulated = new SimulatedCase(scenario.Base);
        var simulator = new PathSimulator(new Planner(scenario, Simulated.Kinds, 1), paths, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcomes = simulator.Simulate(simulated, selection, null, CancellationToken.None);
        var after = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(outcomes);
        return after - before - OutcomeShape.Of(scenario, scenario.Base.Model, selection, paths).Bytes;
    }
}
