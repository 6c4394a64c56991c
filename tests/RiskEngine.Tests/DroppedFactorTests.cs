using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Results;
using RiskEngine.Simulation.Processes;
using RiskEngine.Testing;

namespace RiskEngine.Tests;

/// <summary>A factor whose process fails is dropped where the scenario says so, with a warning; else the run stops.</summary>
public sealed class DroppedFactorTests
{
    // One step in 30,000 is above four deviations: some path of 20,000 fails, but not the first.
    private static readonly Engine engine = With(new FragileKind(4));

    [Test]
    public void A_failure_stops_the_run_unless_the_scenario_says_otherwise() =>
        Assert.That(
            () => Run(engine, Scenario(drops: false), 1),
            Throws.TypeOf<FactorFailedException>().With.Message.Contains("factor 'odd'")
        );

    [Test]
    public void A_dropped_factor_is_told_of_loudly()
    {
        var results = Run(engine, Scenario(drops: true), 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Dropped.Single().Factor.Id.Value, Is.EqualTo("odd"));
            Assert.That(results.Notices[0].Severity, Is.EqualTo(Severity.Warning));
            Assert.That(
                results.Notices[0].Message,
                Does.Match(
                    "^factor 'odd', step \\d+: expected a small step, found 4\\.\\d+ \\(path \\d+\\); the factor is dropped, as "
                        + "'onFailure' says"
                )
            );
        }
    }

    [Test]
    public void Results_and_warning_are_the_same_for_any_number_of_threads()
    {
        var (one, four) = (Run(engine, Scenario(drops: true), 1), Run(engine, Scenario(drops: true), 4));
        Assert.That(four.Notices, Is.EqualTo(one.Notices));
        Assert.That(
            four.Base.Portfolios[0].AsHeld.Horizons[0].Measures.Mean,
            Is.EqualTo(one.Base.Portfolios[0].AsHeld.Horizons[0].Measures.Mean)
        );
    }

    [Test]
    public void A_dropped_factor_stays_on_its_expected_path_and_moves_no_price()
    {
        var results = Run(engine, Scenario(drops: true), 2);
        var (fan, held) = (
            results.Base.Factors.Single(f => f.Factor.Id.Value == "odd").Fan,
            results.Base.Portfolios[0].AsHeld.Horizons[0].Measures
        );
        Assert.That(new[] { fan.Q05[^1], fan.Median[^1], fan.Q95[^1] }, Is.All.EqualTo(3.2).Within(1e-6));

        // The instrument keeps its volatility, all of it its own risk now, and its expected return.
        var without = Run(engine, Plain(), 2).Base.Portfolios[0].AsHeld.Horizons[0].Measures;
        Assert.That(held.Mean.Value, Is.EqualTo(without.Mean.Value).Within(1e-9));
        Assert.That(held.StandardDeviation.Value, Is.EqualTo(without.StandardDeviation.Value).Within(1e-9));
    }

    [Test]
    public void One_that_cannot_even_be_made_is_dropped_too()
    {
        var results = Run(With(new FragileKind(4, failsAtOnce: true)), Scenario(drops: true), 2);
        Assert.That(results.Dropped.Single().Problem, Is.EqualTo("cannot be made"));
    }

    [Test]
    public void Checking_says_that_a_factor_will_be_dropped()
    {
        var found = With(new FragileKind(4, failsAtOnce: true)).Check(Scenario(drops: true).Build(1000));
        Assert.That(found.Diagnostics.Single().Severity, Is.EqualTo(Severity.Warning));
    }

    [Test]
    public void A_factor_that_does_not_fail_is_not_dropped()
    {
        var results = Run(With(new FragileKind(40)), Scenario(drops: true), 2);
        Assert.That(results.Dropped, Is.Empty);
        Assert.That(results.Notices, Is.Empty);
    }

    private static Engine With(FragileKind kind) => new(new FactorCatalogue([.. BuiltInKinds.All, kind]));

    private static RiskResults Run(Engine engine, ScenarioBuilder small, int threads) =>
        engine.Run(small.Build(20_000), new RunOptions { Threads = threads });

    private static ScenarioBuilder Scenario(bool drops) =>
        SmallScenario
            .New()
            .With(Factors.Brownian("m", 0.15, premium: 0.04), Factors.Of("odd", "fragile") with { DropOnFailure = drops })
            .With(Instruments.Equity("i", 0.6, ("m", 1), ("odd", 0.5)))
            .Hold("p", ("i", 1));

    private static ScenarioBuilder Plain() =>
        SmallScenario
            .New()
            .With(Factors.Brownian("m", 0.15, premium: 0.04))
            .With(Instruments.Equity("i", 0.6, ("m", 1)))
            .Hold("p", ("i", 1));
}
