using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Views;
using RiskEngine.Analysis.Views.Quantities;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring;

/// <summary>The base case under the scenario's views.</summary>
internal sealed class ViewMeasuring(Scenario scenario, TimeGrid grid, CaseOutcomes outcomes, ResolvedMeasuring resolved, int threads)
{
    /// <summary>What must be left of the number of scenarios; a stronger change would rest on too few paths.</summary>
    public const double SmallestShare = 0.01;

    private readonly Model model = scenario.Base.Model;
    private readonly OutcomeCube cube = outcomes.Cube;
    private readonly VariantSet variants = scenario.Base.Model.Variants;
    private readonly int paths = outcomes.Instruments.All[0].Length;

    /// <summary>The path probabilities under the views; the model's where there are none or one was refused.</summary>
    public PathWeights Weights { get; private set; }

    public ViewResults Of(IReadOnlyList<StatedView> stated)
    {
        var views = stated.SelectMany(s => Views(s).Select(v => (Stated: s, View: v))).ToArray();
        var result = EntropyPooling.Of([.. views.Select(v => v.View)], PathWeights.Equal, SmallestShare);
        double[] equal = [.. Enumerable.Repeat(1.0 / paths, paths)];
        if (result.Posterior is not { } posterior)
        {
            var refusal = result.Refusal!;
            return new ViewResults
            {
                Paths = paths,
                Views =
                [
                    .. stated.Select(s => new ViewResult(
                        s,
                        views.Where(v => v.Stated == s).Min(v => v.View.Quantity.Value(equal)),
                        double.NaN
                    )),
                ],
                Refused = new ViewRefused(
                    views.First(v => ReferenceEquals(v.View.Quantity, refusal.View.Quantity)).Stated,
                    refusal.Low,
                    refusal.High,
                    refusal.Alone
                ),
            };
        }

        Weights = posterior.Weights;
        GaussianCheck? Gaussian() =>
            GaussianChecking.Of(
                [
                    .. from v in views
                    where v.Stated.Quantity is ViewQuantity.Mean or ViewQuantity.Ranking
                    let model = v.View.Quantity.Value(equal)
                    where
                        v.View.Relation == ViewRelation.Equal
                        || (v.View.Relation == ViewRelation.AtLeast ? model < v.View.Target : model > v.View.Target)
                    select (v.Stated, v.View, ((MeanOf)v.View.Quantity).Outcomes()),
                ],
                [
                    .. from p in cube.Portfolios
                    from v in variants.Headline
                    select (model.Portfolios[p.Value], variants[v], cube.Profits(p, v, scenario.HeadlineHorizonIndex)[..paths]),
                ]
            );

        var held = posterior.Views.Zip(views, (h, v) => (v.Stated, Held: h)).ToArray();
        return new ViewResults
        {
            Paths = paths,
            Views =
            [
                .. stated.Select(s =>
                {
                    var tightest = held.Where(h => h.Stated == s).MinBy(h => h.Held.Posterior).Held;
                    return new ViewResult(s, tightest.Prior, tightest.Posterior);
                }),
            ],
            RelativeEntropy = posterior.RelativeEntropy,
            EffectiveScenarios = posterior.EffectiveScenarios,
            Portfolios = Portfolios(),
            FollowingEffects = Effects(),
            Gaussian = Gaussian(),
            Predictions = resolved.Predictions(paths, Weights),
        };
    }

    private IEnumerable<View> Views(StatedView stated)
    {
        var relation = stated.Bound switch
        {
            ViewBound.AtLeast => ViewRelation.AtLeast,
            ViewBound.AtMost => ViewRelation.AtMost,
            _ => ViewRelation.Equal,
        };
        if (stated.Quantity == ViewQuantity.Ranking)
        {
            return stated.On.Zip(
                stated.On.Skip(1),
                (better, worse) =>
                    new View(
                        stated.Id.Value,
                        MeanOf.Difference(Column(better, stated), Column(worse, stated)),
                        ViewRelation.AtLeast,
                        0,
                        stated.Confidence
                    )
            );
        }

        return [new View(stated.Id.Value, Quantity(stated), relation, stated.Target, stated.Confidence)];
    }

    private ViewedQuantity Quantity(StatedView stated) =>
        stated.Quantity switch
        {
            ViewQuantity.Mean => new MeanOf(Column(stated.On[0], stated)),
            ViewQuantity.Volatility => new VolatilityOf(Column(stated.On[0], stated)),
            ViewQuantity.Quantile => QuantileOf.Outcomes(Column(stated.On[0], stated), stated.Level),
            ViewQuantity.ValueAtRisk => QuantileOf.Losses(Column(stated.On[0], stated), stated.Level),
            ViewQuantity.ExpectedShortfall => new ExpectedShortfallOf(Column(stated.On[0], stated), stated.Level),
            ViewQuantity.Skewness => new SkewnessOf(Column(stated.On[0], stated)),
            ViewQuantity.Kurtosis => new KurtosisOf(Column(stated.On[0], stated)),
            ViewQuantity.Correlation => new CorrelationOf(Column(stated.On[0], stated), Column(stated.On[1], stated)),
            _ => new ProbabilityOf(Holds(stated)),
        };

    /// <summary>An instrument's profit, or a factor's value, at the view's horizon.</summary>
    private float[] Column(string id, StatedView stated)
    {
        var h = HorizonAt(stated);
        var factor = model.Factors.ToList().FindIndex(f => f.Id.Value == id);
        return factor >= 0
            ? outcomes.Factors[factor, h]
            : Array.ConvertAll(outcomes.Instruments[model.Instruments.ToList().FindIndex(i => i.Id.Value == id), h], value => value - 1);
    }

    private bool[] Holds(StatedView stated)
    {
        var prediction = resolved.Resolved(paths).FirstOrDefault(s => s.Prediction.Id.Value == stated.On[0]);
        if (prediction.Holds is { } holds)
            return holds;
        var occurrences = outcomes.FirstOccurrences[model.Events.ToList().FindIndex(e => e.Id.Value == stated.On[0])];
        var date = grid.IndexOf(scenario.Horizons[HorizonAt(stated).Value].Date);
        return [.. occurrences.Take(paths).Select(occurrence => occurrence > 0 && occurrence <= date)];
    }

    private HorizonIndex HorizonAt(StatedView stated) => new(scenario.Horizons.ToList().FindIndex(h => h.Id == stated.Horizon));

    private ViewedPortfolio[] Portfolios()
    {
        var cells = (from p in cube.Portfolios from v in variants.Headline from h in cube.Horizons select (p, v, h)).ToArray();
        var results = new ViewedPortfolio[cells.Length];
        Parallel.For(
            0,
            cells.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new float[SortedColumn.ScratchLength(paths)],
            (i, _, scratch) =>
            {
                var (p, v, h) = cells[i];
                results[i] = new ViewedPortfolio(
                    model.Portfolios[p.Value],
                    variants[v],
                    scenario.Horizons[h.Value],
                    Measured(p, v, h, scratch, default),
                    Measured(p, v, h, scratch, Weights)
                );
                return scratch;
            },
            _ => { }
        );
        return results;
    }

    private MeasureSet Measured(PortfolioIndex p, VariantIndex v, HorizonIndex h, float[] scratch, PathWeights weights)
    {
        var years = scenario.Horizons[h.Value].Years;
        var unchanged = v == VariantSet.AsHeld ? [] : cube.Profits(p, VariantSet.AsHeld, h).AsSpan(0, paths);
        return Measures.Of(
            cube.Profits(p, v, h).AsSpan(0, paths),
            cube.Drawdowns(p, v, h).AsSpan(0, paths),
            unchanged,
            years,
            Math.Exp(model.RiskFreeRate * years) - 1,
            scenario.LargeLoss,
            scratch,
            weights
        );
    }

    private ViewedEffect[] Effects()
    {
        var scratch = new float[SortedColumn.ScratchLength(paths)];
        return
        [
            .. from p in cube.Portfolios
            where variants.Traded.Count > 0
            from h in cube.Horizons
            let with = cube.Profits(p, variants.FollowingAll, h).AsMemory(0, paths)
            let without = cube.Profits(p, VariantSet.AsHeld, h).AsMemory(0, paths)
            select new ViewedEffect(
                model.Portfolios[p.Value],
                scenario.Horizons[h.Value],
                EffectMeasuring.Of(with.Span, without.Span, scratch),
                EffectMeasuring.Of(with.Span, without.Span, scratch, Weights)
            ),
        ];
    }
}
