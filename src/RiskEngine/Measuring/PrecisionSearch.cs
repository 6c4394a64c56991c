using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis;
using RiskEngine.Analysis.Columns;
using RiskEngine.Plans;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Measuring;

/// <summary>
/// Finds how many paths make a measure as sure as was asked for: simulates the first case on more and more paths, each time as many as the
/// error so far lets expect to be enough. The number that it ends with is simulated again with the rest of the run: Sobol's replicates
/// depend on the
/// number of paths.
/// </summary>
internal static class PrecisionSearch
{
    private const int FirstPaths = 10_000;

    // A little more than the error asks for, lest the next round misses by a hair; and not too much more at once, for small samples judge
    // their error badly.
    private const double Reserve = 1.1;
    private const double MostGrowth = 16;
    private const double LeastGrowth = 1.25;

    /// <summary>Searches.</summary>
    /// <param name="target">What is asked for.</param>
    /// <param name="most">The most paths.</param>
    /// <param name="case">The case to judge by.</param>
    /// <param name="with">The scenario with a number of paths.</param>
    /// <param name="simulate">Does a step of a plan on that scenario.</param>
    public static PrecisionReached Find(
        PrecisionTarget target,
        int most,
        Case @case,
        Func<int, Scenario> with,
        Func<Scenario, SimulateStep, CaseOutcomes> simulate
    )
    {
        var paths = with(Math.Min(FirstPaths, most)).Simulation.Paths;
        while (true)
        {
            var scenario = with(paths);
            var error = ErrorOf(target, scenario, @case, simulate);
            if (error <= target.Error || paths >= most)
                return new PrecisionReached(target, error, paths, most);
            var growth = error > 0 ? Math.Pow(error / target.Error, 2) * Reserve : MostGrowth;
            paths = Math.Min(most, with((int)Math.Min(most, paths * Math.Clamp(growth, LeastGrowth, MostGrowth))).Simulation.Paths);
        }
    }

    private static double ErrorOf(
        PrecisionTarget target,
        Scenario scenario,
        Case @case,
        Func<Scenario, SimulateStep, CaseOutcomes> simulate
    )
    {
        var h = scenario.Horizons.ToList().FindIndex(x => x.Id.Value == target.Horizon);
        var horizon = scenario.Horizons[h];
        var outcomes = simulate(scenario, RunPlanner.Precision(scenario, @case, h));
        var scratch = new float[SortedColumn.ScratchLength(outcomes.Paths)];
        var replicates = new PathSampling(scenario.Simulation.Sampling, outcomes.Paths).Replicates;
        var riskFree = Math.Exp(@case.Model.RiskFreeRate * horizon.Years) - 1;
        var (cube, at, widest) = (outcomes.Cube, new HorizonIndex(h), 0.0);
        foreach (var p in cube.Portfolios)
        {
            foreach (var v in cube.Variants)
            {
                var estimate = ReplicateError.Measure(
                    replicates,
                    cube.Profits(p, v, at),
                    cube.Drawdowns(p, v, at),
                    v == VariantSet.AsHeld ? [] : cube.Profits(p, VariantSet.AsHeld, at),
                    horizon.Years,
                    riskFree,
                    scenario.LargeLoss,
                    scratch
                )[target.Measure];

                // What does not exist (beating itself) cannot be unsure; what has no error yet needs more paths.
                if (estimate.IsAvailable)
                    widest = Math.Max(widest, estimate.HasError ? (estimate.High - estimate.Low) / 2 : double.PositiveInfinity);
            }
        }

        return widest;
    }
}
