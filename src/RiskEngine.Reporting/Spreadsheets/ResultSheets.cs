using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Spreadsheets;

/// <summary>A run's results as sheets, under the names that results.json gives them; what a run does not have gives no sheet.</summary>
internal static class ResultSheets
{
    private static readonly string[] effect =
    [
        "mean",
        "mean standardError",
        "mean low",
        "mean high",
        "es95",
        "es95 standardError",
        "es95 low",
        "es95 high",
        "lossProbability",
        "lossProbability standardError",
        "lossProbability low",
        "lossProbability high",
    ];

    /// <summary>The sheets.</summary>
    public static IReadOnlyList<Sheet> Of(RiskResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Sheet[] sheets =
        [
            Measures(results),
            FollowingEffects(results),
            RecommendationEffects(results),
            EventEffects(results),
            Predictions(results),
            Contributions(results),
            Shapley(results),
            Instruments(results),
            Limits(results),
            Sources(results),
            Notices(results),
        ];
        return [.. sheets.Where(s => s.Rows.Count > 0)];
    }

    private static Sheet Measures(RiskResults results) =>
        new(
            "measures",
            ["portfolio", "variant", "case", "horizon", "measure", "value", "standardError", "low", "high"],
            [
                .. results
                    .Rows()
                    .Where(r => r.Variant == HeadlineVariant.AsHeld.Id() || r.Variant == HeadlineVariant.FollowingAll.Id())
                    .Select(r =>
                        (IReadOnlyList<object?>)[r.Portfolio, r.Variant, r.Case, r.Horizon, r.Measure, r.Value, r.Error, r.Low, r.High]
                    ),
            ]
        );

    private static Sheet FollowingEffects(RiskResults results) =>
        new(
            "followingEffects",
            ["case", "portfolio", "horizon", .. effect],
            [
                .. from simulated in results.Cases
                from portfolio in simulated.Portfolios
                from at in portfolio.FollowingEffects.Select((e, i) => (Effect: e, portfolio.AsHeld.Horizons[i].Horizon))
                select (IReadOnlyList<object?>)
                    [simulated.Case.Id.Value, portfolio.Portfolio.Id.Value, at.Horizon.Id.Value, .. Cells(at.Effect)],
            ]
        );

    private static Sheet RecommendationEffects(RiskResults results) =>
        new(
            "recommendationEffects",
            ["case", "portfolio", "horizon", "recommendation", "name", "order", .. effect],
            [
                .. from simulated in results.Cases
                from portfolio in simulated.Portfolios
                from e in portfolio.RecommendationEffects
                from of in new[] { ("alone", e.Alone), ("last", e.Last) }
                select (IReadOnlyList<object?>)
                    [
                        simulated.Case.Id.Value,
                        portfolio.Portfolio.Id.Value,
                        e.Horizon.Id.Value,
                        e.Recommendation.Id.Value,
                        e.Recommendation.Name.English,
                        of.Item1,
                        .. Cells(of.Item2),
                    ],
            ]
        );

    private static Sheet EventEffects(RiskResults results) =>
        new(
            "eventEffects",
            ["event", "name", "portfolio", "variant", "horizon", .. effect],
            [
                .. results.EventEffects.Select(e =>
                    (IReadOnlyList<object?>)
                        [e.Event.Id.Value, e.Event.Name.English, e.Portfolio.Id.Value, e.Variant.Id, e.Horizon.Id.Value, .. Cells(e.Effect)]
                ),
            ]
        );

    private static Sheet Predictions(RiskResults results) =>
        new(
            "predictions",
            ["case", "thesis", "prediction", "name", "date", "probability", "standardError", "low", "high"],
            [
                .. from simulated in results.Cases
                from p in simulated.Predictions
                select (IReadOnlyList<object?>)
                    [
                        simulated.Case.Id.Value,
                        p.Thesis.Id.Value,
                        p.Prediction.Id.Value,
                        p.Prediction.Name.English,
                        p.Prediction.Date,
                        .. Cells(p.Probability),
                    ],
            ]
        );

    private static Sheet Contributions(RiskResults results) =>
        new(
            "contributions",
            ["portfolio", "variant", "horizon", "list", "kind", "id", "weight", "volatility", "var95", "es95", "es95 low", "es95 high"],
            [
                .. from c in results.Attribution?.Contributions ?? []
                from list in new[] { ("positions", c.Positions), ("groups", c.Groups), ("factors", c.Factors) }
                from p in list.Item2
                select (IReadOnlyList<object?>)
                    [
                        c.Portfolio.Id.Value,
                        c.Variant.Id,
                        c.Horizon.Id.Value,
                        list.Item1,
                        $"{p.Kind}".ToLowerInvariant(),
                        p.Id,
                        p.Weight,
                        p.Volatility.Value,
                        p.Var95.Value,
                        p.Es95.Value,
                        p.Es95.Low,
                        p.Es95.High,
                    ],
            ]
        );

    private static Sheet Shapley(RiskResults results) =>
        new(
            "shapley",
            ["over", "portfolio", "variant", "horizon", "id", "name", .. effect],
            [
                .. from s in results.Attribution?.Shapley ?? []
                from share in s.Shares
                select (IReadOnlyList<object?>)
                    [
                        $"{s.Over}".ToLowerInvariant(),
                        s.Portfolio.Id.Value,
                        s.Variant.Id,
                        s.Horizon.Id.Value,
                        share.Id,
                        share.Name.English,
                        .. Cells(share.Share),
                    ],
            ]
        );

    private static Sheet Instruments(RiskResults results) =>
        new(
            "instruments",
            ["instrument", "name", "kind", "riskFree", "premium", "notPricedIn", "events", "expected", "volatility", "simulatedVolatility"],
            [
                .. results.Instruments.Select(i =>
                    (IReadOnlyList<object?>)
                        [
                            i.Instrument.Id.Value,
                            i.Instrument.Name.English,
                            $"{i.Instrument.Kind}".ToLowerInvariant(),
                            i.RiskFree,
                            i.Premium,
                            i.NotPricedIn,
                            i.Events.Value,
                            i.Expected.Value,
                            i.Volatility,
                            i.SimulatedVolatility.Value,
                        ]
                ),
            ]
        );

    private static Sheet Limits(RiskResults results) =>
        new(
            "limits",
            ["measure", "horizon", "portfolio", "variant", "case", "below", "above", "measured", "low", "high", "holds"],
            [
                .. results.Limits.Select(l =>
                    (IReadOnlyList<object?>)
                        [
                            l.Limit.Measure,
                            l.Limit.Horizon.Value,
                            l.Limit.Portfolio.Value,
                            l.Limit.Variant.Id(),
                            l.Limit.Case.Value,
                            l.Limit.Below,
                            l.Limit.Above,
                            l.Measured.Value,
                            l.Measured.Low,
                            l.Measured.High,
                            l.Holds,
                        ]
                ),
            ]
        );

    private static Sheet Sources(RiskResults results) =>
        new(
            "sources",
            ["path", "value", "kind", "reason", "理由", "file", "line"],
            [.. results.Scenario.Ledger.Select(a => (IReadOnlyList<object?>)[a.Path, a.Value, .. Reason(a.Source), a.File, a.Line])]
        );

    private static object?[] Reason(Source source) =>
        source switch
        {
            FromArticle article => ["article", $"{article.Thesis}/{article.Claim}", $"{article.Thesis}/{article.Claim}"],
            Calibrated calibrated => ["calibrated", calibrated.Calibration.Value, calibrated.Calibration.Value],
            Judgement judgement => ["judgement", judgement.Reason.English, judgement.Reason.Chinese],
            _ => ["not stated", null, null],
        };

    private static Sheet Notices(RiskResults results) =>
        new(
            "notices",
            ["severity", "location", "message"],
            [.. results.Notices.Select(n => (IReadOnlyList<object?>)[$"{n.Severity}".ToLowerInvariant(), n.Location.ToString(), n.Message])]
        );

    private static object?[] Cells(Effect e) => [.. Cells(e.Mean), .. Cells(e.Es95), .. Cells(e.LossProbability)];

    private static object?[] Cells(Estimate e) => [e.Value, e.StandardError, e.Low, e.High];
}
