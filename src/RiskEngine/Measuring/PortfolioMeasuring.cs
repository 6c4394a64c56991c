using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis;
using RiskEngine.Analysis.TailRisk;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Measuring;

/// <summary>From a case's columns to the results of its portfolios, part by part.</summary>
internal sealed class PortfolioMeasuring
{
    private readonly Scenario scenario;
    private readonly Model model;
    private readonly TimeGrid grid;
    private readonly double[][] deviations; // by deltas: portfolio, horizon
    private readonly int replicates;
    private readonly VariantSet variants;
    private readonly HorizonResult[][] cells;
    private readonly Histogram?[][] histograms;
    private readonly Fan?[][] fans;
    private readonly IReadOnlyDictionary<MeasureKind, Estimate>?[][] paths;
    private readonly Effect[][] following;
    private readonly RecommendationEffect[][] effects;

    public PortfolioMeasuring(Scenario scenario, Model model, TimeGrid grid, DeltaNormal deltaNormal)
    {
        (this.scenario, this.model, this.grid) = (scenario, model, grid);
        deviations = [.. model.Portfolios.Select(p => scenario.Horizons.Select(h => deltaNormal.Deviation(p, h.Date)).ToArray())];
        replicates = new PathSampling(scenario.Simulation.Sampling, scenario.Simulation.Paths).Replicates;
        variants = model.Variants;
        T[][] Each<T>(int count) => [.. model.Portfolios.Select(_ => new T[count * scenario.Horizons.Count])];
        (cells, histograms) = (Each<HorizonResult>(variants.Count), Each<Histogram?>(variants.Count));
        (following, effects) = (Each<Effect>(Math.Min(1, variants.Traded.Count)), Each<RecommendationEffect>(variants.Traded.Count));
        paths = [.. model.Portfolios.Select(_ => new IReadOnlyDictionary<MeasureKind, Estimate>?[variants.Count])];
        fans = [.. model.Portfolios.Select(_ => new Fan?[variants.Count])];
    }

    /// <summary>
    /// The work of measuring every variant whose profits and drawdowns are there, and every effect between them. Each piece needs a buffer
    /// to sort in, none another piece: drawings are pieces of their own, for one portfolio held as it is has few others.
    /// </summary>
    public IEnumerable<Action<float[]>> PiecesOf(CaseOutcomes outcomes) =>
        outcomes.Cube.Portfolios.SelectMany(p => Measures(outcomes.Cube, p).Concat(Drawings(outcomes.PortfolioFans, p)));

    /// <summary>The results, once all pieces are done.</summary>
    public IReadOnlyList<PortfolioResult> Results =>
        [
            .. model.Portfolios.Select(
                (portfolio, p) =>
                    new PortfolioResult
                    {
                        Portfolio = portfolio,
                        Variants = [.. variants.All.Where(v => IsMeasured(p, v)).Select(v => Result(p, v))],
                        FollowingEffects = following[p],
                        RecommendationEffects = [.. effects[p].Where(e => e is not null)],
                    }
            ),
        ];

    /// <summary>Whether a variant was measured: a run may be of the headline alone.</summary>
    private bool IsMeasured(int p, VariantIndex v) => cells[p][At(v.Value, new HorizonIndex(0))] is not null;

    private VariantResult Result(int p, VariantIndex v) =>
        new()
        {
            Variant = variants[v],
            Horizons =
            [
                .. HorizonIndex
                    .First(scenario.Horizons.Count)
                    .Select(h => At(v.Value, h))
                    .Select(at => cells[p][at] with { Histogram = histograms[p][at] }),
            ],
            Fan = fans[p][v.Value],
            Paths = paths[p][v.Value] ?? new Dictionary<MeasureKind, Estimate>(),
        };

    private IEnumerable<Action<float[]>> Measures(OutcomeCube cube, PortfolioIndex p)
    {
        // Beside other variants' columns, profits alone are there to be held against; where the headline is alone, they are all there is.
        var least = cube.VariantCount == variants.HeadlineCount ? OutcomeColumns.Profits : OutcomeColumns.Both;
        bool Has(VariantIndex v, HorizonIndex h) => v.Value < cube.VariantCount && cube.Kept(p, v, h).HasFlag(least);
        foreach (var h in cube.Horizons)
        {
            foreach (var v in cube.Variants.Where(v => Has(v, h)))
            {
                yield return buffer => cells[p.Value][At(v.Value, h)] = Cell(cube, p, v, h, buffer);
                if (VariantSet.IsHeadline(v))
                    yield return buffer => histograms[p.Value][At(v.Value, h)] = Histogram(cube, p, v, h, buffer);
            }

            foreach (var r in Enumerable.Range(0, variants.Traded.Count).Where(r => Has(variants.Only(r), h)))
                yield return buffer => effects[p.Value][At(r, h)] = Effect(cube, p, r, h, buffer);
            if (variants.Traded.Count > 0 && Has(variants.FollowingAll, h))
            {
                yield return buffer =>
                    following[p.Value][h.Value] = Difference(cube, p, h, variants.FollowingAll, VariantSet.AsHeld, buffer);
            }
        }
    }

    private IEnumerable<Action<float[]>> Drawings(PortfolioFans drawn, PortfolioIndex p)
    {
        foreach (var v in variants.Headline.Where(drawn.Has))
        {
            yield return buffer =>
                fans[p.Value][v.Value] = FanDrawing.Of(drawn[p, v], [.. Enumerable.Range(0, drawn[p, v].Count)], grid, buffer);
            yield return _ => paths[p.Value][v.Value] = PathMeasuring.Of(drawn[p, v], scenario, model, grid);
        }
    }

    private int At(int which, HorizonIndex horizon) => (which * scenario.Horizons.Count) + horizon.Value;

    /// <summary>Both headline variants are drawn in the same bins.</summary>
    private Histogram Histogram(OutcomeCube cube, PortfolioIndex p, VariantIndex v, HorizonIndex h, float[] buffer) =>
        HistogramCounting.Of(cube.Profits(p, v, h), [.. variants.Headline.Select(u => cube.Profits(p, u, h))], buffer);

    private HorizonResult Cell(OutcomeCube cube, PortfolioIndex p, VariantIndex v, HorizonIndex h, float[] buffer)
    {
        var horizon = scenario.Horizons[h.Value];
        var (profits, drawdowns) = (cube.Profits(p, v, h), cube.Drawdowns(p, v, h));
        float[] unchanged = v == VariantSet.AsHeld ? [] : cube.Profits(p, VariantSet.AsHeld, h);
        var riskFree = Math.Exp(model.RiskFreeRate * horizon.Years) - 1;
        var headline = VariantSet.IsHeadline(v);
        var measures = ReplicateError.Measure(
            replicates,
            profits,
            drawdowns,
            unchanged,
            horizon.Years,
            riskFree,
            scenario.LargeLoss,
            buffer
        );
        return new HorizonResult
        {
            Horizon = horizon,
            Measures = v == VariantSet.AsHeld ? DeltaNormalValueAtRisk.AddTo(measures, deviations[p.Value][h.Value]) : measures,
            Profits = headline ? profits : default(ReadOnlyMemory<float>),
            Drawdowns = headline ? drawdowns : default(ReadOnlyMemory<float>),
        };
    }

    /// <summary>Alone: only it, against as held. Last: all, against all without it.</summary>
    private RecommendationEffect Effect(OutcomeCube cube, PortfolioIndex p, int r, HorizonIndex h, float[] buffer) =>
        new(
            variants.Traded[r],
            scenario.Horizons[h.Value],
            Difference(cube, p, h, variants.Only(r), VariantSet.AsHeld, buffer),
            Difference(cube, p, h, variants.FollowingAll, variants.Without(r), buffer)
        );

    private Effect Difference(
        OutcomeCube cube,
        PortfolioIndex p,
        HorizonIndex h,
        VariantIndex with,
        VariantIndex without,
        float[] buffer
    ) => EffectMeasuring.Of(cube.Profits(p, with, h), cube.Profits(p, without, h), buffer, replicates);
}
