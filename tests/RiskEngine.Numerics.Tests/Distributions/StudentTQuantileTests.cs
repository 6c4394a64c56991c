using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.Distributions;

namespace RiskEngine.Numerics.Tests.Distributions;

public sealed class StudentTQuantileTests
{
    /// <summary>Tables of the t distribution (Pearson and Hartley, Biometrika Tables for Statisticians, table 12).</summary>
    [TestCase(1, 0.975, 12.706)]
    [TestCase(3, 0.99, 4.541)]
    [TestCase(5, 0.025, -2.571)]
    [TestCase(30, 0.995, 2.750)]
    public void Tabulated_quantiles_come_out(double degreesOfFreedom, double p, double quantile) =>
        Assert.That(StudentTQuantile.At(new StudentT(0, 1, degreesOfFreedom), p), Is.EqualTo(quantile).Within(0.0005));

    /// <summary>For two degrees of freedom there is a closed form: (2p - 1)/sqrt(2 p (1 - p)).</summary>
    [Test]
    public void The_closed_form_of_two_degrees_of_freedom_comes_out()
    {
        foreach (var p in new[] { 1e-9, 1e-4, 0.03, 0.3, 0.4999, 0.7, 0.9999 })
        {
            // For p above a half the tail 1 - p keeps fewer digits.
            Assert.That(
                StudentTQuantile.At(new StudentT(0, 1, 2), p),
                Is.EqualTo(((2 * p) - 1) / Math.Sqrt(2 * p * (1 - p))).Within(1e-6).Percent
            );
        }
    }

    [Test]
    public void Every_quantile_is_found_whatever_the_degrees_of_freedom()
    {
        for (var nu = 2.001; nu < 200; nu *= 1.07)
        {
            var t = new StudentT(0, 1, nu);
            foreach (var p in new[] { 1e-8, 1e-5, 0.001, 0.01, 0.1, 0.45, 0.55, 0.99 })
                Assert.That(t.CumulativeDistribution(StudentTQuantile.At(t, p)), Is.EqualTo(p).Within(1e-8).Percent, $"nu {nu}, p {p}");
        }
    }
}
