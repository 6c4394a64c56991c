using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Tests.Samples;

/// <summary>Made-up views, worst cases and optimal weights of the sample scenario.</summary>
internal static class SampleDecisions
{
    private static readonly Variant held = new(VariantKind.AsHeld, null);
    private static readonly Variant following = new(VariantKind.FollowingAll, null);

    public static ViewResults Views(Scenario scenario, IReadOnlyList<PredictionResult> predictions, LocalText? hostile) =>
        new()
        {
            Paths = 200,
            Views =
            [
                new(View(scenario, "mean", ViewQuantity.Mean, 0.1, hostile, scenario.Base.Model.Instruments[0].Id.Value), 0.05, 0.1),
                new(
                    View(scenario, "likely", ViewQuantity.Probability, 0.8, null, predictions[0].Prediction.Id.Value) with
                    {
                        Bound = ViewBound.AtLeast,
                    },
                    0.41,
                    0.8
                ),
                new(
                    View(
                        scenario,
                        "order",
                        ViewQuantity.Ranking,
                        0,
                        null,
                        [.. scenario.Base.Model.Instruments.Take(2).Select(i => i.Id.Value)]
                    ),
                    -0.01,
                    0
                ),
                new(
                    View(scenario, "tail", ViewQuantity.ExpectedShortfall, 0.5, null, scenario.Base.Model.Instruments[0].Id.Value) with
                    {
                        Level = 0.95,
                        Bound = ViewBound.AtMost,
                    },
                    0.4,
                    0.4
                ),
            ],
            RelativeEntropy = 0.2,
            EffectiveScenarios = 163.7,
            Portfolios =
            [
                .. from portfolio in scenario.Base.Model.Portfolios
                from variant in new[] { held, following }
                from horizon in scenario.Horizons
                select new ViewedPortfolio(portfolio, variant, horizon, Measures(0.05), Measures(0.08)),
            ],
            FollowingEffects =
            [
                .. scenario.Base.Model.Portfolios.SelectMany(p =>
                    scenario.Horizons.Select(h => new ViewedEffect(p, h, Effect(0.01), Effect(0.02)))
                ),
            ],
            Gaussian = new GaussianCheck(
                [View(scenario, "mean", ViewQuantity.Mean, 0.1, hostile, scenario.Base.Model.Instruments[0].Id.Value)],
                [new GaussianMean(scenario.Base.Model.Portfolios[0], held, 0.05, 0.0712, 0.0734)]
            ),
            Predictions = predictions,
        };

    public static ViewResults Refused(ViewResults views) =>
        views with
        {
            Views = [.. views.Views.Select(v => v with { Posterior = double.NaN })],
            Refused = new ViewRefused(views.Views[0].View, -0.5, 0.4, Alone: true),
            Portfolios = [],
            FollowingEffects = [],
            Gaussian = null,
            Predictions = [],
        };

    public static UncertaintyResults Uncertainty(Scenario scenario) =>
        new()
        {
            Horizon = scenario.Horizons[1],
            Radii = [0, 0.02, 0.5],
            DetectionErrors = [0.5, 0.46, 0.31],
            WorstCases =
            [
                .. from portfolio in scenario.Base.Model.Portfolios
                from variant in new[] { held, following }
                select new WorstCases(
                    portfolio,
                    variant,
                    [.. new[] { 0.4, 0.5, 0.7 }.Select(x => Estimate.Normal(x, 0.001))],
                    [.. new[] { 0.05, 0.01, -0.1 }.Select(x => Estimate.Normal(x, 0.001))]
                ),
            ],
            Turnings =
            [
                .. scenario.Base.Model.Portfolios.SelectMany(p =>
                    scenario.Horizons.Select(
                        (h, i) =>
                            i == 0
                                ? new Turning(p, h, Estimate.Normal(0.01, 0.001), Estimate.NotAvailable, double.NaN, double.NaN)
                                : new Turning(p, h, Estimate.Normal(-0.01, 0.001), Estimate.Normal(0.02, 0.002), 0.2, 0.46)
                    )
                ),
            ],
        };

    public static OptimiserResults Optimiser(Scenario scenario)
    {
        var instruments = scenario.Base.Model.Instruments;
        double[] weights = [.. instruments.Select((_, i) => i == 0 ? 0.7 : 0.3 / (instruments.Count - 1))];
        var best = new OptimalWeights(weights, 0.06, 0.2, 0.00008);
        var mix = new AdviceMix(
            [.. scenario.Base.Model.Recommendations.Where(r => r.IsTraded).Select(r => new AdviceShare(r, 0.6))],
            0.05,
            0.3,
            0.00005,
            Estimate.Normal(0.52, 0.001)
        );
        return new OptimiserResults
        {
            Horizon = scenario.Horizons[1],
            Paths = 200,
            Instruments = instruments,
            Caps = [.. instruments.Select(_ => 0.7)],
            MeanVariance = [.. Enumerable.Range(0, 6).Select(i => best with { Mean = 0.04 + (0.01 * i), Es95 = 0.11 + (0.02 * i * i) })],
            Frontier = [.. Enumerable.Range(0, 6).Select(i => best with { Mean = 0.04 + (0.01 * i), Es95 = 0.1 + (0.02 * i * i) })],
            RiskParity = best with { Gap = double.NaN },
            Portfolios =
            [
                .. scenario.Base.Model.Portfolios.Select(p => new OptimisedPortfolio
                {
                    Portfolio = p,
                    AsHeld = best with { Es95 = 0.5, Gap = double.NaN },
                    FollowingAll = best with { Es95 = 0.4, Gap = double.NaN },
                    SameMean = best,
                    Advice = mix,
                }),
            ],
        };
    }

    private static StatedView View(
        Scenario scenario,
        string id,
        ViewQuantity quantity,
        double target,
        LocalText? hostile,
        params string[] on
    ) =>
        new()
        {
            Id = new(id),
            Name = hostile ?? new LocalText($"The view {id}", $"观点 {id}"),
            Claims = [new ClaimRef(scenario.Base.Model.Theses[0].Id, scenario.Base.Model.Theses[0].Claims[0].Id)],
            Quantity = quantity,
            On = on,
            Horizon = scenario.Horizons[1].Id,
            Bound = ViewBound.Is,
            Target = target,
            Confidence = 0.5,
        };

    private static MeasureSet Measures(double mean) =>
        new(MeasureKinds.All.Select(k => KeyValuePair.Create(k, Estimate.Normal(mean, 0.001))));

    private static Effect Effect(double mean) =>
        new(Estimate.Normal(mean, 0.0002), Estimate.Normal(-2 * mean, 0.0005), Estimate.Normal(-mean, 0.0004));
}
