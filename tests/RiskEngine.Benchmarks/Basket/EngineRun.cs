using System.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;

namespace RiskEngine.Benchmarks.Basket;

/// <summary>What the engine does with a basket through its front door: check, plan, simulate, measure with errors.</summary>
/// <param name="scenario">The basket.</param>
/// <param name="kinds">The factor kinds.</param>
/// <param name="threads">Number of threads.</param>
/// <param name="measuresOnly">Whether to stop at the measures, as the peers do, or to say what carries them as well.</param>
internal sealed class EngineRun(Scenario scenario, FactorCatalogue kinds, int threads, bool measuresOnly = true)
{
    private RiskResults? results;

    /// <summary>Nanoseconds per path, step and asset of one run.</summary>
    public double Time()
    {
        results = null;
        GC.Collect();
        var watch = Stopwatch.StartNew();
        results = new Engine(kinds).Run(scenario, new RunOptions { Threads = threads, MeasuresOnly = measuresOnly });
        return watch.Elapsed.TotalNanoseconds / BasketScenario.Elements(scenario.Simulation.Paths);
    }

    /// <summary>Mean and 1% quantile of the basket's value, start 100, and mean maximum drawdown, of the last run.</summary>
    public string Answers
    {
        get
        {
            var measures = results!.Base.Portfolios[0].AsHeld.Horizons[0].Measures;
            var (mean, q01) = (100 * (1 + measures.Mean.Value), 100 * (1 + measures[MeasureKinds.Q01].Value));
            return $"mean {mean:F3} q01 {q01:F3} dd {measures[MeasureKinds.DrawdownMean].Value:F4}";
        }
    }
}
