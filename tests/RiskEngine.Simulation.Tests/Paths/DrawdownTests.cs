using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>The deepest fall from an earlier peak, from the start to the horizon, where only events move values.</summary>
public sealed class DrawdownTests
{
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .Until("4m", "1y")
        .With(Instruments.Equity("a", 0))
        .Hold("p", ("a", 1));

    [Test]
    public void A_fall_that_recovers_is_remembered()
    {
        var simulated = Simulated.Of(small.With(Events.Sure("fall", "3m", Effects.Hits(-0.4, "a").Recovering("1w"))), 1000);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated.Drawdowns("p", horizon: 0), Is.All.EqualTo(0.4).Within(1e-6));
            Assert.That(simulated.Drawdowns("p", horizon: 1), Is.All.EqualTo(0.4).Within(1e-6));
            Assert.That(simulated.Profits("p", horizon: 1), Is.All.EqualTo(0).Within(1e-6), "all of it came back");
        }
    }

    [Test]
    public void It_is_measured_from_the_highest_point_so_far()
    {
        // 1, 2, 1.2, 1.8, 0.9: falls of 40% and of 55% from the peak of 2.
        var simulated = Simulated.Of(
            small.With(
                Events.Sure("up", "1m", Effects.Hits(1, "a")),
                Events.Sure("down", "3m", Effects.Hits(-0.4, "a")),
                Events.Sure("again", "6m", Effects.Hits(0.5, "a")),
                Events.Sure("worst", "9m", Effects.Hits(-0.5, "a"))
            ),
            1000
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated.Drawdowns("p", horizon: 0), Is.All.EqualTo(0.4).Within(1e-6));
            Assert.That(simulated.Drawdowns("p", horizon: 1), Is.All.EqualTo(0.55).Within(1e-6));
        }
    }

    [Test]
    public void Without_a_fall_it_is_zero() =>
        Assert.That(Simulated.Of(small.RiskFree(0.05), 1000).Drawdowns("p", horizon: 1), Is.All.Zero);
}
