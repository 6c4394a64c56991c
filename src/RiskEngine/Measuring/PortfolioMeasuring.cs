using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>From a world's columns to the results of its portfolios, pass by pass.</summary>
internal sealed class PortfolioMeasuring
{
    private readonly Scenario scenario;
    private readonly Model model;
    private readonly SortingRoom room;
    private readonly int replicates;
    private readonly Recommendation[] traded;
    private readonly Variant[] variants;
    private readonly HorizonResult[][] cells;
    private readonly Effect[][] following;
    private readonly RecommendationEffect[][] effects;

    public PortfolioMeasuring(Scenario scenario, Model model, SortingRoom room)
    {
        this.scenario = scenario;
        this.model = model;
        this.room = room;
        replicates = new PathSampling(scenario.Simulation.Sampling, scenario.Simulation.Paths).Replicates;
        traded = [.. model.Recommendations.Where(r => r.IsTraded)];
        variants = Variants();
        T[][] Each<T>(int count) => [.. model.Portfolios.Select(_ => new T[count * scenario.Horizons.Count])];
        (cells, following, effects) = (Each<HorizonResult>(variants.Length), Each<Effect>(Math.Min(1, traded.Length)), Each<RecommendationEffect>(traded.Length));
    }

    /// <summary>Measures every variant whose profits and drawdowns are there, and every effect between them.</summary>
    public void Add(WorldOutcomes outcomes)
    {
        for (var p = 0; p < outcomes.Profits.Length; p++)
        {
            var (portfolio, horizons) = (p, outcomes.Drawdowns[p].Length == 0 ? 0 : outcomes.Drawdowns[p][0].Length);
            bool Has(int v, int h) => outcomes.Drawdowns[portfolio][v][h].Length > 0;
            (int V, int H)[] measured = [.. from v in Enumerable.Range(0, outcomes.Drawdowns[p].Length) from h in Enumerable.Range(0, horizons) where Has(v, h) select (v, h)];
            room.For(measured.Length, (at, buffer) =>
            {
                var (v, h) = measured[at];
                cells[portfolio][At(v, h)] = Cell(outcomes, portfolio, v, h, buffer);
            });
            (int R, int H)[] paired = [.. from r in Enumerable.Range(0, traded.Length) from h in Enumerable.Range(0, horizons) where OnlyOf(r) < outcomes.Drawdowns[p].Length && Has(OnlyOf(r), h) select (r, h)];
            room.For(paired.Length, (at, buffer) =>
            {
                var (r, h) = paired[at];
                effects[portfolio][At(r, h)] = Of(outcomes.Profits[portfolio], r, h, buffer);
            });
            int[] followed = [.. Enumerable.Range(0, traded.Length == 0 ? 0 : horizons).Where(h => Has(1, h))];
            room.For(followed.Length, (at, buffer) =>
            {
                var h = followed[at];
                following[portfolio][h] = EffectMeasuring.Of(outcomes.Profits[portfolio][1][h], outcomes.Profits[portfolio][0][h], buffer, replicates);
            });
        }
    }

    /// <summary>The results, once all columns were measured.</summary>
    public IReadOnlyList<PortfolioResult> Results(float[][][][] fans, TimeGrid grid) =>
    [
        .. model.Portfolios.Select((portfolio, p) => new PortfolioResult
        {
            Portfolio = portfolio,
            Variants =
            [
                .. variants.Select((variant, v) => new VariantResult
                {
                    Variant = variant,
                    Horizons = cells[p][At(v, 0)..At(v + 1, 0)],
                    Fan = v < fans[p].Length && v < 2 ? FanDrawing.Of(fans[p][v], [.. Enumerable.Range(0, fans[p][v].Length)], grid) : null,
                }),
            ],
            FollowingEffects = following[p],
            RecommendationEffects = effects[p],
        }),
    ];

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

    private HorizonResult Cell(WorldOutcomes outcomes, int p, int v, int h, float[] buffer)
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
            Measures = ReplicateError.Measure(replicates, profits, drawdowns, unchanged, horizon.Years, riskFree, scenario.LargeLoss, buffer),
            Histogram = headline ? HistogramCounting.Of(profits, outcomes.Profits[p].Take(2).Select(c => c[h]).ToArray(), buffer) : null,
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
            EffectMeasuring.Of(columns[1][h], without[h], buffer, replicates));
    }
}
