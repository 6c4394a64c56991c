using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Simulation.Processes;
using RiskEngine.Testing;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>Each step's move is t-distributed with the volatility given, and joined to other factors by the Gaussian copula.</summary>
public sealed class StudentTStepsTests
{
    private const double Nu = 4;
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(0.02)
                .With(Factors.StudentT("x", 0.3, Nu, drift: 0.1, start: 5), Factors.StudentT("y", 0.2, 3) with { Premium = 0.03 })
                .Correlate("x", "y", 0.6)
                .With(Instruments.Equity("tracker", 0.2, ("y", 1)), Instruments.Cash("cash"))
                .Hold("p", ("tracker", 1))
                .Watch("x", "1m")
                .Watch("y", "1m")
                .Watch("x", "1y")
        );

    [TestCase(0.3)]
    [TestCase(0.05)]
    [TestCase(0.01)]
    [TestCase(0.001)]
    public void A_step_has_the_tails_of_its_distribution(double tail)
    {
        var deviation = Math.Sqrt(CappedVariance(Nu));
        var level = 5 * Math.Exp(0.1 * Month - 0.3 * Math.Sqrt(Month) * StudentT.InvCDF(0, 1, Nu, 1 - tail) / deviation);
        Within.FourErrorsOfShare(simulated.Watched("x", "1m").Count(x => x < level), Simulated.Paths, tail);
    }

    [Test]
    public void Half_of_the_paths_grow_by_more_than_the_drift() =>
        Within.FourErrorsOfShare(simulated.Watched("x", "1y").Count(x => x > 5 * Math.Exp(0.1)), Simulated.Paths, 0.5);

    // Both rise together with probability 1/4 + asin(rho) / 2 pi (Sheppard 1899): quadrants know the copula only.
    [Test]
    public void Two_of_them_keep_the_Gaussian_copula()
    {
        var both = simulated
            .Watched("x", "1m")
            .Zip(simulated.Watched("y", "1m"))
            .Count(p => p.First > 5 * Math.Exp(0.1 * Month) && p.Second > 1);
        Within.FourErrorsOfShare(both, Simulated.Paths, 0.25 + Math.Asin(0.6) / (2 * Math.PI));
    }

    // What a capped t distribution makes of a mean is this integral, step by step, and it is taken out whole.
    [Test]
    public void Its_expected_return_is_the_risk_free_rate_and_the_premium()
    {
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("tracker")), Math.Exp(0.05));
        var deviation = Math.Sqrt(CappedVariance(3));
        var scale = 0.2 * Math.Sqrt(Month);
        var expected = Math.Log(Expectation(3, t => Math.Cosh(scale * t / deviation), 20 * deviation));
        Assert.That(new StudentShock(3).LogMean(scale), Is.EqualTo(expected).Within(2e-3 * expected));
    }

    // Eight days into a monthly step: a horizon of its own, with the tails of the same distribution.
    [TestCase(0.05)]
    [TestCase(0.001)]
    public void A_part_of_a_step_has_them_too(double tail)
    {
        var cut = Simulated.Of(
            SmallScenario
                .New()
                .Until("8d", "1m")
                .With(Factors.StudentT("x", 0.3, Nu))
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch("x", "8d")
                .Watch("x", "1m")
        );
        foreach (var tenor in new[] { "8d", "1m" })
        {
            var scale = 0.3 * Math.Sqrt(SmallScenario.Years(tenor)) / Math.Sqrt(CappedVariance(Nu));
            var level = Math.Exp(-scale * StudentT.InvCDF(0, 1, Nu, 1 - tail));
            Within.FourErrorsOfShare(cut.Watched("x", tenor).Count(x => x < level), Simulated.Paths, tail, tenor);
        }
    }

    [TestCase(2.1)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(40)]
    public void A_shock_is_a_quantile_over_the_capped_deviation(double degreesOfFreedom)
    {
        var shock = new StudentShock(degreesOfFreedom);
        var deviation = Math.Sqrt(CappedVariance(degreesOfFreedom));
        foreach (var z in (double[])[0.2, 1.003, 2.5, 3.7])
        {
            var expected = Math.Min(20, -StudentT.InvCDF(0, 1, degreesOfFreedom, Normal.CDF(0, 1, -z)) / deviation);
            Assert.That(shock.At(z), Is.EqualTo(expected).Within(0.1).Percent);
            Assert.That(shock.At(-z), Is.EqualTo(-shock.At(z)));
        }

        Assert.That(shock.At(100), Is.EqualTo(shock.At(8)).And.AtMost(20 + 1e-9));
        Assert.That(shock.NormalCorrelation, Is.InRange(0.5, 1));
    }

    [Test]
    public void Degrees_of_freedom_are_a_plain_number()
    {
        var factor = Factors.StudentT("x", 0.2, 5);
        factor = factor with
        {
            Parameters = new Dictionary<string, Parameter>(factor.Parameters) { ["degreesOfFreedom"] = new Uniform(3, 5) },
        };
        Assert.That(
            new StudentTSteps().Check(factor, SmallScenario.AsOf),
            Is.EqualTo(new[] { "expected a plain number as degreesOfFreedom, found a distribution" })
        );
    }

    private static double Month => SmallScenario.Years("1m");

    /// <summary>The variance v of T within 20 sqrt(v): found by halving.</summary>
    private static double CappedVariance(double nu)
    {
        var (low, high) = (0.5, 100.0);
        for (var round = 0; round < 60; round++)
        {
            var middle = (low + high) / 2;
            if (Expectation(nu, t => t * t, 20 * Math.Sqrt(middle)) > middle)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The expectation of an even function of T, T counting as the cap beyond it.</summary>
    private static double Expectation(double nu, Func<double, double> of, double cap) =>
        2 * GaussLegendreRule.Integrate(s => of(Math.Sinh(s)) * StudentT.PDF(0, 1, nu, Math.Sinh(s)) * Math.Cosh(s), 0, Math.Asinh(cap), 64)
        + 2 * of(cap) * StudentT.CDF(0, 1, nu, -cap);
}
