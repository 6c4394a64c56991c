using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Measuring;

/// <summary>From a world's columns to the results of its portfolios, pass by pass.</summary>
internal sealed class PortfolioMeasuring
{
    private readonly Scenario scenario;
    private readonly Model model;
    private readonly TimeGrid grid;
    private readonly int replicates;
    private readonly Recommendation[] traded;
    private readonly Variant[] variants;
    private readonly HorizonResult[][] cells;
    private readonly Histogram?[][] histograms;
    private readonly Fan?[][] fans;
    private readonly Effect[][] following;
    private readonly RecommendationEffect[][] effects;

    public PortfolioMeasuring(Scenario scenario, Model model, TimeGrid grid)
    {
        this.scenario = scenario;
        this.model = model;
        this.grid = grid;
        replicates = new PathSampling(scenario.Simulation.Sampling, scenario.Simulation.Paths).Replicates;
        traded = [.. model.Recommendations.Where(r => r.IsTraded)];
        variants = Variants();
        T[][] Each<T>(int count) => [.. model.Portfolios.Select(_ => new T[count * scenario.Horizons.Count])];
        (cells, histograms) = (Each<HorizonResult>(variants.Length), Each<Histogram?>(variants.Length));
        (following, effects) = (Each<Effect>(Math.Min(1, traded.Length)), Each<RecommendationEffect>(traded.Length));
        fans = [.. model.Portfolios.Select(_ => new Fan?[variants.Length])];
    }

    /// <summary>
    /// The work of measuring every variant whose profits and drawdowns are there, and every effect between them. Each piece needs a buffer
    /// to sort in, none another piece: drawings are pieces of their own, for one portfolio held as it is has few others.
    /// </summary>
    public IEnumerable<Action<float[]>> PiecesOf(CaseOutcomes outcomes) =>
        Enumerable.Range(0, outcomes.Profits.Length).SelectMany(p => PiecesOf(outcomes, p));

    /// <summary>The results, once all pieces are done.</summary>
    public IReadOnlyList<PortfolioResult> Results =>
        [
            .. model.Portfolios.Select(
                (portfolio, p) =>
                    new PortfolioResult
                    {
                        Portfolio = portfolio,
                        Variants =
                        [
                            .. variants.Select(
                                (variant, v) =>
                                    new VariantResult
                                    {
                                        Variant = variant,
                                        Horizons =
                                        [
                                            .. Enumerable
                                                .Range(At(v, 0), scenario.Horizons.Count)
                                                .Select(at => cells[p][at] with { Histogram = histograms[p][at] }),
                                        ],
                                        Fan = fans[p][v],
                                    }
                            ),
                        ],
                        FollowingEffects = following[p],
                        RecommendationEffects = effects[p],
                    }
            ),
        ];

    private static bool IsHeadline(int variant) => variant < 2;

    private IEnumerable<Action<float[]>> PiecesOf(CaseOutcomes outcomes, int p)
    {
        var (profits, drawdowns) = (outcomes.Profits[p], outcomes.Drawdowns[p]);
        bool Has(int v, int h) => v < drawdowns.Length && drawdowns[v][h].Length > 0;
        for (var h = 0; h < (drawdowns.Length == 0 ? 0 : drawdowns[0].Length); h++)
        {
            var horizon = h;
            for (var v = 0; v < drawdowns.Length; v++)
            {
                var (variant, at) = (v, At(v, h));
                if (!Has(v, h))
                    continue;
                yield return buffer => cells[p][at] = Cell(outcomes, p, variant, horizon, buffer);
                if (IsHeadline(v))
                    yield return buffer =>
                        histograms[p][at] = HistogramCounting.Of(
                            profits[variant][horizon],
                            [.. profits.Take(2).Select(c => c[horizon])],
                            buffer
                        );
            }

            for (var r = 0; r < traded.Length; r++)
            {
                var recommendation = r;
                if (Has(OnlyOf(r), h))
                    yield return buffer => effects[p][At(recommendation, horizon)] = Of(profits, recommendation, horizon, buffer);
            }

            if (traded.Length > 0 && Has(1, h))
                yield return buffer =>
                    following[p][horizon] = EffectMeasuring.Of(profits[1][horizon], profits[0][horizon], buffer, replicates);
        }

        for (var v = 0; p < outcomes.PortfolioFans.Length && v < outcomes.PortfolioFans[p].Length; v++)
        {
            var (variant, columns) = (v, outcomes.PortfolioFans[p][v]);
            if (IsHeadline(v))
                yield return buffer => fans[p][variant] = FanDrawing.Of(columns, [.. Enumerable.Range(0, columns.Length)], grid, buffer);
        }
    }

    private int At(int which, int horizon) => (which * scenario.Horizons.Count) + horizon;

    /// <summary>The variant that follows only one recommendation; the next one follows all but it.</summary>
    private int OnlyOf(int recommendation) => traded.Length == 1 ? 1 : 2 + (2 * recommendation);

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

    private HorizonResult Cell(CaseOutcomes outcomes, int p, int v, int h, float[] buffer)
    {
        var horizon = scenario.Horizons[h];
        var profits = outcomes.Profits[p][v][h];
        var drawdowns = outcomes.Drawdowns[p][v][h];
        float[] unchanged = v == 0 ? [] : outcomes.Profits[p][0][h];
        var riskFree = Math.Exp(model.RiskFreeRate * horizon.Years) - 1;
        var headline = IsHeadline(v);
        return new HorizonResult
        {
            Horizon = horizon,
            Measures = ReplicateError.Measure(
                replicates,
                profits,
                drawdowns,
                unchanged,
                horizon.Years,
                riskFree,
                scenario.LargeLoss,
                buffer
            ),
            Profits = headline ? profits : default(ReadOnlyMemory<float>),
            Drawdowns = headline ? drawdowns : default(ReadOnlyMemory<float>),
        };
    }

    /// <summary>Alone: only it, against as held. Last: all, against all but it. With a single recommendation both are the same.</summary>
    private RecommendationEffect Of(float[][][] columns, int r, int h, float[] buffer)
    {
        var without = traded.Length == 1 ? columns[0] : columns[OnlyOf(r) + 1];
        return new RecommendationEffect(
            traded[r],
            scenario.Horizons[h],
            EffectMeasuring.Of(columns[OnlyOf(r)][h], columns[0][h], buffer, replicates),
            EffectMeasuring.Of(columns[1][h], without[h], buffer, replicates)
        );
    }
}
