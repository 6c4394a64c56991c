using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Tests.Samples;

/// <summary>Made-up attribution of the sample results.</summary>
internal static class SampleAttribution
{
    public static RiskResults With(RiskResults results)
    {
        var scenario = results.Scenario;
        var model = scenario.Base.Model;
        var (portfolio, thesis, horizon) = (model.Portfolios[0], model.Theses[0], scenario.Horizons[^1]);
        var (held, following) = (new Variant(VariantKind.AsHeld, null), new Variant(VariantKind.FollowingAll, null));
        var claim = thesis.Claims[0];
        return results with
        {
            Attribution = new AttributionResults
            {
                Contributions =
                [
                    .. new[] { held, following }.Select(v => new ContributionResult(
                        portfolio,
                        v,
                        horizon,
                        1000,
                        new RiskTotals(0.2, 0.3, 0.4),
                        [
                            Part(RiskPartKind.Position, "alpha", 0.3) with
                            {
                                Presence = Effect(0.1),
                            },
                            Part(RiskPartKind.Position, "beta", 0.1),
                        ],
                        [Part(RiskPartKind.Group, "chips", 0.4)],
                        [
                            Part(RiskPartKind.Factor, "market", 0.45),
                            Part(RiskPartKind.Factor, "tiny", 1e-6),
                            Part(RiskPartKind.Mean, "", -0.05),
                        ],
                        0.9
                    )),
                ],
                ContributionsWithViews =
                [
                    new ContributionResult(
                        portfolio,
                        held,
                        horizon,
                        1000,
                        new RiskTotals(0.2, 0.3, 0.5),
                        [Part(RiskPartKind.Position, "alpha", 0.5)],
                        [],
                        [],
                        0
                    ),
                ],
                Shapley =
                [
                    new(
                        ShapleyOver.Risks,
                        portfolio,
                        held,
                        horizon,
                        8192,
                        true,
                        [new("one", Same("First risk"), Effect(0.02)), new("two", Same("Second risk"), Effect(0.01))],
                        [new("one", "two", Figure(0.001), Figure(0.02))]
                    ),
                    new(
                        ShapleyOver.Recommendations,
                        portfolio,
                        following,
                        horizon,
                        1000,
                        false,
                        [new("buy", Same("Some advice"), Effect(-0.02))],
                        []
                    ),
                ],
                Claims =
                [
                    new(
                        thesis,
                        claim,
                        [new(ClaimUseKind.Forecast, "market", Same("A market")), new(ClaimUseKind.Check, "sum", Same("A sum"))],
                        [new(portfolio, held, horizon, Effect(-0.01)), new(portfolio, following, horizon, Effect(-0.03))],
                        8192
                    ),
                ],
                PredictionTimings =
                [
                    .. thesis
                        .Predictions.Take(1)
                        .Select(p => new PredictionTiming(thesis, p, [scenario.AsOf, p.Date], [Estimate.Exact(0), Figure(0.4)])),
                ],
                Indicators =
                [
                    .. thesis
                        .Indicators.Take(1)
                        .Select(i => new IndicatorInformation(
                            thesis,
                            i,
                            thesis.Predictions,
                            Figure(0.4),
                            horizon,
                            [
                                new(ReadingKind.MostInformative, 0.5, Side(portfolio, 0.7), Side(portfolio, 0.2)),
                                new(ReadingKind.Confirms, 0.6, Side(portfolio, 0.6), Side(portfolio, 0.3)),
                            ]
                        )),
                ],
                ReverseStress =
                [
                    new(
                        portfolio,
                        held,
                        horizon,
                        0.45,
                        false,
                        Figure(0.01),
                        300,
                        0.8,
                        2.5,
                        [.. model.Factors.Take(1).Select(f => new StressMove(f, 1, 0.7, Figure(-2), -1.8))],
                        -0.6,
                        [new(OccurrenceKind.Risk, "one", Same("First risk"), Figure(0.7), Figure(0.05), Estimate.FromInterval(14, 12, 16))],
                        [
                            new(
                                [new ClaimRef(thesis.Id, claim.Id)],
                                ClaimFailure.ForecastFallsShort,
                                Figure(0.9),
                                Figure(0.4),
                                Estimate.FromInterval(2.2, 2, 2.4)
                            ),
                        ],
                        new([0], 0.9, 0.2),
                        new RepresentativePath(
                            7,
                            [
                                new(scenario.AsOf, 1, [], []),
                                new(
                                    horizon.Date,
                                    0.5,
                                    [new(OccurrenceKind.Risk, Same("First risk"))],
                                    [.. model.Factors.Take(1).Select(f => new PathFactorMove(f, 0.7, -2.1))]
                                ),
                            ]
                        )
                    ),
                    new(
                        portfolio,
                        held,
                        horizon,
                        0.9,
                        true,
                        Figure(0.0001),
                        3,
                        0.91,
                        double.NaN,
                        [],
                        double.NaN,
                        [],
                        [],
                        new([], 0, 0),
                        null
                    ),
                ],
            },
        };
    }

    private static LocalText Same(string text) => LocalText.Same(text);

    private static Estimate Figure(double value) => Estimate.Normal(value, Math.Abs(value) / 20);

    private static Effect Effect(double value) => new(Figure(value), Figure(-value), Figure(-value));

    private static RiskPart Part(RiskPartKind kind, string id, double value) =>
        new(kind, id, Same(id), kind == RiskPartKind.Position ? 0.5 : null, Figure(value / 2), Figure(value), Figure(value));

    private static ReadingSide Side(Abstractions.Portfolios.Portfolio portfolio, double probability) =>
        new(Figure(0.5), Figure(probability), [new(portfolio, Figure(0.05), Figure(0.01))]);
}
