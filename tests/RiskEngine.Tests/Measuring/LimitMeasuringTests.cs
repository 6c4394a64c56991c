using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>Limits hold the measure's value against their bounds.</summary>
public sealed class LimitMeasuringTests
{
    // Falls by a fifth on every path: every loss measure is 0.2 but for rounding.
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .With(Instruments.Equity("a", 0), Instruments.Cash("cash"))
        .Hold("p", ("a", 1))
        .With(Events.Sure("fall", "6m", Effects.Hits(-0.2, "a")))
        .With(Advice.Reduce("out", 1, "1m", "2y", "a") with { Funding = Abstractions.Theses.Funding.Cash })
        .Case("calm", m => m with { Risks = [] });

    [TestCase("es95", 0.3, null, true)]
    [TestCase("es95", 0.1, null, false)]
    [TestCase("mean", null, -0.3, true)]
    [TestCase("mean", null, -0.1, false)]
    [TestCase("mean", 0.0, -0.3, true)]
    [TestCase("mean", -0.25, -0.3, false)]
    public void It_holds_where_the_value_lies_between_the_bounds(string measure, double? below, double? above, bool holds)
    {
        var results = Runs.Of(small.Limit(measure, "p", below, above), 1000);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Limits.Single().Holds, Is.EqualTo(holds));
            Assert.That(Math.Abs(results.Limits.Single().Measured.Value), Is.EqualTo(0.2).Within(1e-6));
            Assert.That(results.AnyLimitBreached, Is.EqualTo(!holds));
        }
    }

    [TestCase(HeadlineVariant.FollowingAll, "base")]
    [TestCase(HeadlineVariant.AsHeld, "calm")]
    public void It_may_be_about_another_variant_or_case(HeadlineVariant variant, string @case) =>
        Assert.That(Runs.Of(small.Limit("es95", "p", below: 0.1, variant: variant, @case: @case), 1000).Limits.Single().Holds, Is.True);

    [Test]
    public void A_measure_that_is_not_available_holds_no_limit() =>
        Assert.That(Runs.Of(small.Limit("beat-unchanged-probability", "p", below: 2), 1000).Limits.Single().Holds, Is.False);

    [Test]
    public void One_about_a_case_that_was_not_simulated_is_absent()
    {
        var results = Runs.Of(
            small.Limit("es95", "p", below: 0.1, @case: "calm"),
            1000,
            options: new RunOptions { Cases = [new("base")], Threads = 1 }
        );
        Assert.That((results.Limits.Count, results.AnyLimitBreached), Is.EqualTo((0, false)));
    }
}
