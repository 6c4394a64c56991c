using MathNet.Numerics.Distributions;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>Tables of any degrees of freedom can be made, and invert the distribution function.</summary>
public sealed class ChiSquareQuantileTests
{
    [Test]
    public void It_inverts_the_distribution_function(
        [Values(0.01, 0.3, 1, 7.5, 400, 2000)] double degreesOfFreedom,
        [Values(0.001, 0.2, 0.5, 0.97, 0.9999)] double u
    )
    {
        var x = ChiSquareQuantile.Table(degreesOfFreedom).At(u);
        Assert.That(x, Is.AtLeast(0));
        if (x > 1e-12)
            Assert.That(ChiSquared.CDF(degreesOfFreedom, x), Is.EqualTo(u).Within(1e-5));
    }

    [TestCase(0.0001)]
    [TestCase(0.3)]
    [TestCase(0.999)]
    public void For_many_degrees_of_freedom_an_approximation_takes_over_smoothly(double u)
    {
        var exact = ChiSquareQuantile.At(2000, u);
        var approximate = ChiSquareQuantile.At(2000.0000001, u);
        Assert.That(approximate, Is.EqualTo(exact).Within(5e-4 * Math.Sqrt(2 * 2000)));
        Assert.That(() => ChiSquareQuantile.Table(1e9), Throws.Nothing);
    }
}
