using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis;
using RiskEngine.Analysis.Columns;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>From a world's columns to the results of its portfolios.</summary>
internal sealed class PortfolioMeasuring(Scenario scenario, Model model, TimeGrid grid, WorldOutcomes outcomes, int threads)
{
    private readonly int replicates = new PathSampling(scenario.Simulation.Sampling, outcomes.Paths).Replicates;
    private readonly Recommendation[] traded = [.. model.Recommendations.Where(r => r.IsTraded)];

    public IReadOnlyList<PortfolioResult> All() => [.. Enumerable.Range(0, model.Portfolios.Count).Select(Portfolio)];

    private PortfolioResult Portfolio(int p)
    {
        var variants = Variants();
        var horizons = scenario.Horizons;
        var cells = new HorizonResult[variants.Length * horizons.Count];
        Parallel.For(0, cells.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new float[SortedColumn.ScratchLength(outcomes.Paths)], (at, _, scratch) =>
        {
            cells[at] = Cell(p, at / horizons.Count, at % horizons.Count, scratch);
            return scratch;
        }, _ => { });
        return new PortfolioResult
        {
            Portfolio = model.Portfolios[p],
            Variants =
            [
                .. variants.Select((variant, v) => new VariantResult
                {
                    Variant = variant,
                    Horizons = cells[(v * horizons.Count)..((v + 1) * horizons.Count)],
                    Fan = v < outcomes.PortfolioFans[p].Length && v < 2
                        ? FanDrawing.Of(outcomes.PortfolioFans[p][v], [.. Enumerable.Range(0, outcomes.PortfolioFans[p][v].Length)], grid)
                        : null,
                }),
            ],
            FollowingEffects = FollowingEffects(p),
            RecommendationEffects = Effects(p),
        };
    }

    private Variant[] Variants()
    {
        Variant[] headline = [new(VariantKind.AsHeld, null), new(VariantKind.FollowingAll, null)];
        return traded.Length switch
        {
            0 => headline[..1],
            1 => headline,
            _ => [.. headline, .. traded.SelectMany(r => new[] { new Variant(VariantKind.Only, r), new Variant(VariantKind.Without, r) })],
        };
    }

    private HorizonResult Cell(int p, int v, int h, float[] scratch)
    {
        var horizon = scenario.Horizons[h];
        var profits = outcomes.Profits[p][v][h];
        var drawdowns = outcomes.Drawdowns[p][v][h];
        float[] unchanged = v == 0 ? [] : outcomes.Profits[p][0][h];
        var riskFree = Math.Exp(model.RiskFreeRate * horizon.Years) - 1;
        var headline = v < 2;
        return new HorizonResult
        {
            Horizon = horizon,
            Measures = ReplicateError.Measure(replicates, profits, drawdowns, unchanged, horizon.Years, riskFree, scenario.LargeLoss, scratch),
            Histogram = headline ? HistogramCounting.Of(profits, outcomes.Profits[p].Take(2).Select(c => c[h]).ToArray(), scratch) : null,
            Profits = headline ? profits : default(ReadOnlyMemory<float>),
            Drawdowns = headline ? drawdowns : default(ReadOnlyMemory<float>),
        };
    }

    private Effect[] FollowingEffects(int p)
    {
        if (traded.Length == 0) return [];
        var scratch = new float[SortedColumn.ScratchLength(outcomes.Paths)];
        return [.. scenario.Horizons.Select((_, h) => EffectMeasuring.Of(outcomes.Profits[p][1][h], outcomes.Profits[p][0][h], scratch, replicates))];
    }

    /// <summary>Alone: only it, against as held. Last: all, against all but it. With a single recommendation both are the same.</summary>
    private RecommendationEffect[] Effects(int p)
    {
        var horizons = scenario.Horizons;
        var effects = new RecommendationEffect[traded.Length * horizons.Count];
        Parallel.For(0, effects.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new float[SortedColumn.ScratchLength(outcomes.Paths)], (at, _, scratch) =>
        {
            var (r, h) = (at / horizons.Count, at % horizons.Count);
            var columns = outcomes.Profits[p];
            var (only, without) = traded.Length == 1 ? (columns[1], columns[0]) : (columns[2 + 2 * r], columns[3 + 2 * r]);
            effects[at] = new RecommendationEffect(
                traded[r],
                horizons[h],
                EffectMeasuring.Of(only[h], columns[0][h], scratch, replicates),
                EffectMeasuring.Of(columns[1][h], without[h], scratch, replicates));
            return scratch;
        }, _ => { });
        return effects;
    }
}
