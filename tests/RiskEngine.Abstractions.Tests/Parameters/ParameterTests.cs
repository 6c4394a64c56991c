using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Abstractions.Tests.Parameters;

/// <summary>Means and standard deviations by hand, from the textbook formulas.</summary>
public sealed class ParameterTests
{
    private static readonly object[] cases =
    [
        new object[] { new Constant(3), 3, 0 },
        new object[] { new Uniform(-2, 5), 1.5, 7 / Math.Sqrt(12) },
        // Triangular 1, 2, 6: mean 3, variance (1 + 4 + 36 - 2 - 6 - 12) / 18 = 21/18.
        new object[] { new Triangular(1, 2, 6), 3, Math.Sqrt(21 / 18.0) },
        // PERT 0, 1, 4: beta(2, 4) on [0, 4]: mean 4/3, variance 16 x 8 / (36 x 7).
        new object[] { new Pert(0, 1, 4), 4 / 3.0, Math.Sqrt(16 * 8 / (36.0 * 7)) },
        new object[] { new Normal(-1, 0.4), -1, 0.4 },
        // Lognormal median 2, sigma 0.5: mean 2 e^(1/8), variance mean^2 (e^(1/4) - 1).
        new object[] { new Lognormal(2, 0.5), 2 * Math.Exp(0.125), 2 * Math.Exp(0.125) * Math.Sqrt(Math.Exp(0.25) - 1) },
        // Beta 2, 5 on [1, 3]: mean 1 + 4/7, variance 4 x 10 / (49 x 8).
        new object[] { new Beta(2, 5, 1, 3), 11 / 7.0, Math.Sqrt(40 / 392.0) },
    ];

    [TestCaseSource(nameof(cases))]
    public void Moments_are_those_of_the_distribution(Parameter parameter, double mean, double deviation)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(parameter.Mean, Is.EqualTo(mean).Within(1e-14));
            Assert.That(parameter.StandardDeviation, Is.EqualTo(deviation).Within(1e-14));
            Assert.That(parameter.Mean, Is.InRange(parameter.Lowest, parameter.Highest));
        }
    }

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    public void A_PERT_may_have_its_mode_at_a_bound(double mode, double high)
    {
        var pert = new Pert(0, mode, high);
        Assert.That((pert.Alpha, pert.Beta), Is.EqualTo((1 + 4 * mode, 5 - 4 * mode)));
    }
}
