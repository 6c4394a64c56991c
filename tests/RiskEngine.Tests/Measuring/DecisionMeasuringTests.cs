using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>Views, doubt and an optimiser on a small market: closed forms where there are some, and what must agree with what.</summary>
internal sealed class DecisionMeasuringTests
{
    private const int Paths = 40_000;

    // Log profits are normal: "a" with volatility 0.3, "b" with 0.1, independent; following moves a tenth into "a".
    private static readonly Scenario scenario = Market(
            Advice.Buy("more", 0.1, "0d", "1y", ("a", 1)),
            Advice.Buy("other", 0.1, "0d", "1y", ("b", 1))
        )
        .Build(Paths);

    private readonly RiskResults results = Run(
        scenario with
        {
            Views = [View("factor", ViewQuantity.Mean, 1.1, "m"), View("event", ViewQuantity.Probability, 0.2, "shock")],
            Uncertainty = new UncertaintySettings([0.02, 0.1]),
            Optimiser = new OptimiserSettings(1, new Dictionary<Id<Instrument>, double>(), 6, UnderViews: false),
        }
    );

    [Test]
    public void Views_on_independent_things_cost_the_sum_of_what_each_costs()
    {
        // The event is a coin: 0.2 ln(0.2/0.4) + 0.8 ln(0.8/0.6); the factor's mean costs a little more than its squared distance by half.
        var views = results.Views!;
        var coin = (0.2 * Math.Log(0.5)) + (0.8 * Math.Log(0.8 / 0.6));
        var alone = Run(scenario with { Views = [View("factor", ViewQuantity.Mean, 1.1, "m")] }).Views!;

        Assert.That(views.RelativeEntropy, Is.EqualTo(coin + alone.RelativeEntropy).Within(2).Percent);
        Assert.That(views.Views.Select(v => v.Posterior), Is.EqualTo(new[] { 1.1, 0.2 }).Within(1e-6));
        Assert.That(views.Views[1].Model, Is.EqualTo(0.4).Within(0.01));
        Assert.That(views.EffectiveScenarios, Is.EqualTo(Paths * Math.Exp(-views.RelativeEntropy)).Within(0.01).Percent);
    }

    [Test]
    public void All_measures_and_predictions_follow_the_views()
    {
        var views = results.Views!;
        var held = views.Portfolios.Single(p => p.Variant.Kind == VariantKind.AsHeld && p.Horizon.Id.Value == "1y");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(views.Portfolios, Has.Count.EqualTo(4));
            Assert.That(FromPaths(held.Model), Is.EqualTo(FromPaths(results.Base.Portfolios[0].AsHeld.Horizons[1].Measures)));
            // a tenth on "a" less, a twentieth of the shock
            Assert.That(held.Posterior.Mean.Value, Is.GreaterThan(held.Model.Mean.Value + 0.02));
            Assert.That(views.Predictions[0].Probability.Value, Is.GreaterThan(results.Base.Predictions[0].Probability.Value + 0.02));
            Assert.That(views.FollowingEffects, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public void Measures_at_a_view_on_the_portfolio_itself_hold_it()
    {
        var viewed = Run(
            scenario with
            {
                Views =
                [
                    View("es", ViewQuantity.ExpectedShortfall, 0.5, "a") with
                    {
                        Level = 0.95,
                    },
                    View("rank", ViewQuantity.Ranking, 0, "b", "a") with
                    {
                        Bound = ViewBound.AtLeast,
                    },
                ],
            }
        );

        Assert.That(viewed.Views!.Refused, Is.Null);
        Assert.That(viewed.Views.Views[0].Posterior, Is.EqualTo(0.5).Within(1e-4));
        Assert.That(viewed.Views.Views[1].Posterior, Is.Zero.Within(1e-6));
    }

    [Test]
    public void Views_on_means_alone_agree_with_the_formula_where_little_is_not_normal()
    {
        // Over three months a volatility of a tenth is nearly normal: Black and Litterman's formula is the answer. Trusted by half, it
        // moves half way.
        var quiet = SmallScenario
            .New()
            .Until("3m")
            .With(Factors.Brownian("m", 0.1))
            .With(Instruments.Equity("a", 0.1, ("m", 0.5)), Instruments.Equity("b", 0.05, ("m", 0.5)))
            .Hold("p", ("b", 1))
            .Build(Paths);
        var check = Run(
            quiet with
            {
                Views = [View("up", ViewQuantity.Mean, 0.02, "a") with { Horizon = new("3m"), Confidence = 0.5 }],
            }
        ).Views!.Gaussian!;
        var mean = check.Portfolios.Single();

        // Covariance over variance: 0.5 x 0.5 x 0.01 / 0.01.
        Assert.That(mean.Formula - mean.Model, Is.EqualTo(0.25 * 0.02 / 2).Within(3).Percent);
        Assert.That(mean.Pooled - mean.Model, Is.EqualTo(mean.Formula - mean.Model).Within(3).Percent);
    }

    [Test]
    public void A_view_that_cannot_be_held_is_refused_by_name_and_warned_of()
    {
        var refused = Run(scenario with { Views = [View("dream", ViewQuantity.Mean, 50, "a")] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Views!.Refused!.View.Id.Value, Is.EqualTo("dream"));
            Assert.That(refused.Views.Refused.Alone, Is.True);
            Assert.That(refused.Views.Portfolios, Is.Empty);
            Assert.That(
                refused.Notices.Select(n => n.Message),
                Has.Some.Contains("view 'dream': expected a view that can be held, found 50")
            );
        }
    }

    [Test]
    public void Worst_cases_begin_at_the_model_and_grow()
    {
        var worst = results.Uncertainty!.WorstCases[0];

        Assert.That(results.Uncertainty.Radii, Is.EqualTo(new[] { 0, 0.02, 0.1 }));
        Assert.That(worst.Es95[0], Is.EqualTo(results.Base.Portfolios[0].AsHeld.Horizons[1].Measures.Es95));
        Assert.That(worst.Es95.Select(e => e.Value), Is.Ordered);
        Assert.That(worst.Mean.Select(e => e.Value), Is.Ordered.Descending);
        Assert.That(worst.Mean[0].Value, Is.EqualTo(results.Base.Portfolios[0].AsHeld.Horizons[1].Measures.Mean.Value).Within(1e-9));
    }

    [Test]
    public void The_turning_point_lies_where_the_effect_of_following_is_nought()
    {
        var turning = results.Uncertainty!.Turnings.Single(t => t.Horizon.Id.Value == "1y");
        var effect = results.Base.Portfolios[0].FollowingEffects[1].Mean;

        Assert.That(turning.Effect.Value, Is.EqualTo(effect.Value).Within(1e-9));

        // Nearly normal: half the squared ratio of mean and deviation.
        var deviation = effect.StandardError * Math.Sqrt(Paths);
        Assert.That(turning.Radius.Value, Is.EqualTo(effect.Value * effect.Value / deviation / deviation / 2).Within(25).Percent);
    }

    [Test]
    public void The_optimiser_beats_what_is_held_and_proves_it()
    {
        var optimiser = results.Optimiser!;
        var portfolio = optimiser.Portfolios[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(optimiser.Frontier, Has.Count.EqualTo(6));
            Assert.That(optimiser.Frontier.Select(f => f.Gap), Is.All.LessThanOrEqualTo(1e-4));
            Assert.That(optimiser.MeanVariance, Has.Count.EqualTo(6));
            Assert.That(optimiser.MeanVariance.Select(f => f.Mean), Is.Ordered);
            Assert.That(optimiser.Frontier[0].Weights[2], Is.EqualTo(1).Within(1e-3), "cash loses nothing");
            Assert.That(portfolio.AsHeld.Es95, Is.EqualTo(results.Base.Portfolios[0].AsHeld.Horizons[1].Measures.Es95.Value).Within(1e-9));
            Assert.That(portfolio.AsHeld.Weights, Is.EqualTo(new[] { 0.5, 0.5, 0 }).Within(1e-12));
            Assert.That(portfolio.FollowingAll.Weights, Is.EqualTo(new[] { 0.5, 0.5, 0 }).Within(1e-12), "a tenth into each, from both");
            Assert.That(portfolio.SameMean!.Mean, Is.GreaterThanOrEqualTo(portfolio.FollowingAll.Mean - 1e-6));
            Assert.That(portfolio.SameMean.Es95, Is.LessThan(portfolio.FollowingAll.Es95));

            // Simulated volatilities at a year, with the shock's own on "b".
            Assert.That(optimiser.RiskParity.Weights[1], Is.GreaterThan(optimiser.RiskParity.Weights[0]));
            Assert.That(optimiser.RiskParity.Weights[2], Is.EqualTo(1.0 / 3).Within(1e-12), "cash has no risk to share: a part of three");
        }
    }

    [Test]
    public void Advice_in_part_keeps_the_mean_and_loses_no_more_than_none_of_it()
    {
        var portfolio = results.Optimiser!.Portfolios[0];
        var mix = portfolio.Advice!;

        Assert.That(mix.Shares.Select(s => s.Recommendation.Id.Value), Is.EqualTo(new[] { "more", "other" }));
        Assert.That(mix.Mean, Is.GreaterThanOrEqualTo(portfolio.AsHeld.Mean - 1e-6));
        Assert.That(mix.Es95, Is.LessThanOrEqualTo(portfolio.AsHeld.Es95 + 1e-4));
    }

    // A part of one recommendation ends above holding exactly where all of it does.
    [Test]
    public void A_part_of_one_recommendation_is_regretted_as_often_as_all_of_it()
    {
        var one = Run(
            Market(Advice.Buy("more", 0.1, "0d", "1y", ("a", 1))).Hold("quiet", ("b", 1)).Build(Paths) with
            {
                Optimiser = new OptimiserSettings(1, new Dictionary<Id<Instrument>, double>(), 2, UnderViews: false),
            }
        );
        var mix = one.Optimiser!.Portfolios[1].Advice!;
        var beat = one.Base.Portfolios[1].FollowingAll.Horizons[1].Measures[MeasureKinds.BeatUnchangedProbability];

        Assert.That(mix.Shares[0].Share, Is.GreaterThan(0.01), "a little of another share makes one alone less risky");
        Assert.That(mix.Regret.Value, Is.EqualTo(1 - beat.Value).Within(1e-3));
        Assert.That(mix.Regret.HasError);
    }

    [Test]
    public void Threads_change_nothing()
    {
        var again = Runs.Engine.Run(results.Scenario, new RunOptions { Threads = 1 });

        Assert.That(again.Views!.Portfolios[0].Posterior, Is.EqualTo(results.Views!.Portfolios[0].Posterior));
        Assert.That(again.Optimiser!.Frontier[3].Weights, Is.EqualTo(results.Optimiser!.Frontier[3].Weights));
        Assert.That(again.Uncertainty!.Turnings, Is.EqualTo(results.Uncertainty!.Turnings));
    }

    // Views weigh paths; what comes of the positions' deltas has none.
    private static IEnumerable<KeyValuePair<MeasureKind, Estimate>> FromPaths(MeasureSet measures) =>
        measures.Where(m => !MeasureKinds.OfDeltas.Contains(m.Key)).OrderBy(m => m.Key.Id);

    private static ScenarioBuilder Market(params Recommendation[] advice) =>
        SmallScenario
            .New()
            .Until("3m", "1y")
            .With(Factors.Brownian("m", 0.3, premium: 0.05))
            .With(Instruments.Equity("a", 0.3, ("m", 1)), Instruments.Equity("b", 0.1), Instruments.Cash("cash"))
            .Hold("p", ("a", 0.5), ("b", 0.5))
            .With(advice)
            .With(Events.Of("shock", 0.4, "0d", "1y", Effects.Hits(-0.1, "b")))
            .Predict("high", "6m", new FactorCondition(new("m"), Side.Above, 1));

    private static RiskResults Run(Scenario scenario) => Runs.Engine.Run(scenario, new RunOptions { Threads = 2 });

    private static StatedView View(string id, ViewQuantity quantity, double target, params string[] on) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Quantity = quantity,
            On = on,
            Horizon = new("1y"),
            Bound = ViewBound.Is,
            Target = target,
        };
}
