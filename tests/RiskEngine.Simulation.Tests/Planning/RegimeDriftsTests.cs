using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Planning;

public sealed class RegimeDriftsTests
{
    [Test]
    public void A_storm_that_comes_in_the_first_step_moves_the_price_in_the_second()
    {
        // The worked example of the class: probability 0.1 a month that the storm comes; here with steps of 0.2 years, whole days.
        var rate = -12 * Math.Log(0.9);
        var model = SmallScenario
            .New()
            .With(
                Factors.Brownian("price", 0.2),
                Factors.Switching(
                    "weather",
                    [0, rate, 0, 0],
                    [1, 0],
                    Factors.State("calm"),
                    Factors.State("storm").Drifting("price", -0.12)
                )
            )
            .Model;
        var day = SmallScenario.AsOf;
        var grid = new TimeGrid([day, day.AddDays(73), day.AddDays(146)]);
        var processes = model.Factors.Select(f => Simulated.Kinds.KindOf(f).Create(f, grid)).ToArray();

        var drifts = RegimeDrifts.Of(model, processes, grid);

        var comes = 1 - Math.Pow(0.9, 0.2 * 12);
        Assert.That(drifts.Mean(0, 1), Is.Zero);
        Assert.That(drifts.Mean(0, 2), Is.EqualTo(-0.12 * 0.2 * comes).Within(1e-12));
        Assert.That(drifts.Add(0, 0, 2, covariance: 0), Is.EqualTo(Math.Pow(0.12 * 0.2, 2) * comes * (1 - comes)).Within(1e-12));
    }
}
