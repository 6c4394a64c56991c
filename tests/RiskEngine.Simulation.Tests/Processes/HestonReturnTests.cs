using RiskEngine.Abstractions.Building;
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

    // ln E X^b from the transform at -i b; the engine takes out b^2 V / 2 and knows the mean of ln X as -V / 2, V the expected variance.
    // The scheme's own error at monthly steps is below a thousandth.
    [TestCase("half", 0.5)]
    [TestCase("double", 2)]
    public void Another_exposure_gains_or_loses_what_skewness_makes_of_it(string instrument, double b)
    {
        var v = 0.04 + 0.01 * (1 - Math.Exp(-2)) / 2;
        var left = law.LogTransform(new System.Numerics.Complex(0, -b), 1).Real + b * v / 2 - b * b * v / 2;
        var sample = Sample.Of(simulated.Values(instrument));
        Assert.That(Math.Log(sample.Mean), Is.EqualTo(0.02 + b * 0.05 + left).Within(4 * sample.MeanError + 0.001));
    }

    // The price's normal is the engine's own: over a step its correlation is that given, but for the variance's moves within the step.
    [Test]
    public void It_is_correlated_with_other_factors()
    {
        double[] Logs(string factor) => [.. simulated.Watched(factor, "1m").Select(x => Math.Log(x))];
        Assert.That(Sample.Correlation(Logs("x"), Logs("m")), Is.EqualTo(0.5).Within(0.01));
    }
}
