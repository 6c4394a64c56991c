using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>
/// What carries the answer: contributions, shared effects, claims, indicators and tail paths, held against what is known of small scenarios.
/// </summary>
public sealed class AttributionTests
{
    private const int Paths = 20_000;

    // Two shares on one factor, one of them hit by two events, a private stake, and advice.
    private static readonly SmallScenario small = new SmallScenario()
        .Until("3m", "1y")
        .RiskFree(0.03)
        .With(Factors.Brownian("m", 0.2), Factors.Brownian("n", 0.1))
        .Correlate("m", "n", 0.3)
        .With(
            Instruments.Equity("a", 0.3, ("m", 1)),
            Instruments.Equity("b", 0.25, ("m", 0.5), ("n", 1)),
            Instruments.Private("c", 0.5, [Instruments.Exit(ExitRoute.Failure, 0.2, 0)])
        )
        .With(
            Events.Of("flood", 0.3, "0d", "1y", Events.Hits(-0.3, "a")),
            Events.Of("fire", 0.2, "0d", "1y", Events.Hits(-0.2, "a"), Events.Hits(-0.1, "b"))
        )
        .With(Advice.Buy("buy-b", 0.1, "0d", "1y", ("b", 1)), Advice.Buy("buy-a", 0.05, "3m", "1y", ("a", 1)))
        .Hold("p", ("a", 0.6), ("b", 0.3), ("c", 0.1))
        .Hold("q", ("b", 1))
        .Watch("m", "3m", confirms: new Threshold(Side.Above, 1.05))
        .Predict("rises", "1y", new FactorCondition(new("m"), Side.Above, 1));

    private static readonly RiskResults results = Runs.Of(small, Paths);
    private static readonly AttributionResults found = results.Attribution!;

    [Test]
    public void Every_split_adds_up_to_the_reported_measures()
    {
        foreach (var split in found.Contributions)
        {
            var portfolio = results.Base.Portfolios.First(p => p.Portfolio.Id == split.Portfolio.Id);
            var measures = (split.Variant.Kind == VariantKind.AsHeld ? portfolio.AsHeld : portfolio.FollowingAll).Horizons[1].Measures;
            foreach (var parts in (IReadOnlyList<RiskPart>[])[split.Positions, split.Groups, split.Factors])
            {
                using (Assert.EnterMultipleScope())
                {
                    Assert.That(parts.Sum(p => p.Es95.Value), Is.EqualTo(measures.Es95.Value).Within(2e-6));
                    Assert.That(parts.Sum(p => p.Var95.Value), Is.EqualTo(measures.Var95.Value).Within(2e-6));
                    Assert.That(parts.Sum(p => p.Volatility.Value), Is.EqualTo(split.Total.Volatility).Within(1e-6));
                }
            }
        }
    }

    [Test]
    public void Under_views_the_split_adds_up_to_the_measure_under_the_views()
    {
        var view = new StatedView
        {
            Id = new("dull"),
            Name = LocalText.Same("a earns nothing"),
            Quantity = ViewQuantity.Mean,
            On = ["a"],
            Horizon = new("1y"),
            Bound = ViewBound.Is,
            Target = 0,
        };
        var viewed = Runs.Engine.Run(small.Build(Paths) with { Views = [view] }, new RunOptions { Threads = 2 });
        var split = viewed.Attribution!.ContributionsWithViews.First(c =>
            c.Portfolio.Id.Value == "p" && c.Variant.Kind == VariantKind.AsHeld
        );
        var posterior = viewed
            .Views!.Portfolios.First(p => p.Portfolio.Id.Value == "p" && p.Variant.Kind == VariantKind.AsHeld && p.Horizon.Id.Value == "1y")
            .Posterior;
        Assert.That(split.Positions.Sum(p => p.Es95.Value), Is.EqualTo(posterior.Es95.Value).Within(1e-5));
        Assert.That(split.Factors.Sum(p => p.Var95.Value), Is.EqualTo(posterior.Var95.Value).Within(1e-5));
        Assert.That(found.ContributionsWithViews, Is.Empty, "there are no views");
    }

    [Test]
    public void A_position_s_presence_is_what_holding_cash_instead_would_change()
    {
        var only = found.Contributions.First(c => c.Portfolio.Id.Value == "q" && c.Variant.Kind == VariantKind.AsHeld);
        var measures = results.Base.Portfolios[1].AsHeld.Horizons[1].Measures;
        var cash = Math.Exp(0.03 * results.Scenario.Horizons[1].Years) - 1;
        Assert.That(only.Positions.Single().Presence!.Mean.Value, Is.EqualTo(measures.Mean.Value - cash).Within(1e-6));
        Assert.That(only.Positions.Single().Presence!.Es95.Value, Is.EqualTo(measures.Es95.Value + cash).Within(1e-6));
        Assert.That(only.Positions.Single().MarginalEs95, Is.EqualTo(measures.Es95.Value).Within(1e-6));
    }

    [Test]
    public void The_shares_of_the_risks_add_up_to_the_case_without_any()
    {
        var quiet = Runs.Of(new SmallScenario { Model = small.Model with { Risks = [] } }.Until("3m", "1y"), 8192)
            .Base.Portfolios[0]
            .AsHeld.Horizons[1]
            .Profits;
        var with = results.Base.Portfolios[0].AsHeld.Horizons[1].Profits[..8192];
        var all = 0.0;
        for (var k = 0; k < 8192; k++)
            all += ((double)with.Span[k] - quiet.Span[k]) / 8192;
        var shared = found.Shapley.First(s =>
            s.Over == ShapleyOver.Risks && s.Portfolio.Id.Value == "p" && s.Variant.Kind == VariantKind.AsHeld
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shared.Shares.Sum(s => s.Share.Mean.Value), Is.EqualTo(all).Within(1e-6));
            Assert.That(shared.Shares.Select(s => s.Id), Is.EqualTo(new[] { "flood", "fire" }));
            Assert.That(shared.Paths, Is.EqualTo(8192));

            // Two falls multiply: what both take from a together is less than the sum of what each takes.
            Assert.That(shared.Pairs.Single().Mean.Low, Is.GreaterThan(0));
        }
    }

    [Test]
    public void The_shares_of_many_risks_come_from_random_orders_and_still_add_up()
    {
        var names = Enumerable.Range(0, 11).Select(n => $"risk-{n}").ToArray();
        var many = new SmallScenario()
            .Until("2m")
            .With(Instruments.Equity("a", 0.2))
            .Hold("p", ("a", 1))
            .With([.. names.Select((n, at) => Events.Of(n, 0.3, "0d", "2m", Events.Hits(-0.01 * (at + 1), "a")))]);
        var simulated = Runs.Of(many, 1000);
        var quiet = Runs.Of(many with { Model = many.Model with { Risks = [] } }, 1000);
        var shared = simulated.Attribution!.Shapley.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shared.IsExact, Is.False);
            Assert.That(shared.Pairs, Is.Empty);
            Assert.That(
                shared.Shares.Sum(s => s.Share.Mean.Value),
                Is.EqualTo(simulated.Base.AsHeld().Measures.Mean.Value - quiet.Base.AsHeld().Measures.Mean.Value).Within(1e-6)
            );

            // Falls multiply, so each share is a little less than probability times size.
            Assert.That(shared.Shares[10].Share.Mean.Value, Is.EqualTo(-0.3 * 0.11).Within(0.01));
            Assert.That(shared.Shares[10].Share.Mean.Value, Is.LessThan(shared.Shares[0].Share.Mean.Value));
        }
    }

    [Test]
    public void The_shares_of_advice_in_the_mean_are_what_each_does_alone()
    {
        // Gains of overlays add, so the mean's Shapley value is the effect alone (on as many paths).
        var shared = found.Shapley.First(s => s.Over == ShapleyOver.Recommendations && s.Portfolio.Id.Value == "p");
        var alone = results.Base.Portfolios[0].RecommendationEffects.Where(e => e.Horizon.Id.Value == "1y").ToArray();
        Assert.That(shared.Shares.Select(s => s.Share.Mean.Value), Is.EqualTo(alone.Select(e => e.Alone.Mean.Value)).Within(1e-7));
        Assert.That(shared.Pairs.Single().Mean.Value, Is.Zero.Within(1e-7));
        Assert.That(
            shared.Shares.Sum(s => s.Share.Es95.Value),
            Is.EqualTo(results.Base.Portfolios[0].FollowingEffects[1].Es95.Value).Within(1e-6)
        );
    }

    [Test]
    public void A_false_claim_takes_out_all_that_rests_on_it()
    {
        // The one claim of the small scenario carries both recommendations: without it following all is as held.
        var claim = found.Claims.Single();
        var following = claim
            .Effects.First(e => e.Portfolio.Id.Value == "p" && e.Variant.Kind == VariantKind.FollowingAll)
            .Change.Mean.Value;
        var held = claim.Effects.First(e => e.Portfolio.Id.Value == "p" && e.Variant.Kind == VariantKind.AsHeld).Change;
        var (all, none) = (
            results.Base.Portfolios[0].FollowingAll.Horizons[1].Profits,
            results.Base.Portfolios[0].AsHeld.Horizons[1].Profits
        );
        var expected = 0.0;
        for (var k = 0; k < claim.Paths; k++)
            expected += ((double)none.Span[k] - all.Span[k]) / claim.Paths;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(following, Is.EqualTo(expected).Within(1e-6));
            Assert.That(held.Mean, Is.EqualTo(Estimate.Exact(0)));
            Assert.That(
                claim.Uses.Select(u => u.Kind),
                Is.EqualTo(
                    new[] { ClaimUseKind.Recommendation, ClaimUseKind.Recommendation, ClaimUseKind.Prediction, ClaimUseKind.Indicator }
                )
            );
        }
    }

    [Test]
    public void A_forecast_that_is_false_does_not_come_while_prices_expect_it()
    {
        // A market said to double in a year, fully priced in, moves a share one for one: if it stays, the share loses half of its mean
        // value.
        var forecast = new SmallScenario()
            .With(Factors.Forecast("f", 0.1, Parameter.Of(1), (SmallScenario.AsOf, 1), (SmallScenario.After("1y"), 2)))
            .With(Instruments.Equity("a", 0.2, ("f", 1)))
            .Hold("p", ("a", 1))
            .Build(2000);
        var said = forecast with
        {
            Ledger =
            [
                new Assumption(
                    "factors",
                    "f",
                    "path",
                    "1, 2",
                    new FromArticle(SmallScenario.ThesisId, SmallScenario.Claim.Claim),
                    "theses/thesis.yaml",
                    1
                ),
            ],
        };
        var claim = Runs.Engine.Run(said, new RunOptions { Threads = 2 }).Attribution!.Claims.Single();
        Assert.That(claim.Uses.Single().Kind, Is.EqualTo(ClaimUseKind.Forecast));
        Assert.That(claim.Effects.Single().Change.Mean.Value, Is.EqualTo(-0.5).Within(4 * 0.2 / Math.Sqrt(2000)));
    }

    [Test]
    public void A_prediction_s_last_point_in_time_is_its_probability()
    {
        var timing = found.PredictionTimings.Single();
        Assert.That(timing.Dates[^1], Is.EqualTo(SmallScenario.After("1y")));
        Assert.That(timing.Probabilities[^1], Is.EqualTo(results.Base.Predictions.Single().Probability));
        Assert.That(timing.Probabilities[0].Value, Is.Zero, "the factor starts at the level, and the level itself does not count");
    }

    [Test]
    public void An_indicator_tells_the_more_the_further_its_two_sides_differ()
    {
        var information = found.Indicators.Single();
        var (most, named) = (information.Readings[0], information.Readings[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(information.Judged.Single().Id.Value, Is.EqualTo("rises"));
            Assert.That(named.Level, Is.EqualTo(1.05));
            Assert.That(named.Kind, Is.EqualTo(ReadingKind.Confirms));
            Assert.That(
                most.Above.ThesisTrue.Value - most.Below.ThesisTrue.Value,
                Is.GreaterThanOrEqualTo(named.Above.ThesisTrue.Value - named.Below.ThesisTrue.Value - 1e-9)
            );
            Assert.That(most.Above.Probability.Value + most.Below.Probability.Value, Is.EqualTo(1).Within(1e-9));
            foreach (var reading in information.Readings)
            {
                var total =
                    (reading.Above.Probability.Value * reading.Above.Profits[0].AsHeld.Value)
                    + (reading.Below.Probability.Value * reading.Below.Profits[0].AsHeld.Value);
                Assert.That(
                    total,
                    Is.EqualTo(results.Base.Portfolios[0].AsHeld.Horizons[0].Measures.Mean.Value).Within(1e-6),
                    "law of total expectation, at the horizon of the indicator's date"
                );
            }
        }
    }

    [Test]
    public void The_worst_hundredth_of_the_paths_has_more_floods_and_a_lower_market()
    {
        var stress = found.ReverseStress[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stress.TailPaths, Is.EqualTo(Paths / 100));
            Assert.That(
                stress.Loss,
                Is.EqualTo(results.Base.Portfolios[0].AsHeld.Horizons[1].Measures[MeasureKinds.Var99].Value).Within(1e-6)
            );
            Assert.That(stress.Occurrences.First(h => h.Id == "flood").Ratio.Low, Is.GreaterThan(1.5));
            Assert.That(stress.Moves[0].Factor.Id.Value, Is.EqualTo("m"));
            Assert.That(stress.Moves[0].Deviations.High, Is.LessThan(-1));
            Assert.That(stress.Moves[0].MostLikely, Is.LessThan(-1));
            Assert.That(
                stress.Representative!.Entries[^1].Value - 1,
                Is.LessThanOrEqualTo(1e-6 - stress.Loss),
                "the path ends in such a loss"
            );
            Assert.That(stress.Representative.Entries.Select(e => e.Date), Is.Ordered);
            Assert.That(
                stress.Claims.Select(c => c.Fails),
                Does.Contain(ClaimFailure.PredictionFails).And.Contain(ClaimFailure.AdviceLoses)
            );
        }
    }

    [Test]
    public void A_named_loss_is_looked_at_where_it_is_reached()
    {
        var scenario = small.Build(Paths);
        ReverseStressResult Of(double loss) =>
            Runs
                .Engine.Run(
                    scenario with
                    {
                        ReverseStress = new ReverseStress(loss, 0.01, new Id<RiskEngine.Abstractions.Time.Horizon>("3m"), "all"),
                    },
                    new RunOptions { Threads = 2 }
                )
                .Attribution!.ReverseStress[0];
        var (some, never) = (Of(0.2), Of(0.95));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                some.Probability.Value,
                Is.EqualTo(results.Base.Portfolios[0].FollowingAll.Horizons[0].Measures[MeasureKinds.LargeLossProbability].Value)
                    .Within(1e-4)
            );
            Assert.That(some.Variant.Kind, Is.EqualTo(VariantKind.FollowingAll));
            Assert.That(never.TailPaths, Is.Zero);
            Assert.That(never.Moves, Is.Empty);
            Assert.That(never.GaussianDistance, Is.GreaterThan(5));
            Assert.That(never.WorstLoss, Is.LessThan(0.95));
        }
    }

    [Test]
    public void The_most_likely_moves_of_a_lognormal_portfolio_match_the_closed_form()
    {
        // One share, log return 0.75 m + own risk of 0.2: a loss of 40% lies ln(0.6) - mean away, of which the factor takes its share of
        // the variance.
        var scenario = new SmallScenario()
            .With(Factors.Brownian("m", 0.2))
            .With(Instruments.Equity("a", 0.25, ("m", 0.75)))
            .Hold("p", ("a", 1))
            .Build(50_000);
        var stress = Runs
            .Engine.Run(scenario with { ReverseStress = new ReverseStress(0.4, 0.01, null, "as-held") }, new RunOptions { Threads = 2 })
            .Attribution!.ReverseStress[0];
        var distance = (0.5 * 0.0625 - -Math.Log(0.6)) / 0.25;
        Assert.That(stress.GaussianDistance, Is.EqualTo(-distance).Within(0.02));
        Assert.That(stress.Moves[0].MostLikely, Is.EqualTo(distance * 0.15 / 0.25).Within(0.02));
        Assert.That(stress.OwnRisk, Is.EqualTo(distance * 0.2 / 0.25).Within(0.02));
    }

    [Test]
    public void Without_the_base_case_there_is_no_attribution() =>
        Assert.That(
            Runs.Engine.Run(small.Case("storm", m => m).Build(1000), new RunOptions { Cases = [new("storm")] }).Attribution,
            Is.Null
        );

    [Test]
    public void A_portfolio_of_cash_alone_has_nothing_to_attribute()
    {
        var cash = Runs.Of(new SmallScenario().With(Instruments.Cash("cash")).Hold("p", ("cash", 1)), 1000).Attribution!;
        Assert.That(cash.Contributions.Single().Total.Volatility, Is.Zero);
        Assert.That(cash.Contributions.Single().Factors, Is.Empty);
        Assert.That(cash.ReverseStress.Single().Moves, Is.Empty);
    }
}
