using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Data;

/// <summary>Turns one case's results into what results.json holds.</summary>
internal static class CaseMapper
{
    public static CaseData Map(CaseResult result, IReadOnlyList<Horizon> horizons) =>
        new(
            result.Case.Id.Value,
            result.Case.Name,
            [.. result.Case.Overrides.Select(o => new OverrideData(o.Path, o.From, o.To))],
            [.. result.Portfolios.Select(Portfolio)],
            [
                .. result.Predictions.Select(p => new PredictionData(
                    p.Thesis.Id.Value,
                    p.Prediction.Id.Value,
                    p.Prediction.Name,
                    p.Prediction.Claim.ToString(),
                    p.Prediction.Date,
                    FigureData.From(p.Probability),
                    [.. p.Parts.Select(FigureData.From)]
                )),
            ],
            [
                .. result.Indicators.Select(i => new IndicatorData(
                    i.Thesis.Id.Value,
                    i.Indicator.Id.Value,
                    i.Indicator.Name,
                    i.Indicator.Factor.Value,
                    i.Indicator.Date,
                    FigureData.From(i.Median),
                    Figure(i.Confirms),
                    Figure(i.Refutes)
                )),
            ],
            [
                .. result.Factors.Select(f => new FactorData(
                    f.Factor.Id.Value,
                    f.Factor.Name,
                    f.Factor.Unit,
                    f.Scale == FactorScale.Log ? "log" : "level",
                    Fan(f.Fan)
                )),
            ],
            [.. result.Events.Select(e => Event(e, horizons))],
            [
                .. result.PrivateCompanies.Select(c => new CompanyData(
                    c.Company.Id.Value,
                    c.Horizon?.Id.Value,
                    FigureData.From(c.Listed),
                    FigureData.From(c.Sold),
                    FigureData.From(c.Failed),
                    FigureData.From(c.StillPrivate),
                    FigureData.From(c.DownRounds)
                )),
            ],
            [
                .. result.Margins.Select(m => new MarginData(
                    m.Portfolio.Id.Value,
                    m.Portfolio.Maintenance!.Value,
                    FigureData.Known(m.EquityRatio),
                    m.Calls.ToDictionary(c => c.Horizon.Id.Value, c => FigureData.From(c.Probability))
                )),
            ]
        );

    public static EffectData Effect(Effect effect) =>
        new(FigureData.From(effect.Mean), FigureData.From(effect.Es95), FigureData.From(effect.LossProbability));

    private static FigureData? Figure(Abstractions.Measures.Estimate? estimate) => estimate is { } found ? FigureData.From(found) : null;

    private static EventData Event(EventResult result, IReadOnlyList<Horizon> horizons) =>
        new(
            result.Event.Id.Value,
            result.Event.Name,
            result.Event.Probability,
            horizons
                .Select((h, i) => (h.Id.Value, Figure: FigureData.From(result.Probability[i])))
                .ToDictionary(p => p.Value, p => p.Figure),
            FigureData.From(result.ByEnd)
        );

    private static PortfolioFigures Portfolio(PortfolioResult result) =>
        new(
            result.Portfolio.Id.Value,
            [
                .. result.Variants.Select(v => new VariantData(
                    v.Variant.Id,
                    [
                        .. v.Horizons.Select(h => new HorizonFigures(
                            h.Horizon.Id.Value,
                            h.Measures.ToDictionary(m => m.Key.Id, m => FigureData.From(m.Value)),
                            Histogram(h.Histogram)
                        )),
                    ],
                    v.Fan is null ? null : Fan(v.Fan)
                )),
            ],
            result
                .FollowingEffects.Select((e, h) => (result.AsHeld.Horizons[h].Horizon.Id.Value, Effect: Effect(e)))
                .ToDictionary(p => p.Value, p => p.Effect),
            [
                .. result.RecommendationEffects.Select(e => new RecommendationEffectData(
                    e.Recommendation.Id.Value,
                    e.Horizon.Id.Value,
                    Effect(e.Alone),
                    Effect(e.Last)
                )),
            ]
        );

    private static HistogramData? Histogram(Histogram? h) => h is null ? null : new(h.Low, h.Width, h.Counts, h.Below, h.Above);

    private static FanData Fan(Fan fan) =>
        new(fan.Dates, Known(fan.Q05), Known(fan.Q25), Known(fan.Median), Known(fan.Q75), Known(fan.Q95));

    private static List<double?> Known(IReadOnlyList<double> values) => [.. values.Select(FigureData.Known)];
}
