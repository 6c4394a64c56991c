using RiskEngine.Abstractions.Building;
using RiskEngine.Simulation.Processes;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>The Heston model in the engine: expected returns, correlation with other factors, the closed form itself.</summary>
public sealed class HestonReturnTests
{
    private static readonly HestonPrice law = new(0.05, 0.04, 2, 0.4, -0.6);
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(0.02)
                .With(law.Factor("x") with { Premium = 0.05 }, Factors.Brownian("m", 0.2))
                .Correlate("x", "m", 0.5)
                .With(
                    Instruments.Equity("one", 0.4, ("x", 1)),
                    Instruments.Equity("half", 0.4, ("x", 0.5)),
                    Instruments.Equity("double", 0.7, ("x", 2)),
                    Instruments.Cash("cash")
                )
                .Hold("p", ("one", 1))
                .Watch("x", "1m")
                .Watch("m", "1m")
                .Watch("x", "1y"),
            100_000
        );

    [Test]
    public void The_closed_form_gives_the_published_prices()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(HestonPrice.First.Call(100, 100, 0.0319, 1), Is.EqualTo(6.8061).Within(5e-5));
            Assert.That(HestonPrice.Second.Call(100, 100, 0.05, 5), Is.EqualTo(34.9998).Within(5e-5));
        }
    }

    [Test]
    public void An_exposure_of_one_earns_its_premium_exactly() =>
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("one")), Math.Exp(0.07));

    // ln E X^b by the closed form is taken out. The scheme's own error at monthly steps is below a thousandth.
    [TestCase("half", 0.5)]
    [TestCase("double", 2)]
    public void So_does_any_other_exposure(string instrument, double b)
    {
        var sample = Sample.Of(simulated.Values(instrument));
        Assert.That(Math.Log(sample.Mean), Is.EqualTo(0.02 + b * 0.05).Within(4 * sample.MeanError / sample.Mean + 0.001));
    }

    // The transform of the twin formula (characteristic function) at -i b, and beyond the time when the moment is infinite none.
    [TestCase(0.5)]
    [TestCase(2)]
    [TestCase(-1)]
    public void The_mean_that_is_taken_out_is_that_of_the_characteristic_function(double b) =>
        Assert.That(
            HestonMean.Of(b, (0.05, 0.04, 2, 0.4, -0.6), [0, 0.25, 1])![2],
            Is.EqualTo(law.LogTransform(new System.Numerics.Complex(0, -b), 1).Real).Within(1e-9)
        );

    // Andersen and Piterbarg (2007): kappa 0.5, sigma 1, rho 0.5, b 2: pull -0.5, square 0.25 - 2 < 0, T* = 2 / g atan(g / 0.5), g = sqrt
    // 1.75.
    [Test]
    public void A_moment_that_explodes_is_none()
    {
        var wild = (0.04, 0.04, 0.5, 1.0, 0.5);
        var end = 2 / Math.Sqrt(1.75) * Math.Atan(Math.Sqrt(1.75) / 0.5);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(HestonMean.Of(2, wild, [0, end - 0.01]), Is.Not.Null);
            Assert.That(HestonMean.Of(2, wild, [0, end + 0.01]), Is.Null);
        }
    }

    // The price's normal is the engine's own: over a step its correlation is that given, but for the variance's moves within the step.
    [Test]
    public void It_is_correlated_with_other_factors()
    {
        double[] Logs(string factor) => [.. simulated.Watched(factor, "1m").Select(x => Math.Log(x))];
        Assert.That(Sample.Correlation(Logs("x"), Logs("m")), Is.EqualTo(0.5).Within(0.01));
    }
}
