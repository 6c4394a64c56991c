using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>Every draw is addressed by name and path: what is added or removed changes nothing else, bit for bit.</summary>
public sealed class DeterminismTests
{
    private const int Some = 3000;

    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .Until("6m", "1y")
        .RiskFree(0.03)
        .With(
            Factors.Brownian("m", 0.2, 0.05),
            Factors.Forecast("demand", 0.3, new Normal(0.9, 0.2), (SmallScenario.AsOf, 100), (SmallScenario.After("1y"), 150))
        )
        .Correlate("m", "demand", 0.5)
        .With(
            Instruments.Equity("a", 0.4, ("m", 1.2), ("demand", 0.3)),
            Instruments.Equity("b", 0.3, ("m", 0.8)),
            Instruments.Private("c", 0.5, [Instruments.Exit(ExitRoute.Sale, 0.5, 2), Instruments.Exit(ExitRoute.Failure, 0.3, 0)], ("m", 1))
        )
        .With(Events.Of("shock", 0.3, "0d", "1y", Effects.Hits(new Uniform(-0.5, -0.1), "a")))
        .Hold("p", ("a", 60), ("b", 30), ("c", 10))
        .Watch("m", "1y")
        .Watch("demand", "1y");

    private Simulated plain = null!;

    [OneTimeSetUp]
    public void Simulate() => plain = Simulated.Of(small, Some, threads: 1);

    [TestCase(2)]
    [TestCase(7)]
    public void The_number_of_threads_changes_nothing(int threads) => AssertSame(Simulated.Of(small, Some, threads: threads));

    [Test]
    public void Another_seed_changes_everything()
    {
        var other = Simulated.Of(small, Some, seed: 1);
        Assert.That(other.Values("b").Zip(plain.Values("b")).Count(p => p.First == p.Second), Is.LessThan(5));
    }

    [Test]
    public void More_paths_begin_with_the_same_ones() =>
        Assert.That(Simulated.Of(small, Some + 1000).Profits("p").Take(Some), Is.EqualTo(plain.Profits("p")));

    [Test]
    public void A_further_factor_changes_nothing_else([Values] bool correlated)
    {
        var more = small.With(Factors.Reverting("yield", 0.01, 2));
        AssertSame(Simulated.Of(correlated ? more.Correlate("m", "yield", -0.5).Correlate("yield", "demand", 0.2) : more, Some));
    }

    [Test]
    public void An_uncorrelated_factor_may_stand_anywhere()
    {
        var first = small with { Model = small.Model with { Factors = [Factors.Reverting("yield", 0.01, 2), .. small.Model.Factors] } };
        AssertSame(Simulated.Of(first, Some));
    }

    [Test]
    public void A_further_event_changes_nothing_that_it_does_not_hit()
    {
        var more = Simulated.Of(small.With(Events.Of("other", 0.9, "0d", "1y", Effects.Hits(-0.5, "b"))), Some);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(more.Values("a"), Is.EqualTo(plain.Values("a")));
            Assert.That(more.Occurrences("shock"), Is.EqualTo(plain.Occurrences("shock")));
            Assert.That(more.Values("b"), Is.Not.EqualTo(plain.Values("b")));
        }
    }

    [Test]
    public void An_event_taken_out_changes_nothing_that_it_does_not_hit()
    {
        var without = Simulated.Of(
            small,
            Some,
            change: c => c with { Without = new HashSet<Abstractions.Identity.Id<RiskEvent>> { new("shock") } }
        );
        var occurred = plain.Occurrences("shock");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.Occurrences("shock"), Is.All.Null);
            Assert.That(without.Values("b"), Is.EqualTo(plain.Values("b")));
            Assert.That(
                Enumerable
                    .Range(0, Some)
                    .Where(k => occurred[k] is null || occurred[k] > SmallScenario.After("1y"))
                    .All(k => without.Values("a")[k] == plain.Values("a")[k]),
                Is.True,
                "where it had not occurred, nothing is different"
            );
        }
    }

    [Test]
    public void A_further_instrument_and_portfolio_change_nothing_else() =>
        AssertSame(Simulated.Of(small.With(Instruments.Equity("d", 0.6, ("demand", 1))).Hold("q", ("d", 1), ("a", 1)), Some));

    [Test]
    public void A_further_recommendation_changes_nothing_as_held() =>
        AssertSame(Simulated.Of(small.With(Advice.Buy("buy", 0.1, "1m", "6m", ("b", 1))), Some));

    [Test]
    public void Order_does_not_matter_to_instruments_and_events()
    {
        var model = small.Model;
        AssertSame(Simulated.Of(small with { Model = model with { Instruments = [.. model.Instruments.Reverse()] } }, Some));
    }

    private void AssertSame(Simulated other)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var instrument in (string[])["a", "b", "c"])
                Assert.That(other.Values(instrument), Is.EqualTo(plain.Values(instrument)), instrument);
            foreach (var factor in (string[])["m", "demand"])
                Assert.That(other.Watched(factor, "1y"), Is.EqualTo(plain.Watched(factor, "1y")), factor);
            for (var horizon = 0; horizon < 2; horizon++)
            {
                Assert.That(other.Profits("p", VariantSet.AsHeld, horizon), Is.EqualTo(plain.Profits("p", VariantSet.AsHeld, horizon)));
                Assert.That(other.Drawdowns("p", VariantSet.AsHeld, horizon), Is.EqualTo(plain.Drawdowns("p", VariantSet.AsHeld, horizon)));
            }

            Assert.That(other.Occurrences("shock"), Is.EqualTo(plain.Occurrences("shock")));
            Assert.That(other.States("c"), Is.EqualTo(plain.States("c")));
            Assert.That(other.ExitDates("c"), Is.EqualTo(plain.ExitDates("c")));
        }
    }
}
