using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Plans;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Uncertainty;

/// <summary>Simulates the headline profits of the base case again as other models have them, on the same random numbers.</summary>
/// <param name="scenario">The scenario as it was run.</param>
/// <param name="kinds">Its factor kinds.</param>
internal sealed class BaseAgain(Scenario scenario, FactorCatalogue kinds)
{
    private const int LeastPaths = 1024;
    private const int MostPaths = 8192;

    private readonly Engine engine = new(kinds);

    /// <summary>How many paths: those of the run, within bounds that keep many simulations short.</summary>
    public int Paths { get; } =
        PathSampling.PathsFor(scenario.Simulation.Sampling, Math.Clamp(scenario.Simulation.Paths, LeastPaths, MostPaths));

    /// <summary>A scenario that may be simulated here, checked.</summary>
    public CheckedScenario Check(Scenario drawn) => engine.Check(drawn with { Simulation = scenario.Simulation with { Paths = Paths } });

    /// <summary>The scenario with another model as its base case, which prices know; checked.</summary>
    public CheckedScenario Check(Model model) => Check(scenario with { Cases = [scenario.Base with { Model = model }] });

    /// <summary>By portfolio: profits at the headline horizon as held, and following all, which is as held where none trades.</summary>
    public IReadOnlyList<(float[] Held, float[] Following)> Profits(CheckedScenario check, CancellationToken cancel)
    {
        var drawn = check.Scenario;
        var horizon = drawn.HeadlineHorizonIndex.Value;
        var planner = new Planner(drawn, check.Kinds, scenario.Simulation.Seed, check.Quantiles);
        var keep = BaseCasePlanner.HeadlineProfits(drawn, horizon, horizon + 1);
        var outcomes = new PathSimulator(planner, Paths, threads: 1).Simulate(new SimulatedCase(drawn.Base), keep, done: null, cancel);
        float[] Column(PortfolioIndex portfolio, VariantIndex variant) =>
            outcomes.Cube.Profits(portfolio, variant, drawn.HeadlineHorizonIndex);
        return [.. outcomes.Cube.Portfolios.Select(p => (Column(p, VariantSet.AsHeld), Column(p, drawn.Base.Model.Variants.FollowingAll)))];
    }
}
