using RiskEngine.Abstractions.Measures;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Data;

/// <summary>Turns views, worst cases and optimal weights into what results.json holds.</summary>
internal static class DecisionMapper
{
    public static ViewsData? Views(ViewResults? views) =>
        views is null
            ? null
            : new(
                views.Paths,
                [
                    .. views.Views.Select(v => new ViewData(
                        v.View.Id.Value,
                        v.View.Name,
                        [.. v.View.Claims.Select(c => c.ToString())],
                        Name(v.View.Quantity),
                        v.View.On,
                        v.View.Level,
                        v.View.Horizon.Value,
                        Name(v.View.Bound),
                        v.View.Target,
                        v.View.Confidence,
                        FigureData.Known(v.Model),
                        FigureData.Known(v.Posterior)
                    )),
                ],
                views.Refused is { } r
                    ? new RefusedData(r.View.Id.Value, FigureData.Known(r.Low), FigureData.Known(r.High), r.Alone)
                    : null,
                views.RelativeEntropy,
                views.EffectiveScenarios,
                [
                    .. views.Portfolios.Select(p => new ViewedPortfolioData(
                        p.Portfolio.Id.Value,
                        p.Variant.Id,
                        p.Horizon.Id.Value,
                        Measures(p.Model),
                        Measures(p.Posterior)
                    )),
                ],
                [
                    .. views.FollowingEffects.Select(e => new ViewedEffectData(
                        e.Portfolio.Id.Value,
                        e.Horizon.Id.Value,
                        CaseMapper.Effect(e.Model),
                        CaseMapper.Effect(e.Posterior)
                    )),
                ],
                views.Gaussian is { } g
                    ? new GaussianCheckData(
                        [.. g.Views.Select(v => v.Id.Value)],
                        [
                            .. g.Portfolios.Select(p => new GaussianMeanData(
                                p.Portfolio.Id.Value,
                                p.Variant.Id,
                                p.Model,
                                p.Formula,
                                p.Pooled
                            )),
                        ]
                    )
                    : null,
                [
                    .. views.Predictions.Select(p => new ViewedPredictionData(
                        p.Thesis.Id.Value,
                        p.Prediction.Id.Value,
                        FigureData.From(p.Probability)
                    )),
                ]
            );

    public static UncertaintyData? Uncertainty(UncertaintyResults? uncertainty) =>
        uncertainty is null
            ? null
            : new(
                uncertainty.Horizon.Id.Value,
                uncertainty.Radii,
                uncertainty.DetectionErrors,
                [
                    .. uncertainty.WorstCases.Select(w => new WorstCasesData(
                        w.Portfolio.Id.Value,
                        w.Variant.Id,
                        [.. w.Es95.Select(FigureData.From)],
                        [.. w.Mean.Select(FigureData.From)]
                    )),
                ],
                [
                    .. uncertainty.Turnings.Select(t => new TurningData(
                        t.Portfolio.Id.Value,
                        t.Horizon.Id.Value,
                        FigureData.From(t.Effect),
                        FigureData.From(t.Radius),
                        FigureData.Known(t.Deviations),
                        FigureData.Known(t.DetectionError)
                    )),
                ]
            );

    public static OptimiserData? Optimiser(OptimiserResults? optimiser) =>
        optimiser is null
            ? null
            : new(
                optimiser.Horizon.Id.Value,
                optimiser.Paths,
                [.. optimiser.Instruments.Select(i => i.Id.Value)],
                optimiser.Caps,
                [.. optimiser.Frontier.Select(Weights)],
                [.. optimiser.MeanVariance.Select(Weights)],
                Weights(optimiser.RiskParity),
                [
                    .. optimiser.Portfolios.Select(p => new OptimisedPortfolioData(
                        p.Portfolio.Id.Value,
                        Weights(p.AsHeld),
                        Weights(p.FollowingAll),
                        p.SameMean is null ? null : Weights(p.SameMean),
                        p.Advice is { } a
                            ? new AdviceMixData(
                                a.Shares.ToDictionary(s => s.Recommendation.Id.Value, s => s.Share),
                                a.Mean,
                                a.Es95,
                                a.Gap,
                                FigureData.From(a.Regret)
                            )
                            : null
                    )),
                ]
            );

    private static WeightsData Weights(OptimalWeights w) => new(w.Weights, w.Mean, w.Es95, FigureData.Known(w.Gap));

    private static Dictionary<string, FigureData> Measures(MeasureSet measures) =>
        measures.ToDictionary(m => m.Key.Id, m => FigureData.From(m.Value));

    /// <summary>The word of an enumeration as files write it.</summary>
    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString() is var word ? char.ToLowerInvariant(word[0]) + word[1..] : "";
}
