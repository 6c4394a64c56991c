using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>What an event does: the base case with it, less the base case without it, path by path.</summary>
internal static class EventMeasuring
{
    public static IReadOnlyList<EventEffectResult> Effects(Scenario scenario, RiskEvent e, CaseResult with, WorldOutcomes without, int threads)
    {
        var horizons = scenario.Horizons.Count;
        var replicates = new PathSampling(scenario.Simulation.Sampling, without.Paths).Replicates;
        var cells = with.Portfolios.SelectMany((p, at) => p.Variants.Take(without.Profits[at].Length).Select((v, variant) => (p, at, v, variant))).ToArray();
        var effects = new EventEffectResult[cells.Length * horizons];
        Parallel.For(0, effects.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new float[SortedColumn.ScratchLength(without.Paths)], (i, _, scratch) =>
        {
            var (portfolio, at, variant, v) = cells[i / horizons];
            var horizon = variant.Horizons[i % horizons];
            var effect = EffectMeasuring.Of(horizon.Profits.Span, without.Profits[at][v][i % horizons], scratch, replicates);
            effects[i] = new EventEffectResult(e, portfolio.Portfolio, variant.Variant, horizon.Horizon, effect);
            return scratch;
        }, _ => { });
        return effects;
    }
}
