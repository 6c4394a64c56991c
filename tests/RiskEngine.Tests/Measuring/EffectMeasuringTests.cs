using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>With-and-without on common random numbers: exactly the difference of two runs, with a far smaller error than theirs.</summary>
public sealed class EffectMeasuringTests
{
    private static readonly RiskEvent shock = Events.Of("shock", 0.3, "0d", "1y", Effects.Hits(-0.3, "a")).Triggering("follow", 3, "6m");

    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .RiskFree(0.03)
        .With(Factors.Brownian("m", 0.2, 0.05))
        .With(Instruments.Equity("a", 0.3, ("m", 1)), Instruments.Equity("b", 0.2, ("m", 0.5)))
        .Hold("p", ("a", 1), ("b", 1))
        .With(Events.Of("follow", 0.2, "0d", "1y", Effects.Hits(-0.2, "b")))
        .With(Advice.Buy("buy", 0.2, "1m", "2y", ("b", 1)), Advice.Reduce("sell", 0.5, "1m", "2y", "a"));

    private RiskResults with = null!;
    private RiskResults without = null!;

    [OneTimeSetUp]
    public void Run()
    {
        with = Runs.Of(small.With(shock));
        without = Runs.Of(small);
    }

    [Test]
    public void An_event_s_effect_is_the_difference_of_two_runs([Values] bool followingAll)
    {
        var effect = with
            .EventEffects.Single(e => e.Event.Id.Value == "shock" && (e.Variant.Kind == VariantKind.FollowingAll) == followingAll)
            .Effect;
        var (a, b) = followingAll
            ? (with.Base.All().Measures, without.Base.All().Measures)
            : (with.Base.AsHeld().Measures, without.Base.AsHeld().Measures);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(effect.Mean.Value, Is.EqualTo(a.Mean.Value - b.Mean.Value).Within(1e-9));
            Assert.That(effect.Es95.Value, Is.EqualTo(a.Es95.Value - b.Es95.Value).Within(1e-7));
            Assert.That(effect.LossProbability.Value, Is.EqualTo(a.LossProbability.Value - b.LossProbability.Value).Within(1e-9));
        }
    }

    [Test]
    public void Pairing_makes_its_error_far_smaller()
    {
        var effect = with.EventEffects.First(e => e.Event.Id.Value == "shock").Effect;
        double Unpaired(Func<HorizonResult, double> error) =>
            Math.Sqrt(Math.Pow(error(with.Base.AsHeld()), 2) + Math.Pow(error(without.Base.AsHeld()), 2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(effect.Mean.StandardError, Is.LessThan(0.5 * Unpaired(h => h.Measures.Mean.StandardError)));
            Assert.That(effect.Es95.StandardError, Is.LessThan(Unpaired(h => h.Measures.Es95.StandardError)));
            Assert.That(effect.LossProbability.StandardError, Is.LessThan(Unpaired(h => h.Measures.LossProbability.StandardError)));
        }
    }

    [Test]
    public void A_recommendation_s_effects_are_differences_of_variants()
    {
        var portfolio = with.Base.Portfolios[0];
        double Mean(string variant) => portfolio.Variants.Single(v => v.Variant.Id == variant).Horizons[0].Measures.Mean.Value;
        using (Assert.EnterMultipleScope())
        {
            foreach (var effect in portfolio.RecommendationEffects)
            {
                Assert.That(effect.Alone.Mean.Value, Is.EqualTo(Mean($"only:{effect.Recommendation.Id}") - Mean("as-held")).Within(1e-9));
                Assert.That(effect.Last.Mean.Value, Is.EqualTo(Mean("all") - Mean($"without:{effect.Recommendation.Id}")).Within(1e-9));
            }
        }
    }

    [Test]
    public void Following_all_is_paired_with_as_held()
    {
        var portfolio = with.Base.Portfolios[0];
        var (all, held) = (portfolio.FollowingAll.Horizons[0].Measures, portfolio.AsHeld.Horizons[0].Measures);
        var effect = portfolio.FollowingEffects[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(portfolio.FollowingEffects, Has.Count.EqualTo(portfolio.AsHeld.Horizons.Count));
            Assert.That(effect.Mean.Value, Is.EqualTo(all.Mean.Value - held.Mean.Value).Within(1e-9));
            Assert.That(effect.Es95.Value, Is.EqualTo(all.Es95.Value - held.Es95.Value).Within(1e-7));
            Assert.That(effect.Mean.StandardError, Is.LessThan(held.Mean.StandardError));
            Assert.That(
                effect.Mean.Value,
                Is.EqualTo(
                        portfolio
                            .RecommendationEffects.Where(e => e.Horizon == portfolio.AsHeld.Horizons[0].Horizon)
                            .Sum(e => e.Alone.Mean.Value)
                    )
                    .Within(1e-7),
                "overlays add up"
            );
        }
    }

    [Test]
    public void An_event_that_hits_nothing_held_has_no_effect()
    {
        var results = Runs.Of(
            small.With(Instruments.Equity("c", 0.2)).With(Events.Of("elsewhere", 0.5, "0d", "1y", Effects.Hits(-0.5, "c"))),
            2000
        );
        var effect = results.EventEffects.First(e => e.Event.Id.Value == "elsewhere").Effect;
        Assert.That((effect.Mean.Value, effect.Mean.StandardError, effect.Es95.Value), Is.EqualTo((0.0, 0.0, 0.0)));
    }
}
