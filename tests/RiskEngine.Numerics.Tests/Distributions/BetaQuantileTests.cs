using MathNet.Numerics;
using RiskEngine.Numerics.Distributions;

namespace RiskEngine.Numerics.Tests.Distributions;

/// <summary>Against closed forms, and against the distribution function that MathNet evaluates.</summary>
public sealed class BetaQuantileTests
{
    private static readonly double[] probabilities =
    [
        1e-15,
        1e-9,
        1e-6,
        1 / 131072.0,
        1e-4,
        0.01,
        0.1,
        0.3,
        0.4999,
        0.5,
        0.5001,
        0.7,
        0.9,
        0.99,
        0.9999,
        1 - 1e-6,
        1 - 1e-9,
    ];

    private static readonly (double A, double B)[] shapes =
    [
        (1, 1),
        (2, 5),
        (5, 2),
        (1.5, 4.5),
        (3, 3),
        (1, 7),
        (0.5, 0.5),
        (0.1, 5),
        (5, 0.1),
        (0.7, 1.3),
        (40, 3),
        (3, 40),
        (300, 700),
        (10_000, 10_000),
        (10_000, 2),
    ];

    [Test]
    public void A_power_is_a_beta_with_one_shape_of_one([Values(0.02, 0.5, 1, 2, 7, 300)] double shape)
    {
        var (low, high) = (new BetaQuantile(shape, 1), new BetaQuantile(1, shape));
        foreach (var u in probabilities)
        {
            Assert.That(low.At(u), Is.EqualTo(Math.Pow(u, 1 / shape)).Within(1e-11).Percent);
            Assert.That(1 - high.At(u), Is.EqualTo(Math.Pow(1 - u, 1 / shape)).Within(1e-14), $"{u}");
        }
    }

    // F(x) = 2/pi arcsin(sqrt(x)).
    [Test]
    public void The_arcsine_law_is_a_beta_with_shapes_of_one_half()
    {
        foreach (var u in probabilities)
            Assert.That(new BetaQuantile(0.5, 0.5).At(u), Is.EqualTo(Math.Pow(Math.Sin(Math.PI * u / 2), 2)).Within(2e-10).Percent);
    }

    [TestCaseSource(nameof(shapes))]
    public void The_distribution_function_leads_back((double A, double B) shape)
    {
        var quantile = new BetaQuantile(shape.A, shape.B);
        foreach (var u in probabilities)
        {
            // Next to 1 a double has too few digits to be led back.
            var x = quantile.At(u);
            if (x < 0.999)
                Assert.That(SpecialFunctions.BetaRegularized(shape.A, shape.B, x), Is.EqualTo(u).Within(2e-8).Percent, $"{u}");
        }
    }

    [TestCaseSource(nameof(shapes))]
    public void Turned_around_it_is_the_beta_with_its_shapes_exchanged((double A, double B) shape)
    {
        var (quantile, turned) = (new BetaQuantile(shape.A, shape.B), new BetaQuantile(shape.B, shape.A));
        foreach (var u in probabilities.Where(u => u >= 1e-6))
            Assert.That(quantile.At(u) + turned.At(1 - u), Is.EqualTo(1).Within(1e-12), $"{u}");
    }

    [TestCaseSource(nameof(shapes))]
    public void A_table_has_the_quantiles_at_its_knots((double A, double B) shape)
    {
        var quantile = new BetaQuantile(shape.A, shape.B);
        var table = quantile.Table(-1, 3);
        foreach (var p in TabulatedQuantile.Knots().Where((_, k) => k % 41 == 0))
        {
            Assert.That(table.At(p), Is.EqualTo(-1 + (4 * quantile.At(p))).Within(1e-12));
            Assert.That(table.At(1 - p), Is.EqualTo(-1 + (4 * quantile.At(1 - p))).Within(1e-12));
        }
    }

    // Most of the probability within 1e-300 of the ends.
    [Test]
    public void Tiny_shapes_pile_up_at_the_ends()
    {
        var quantile = new BetaQuantile(0.001, 0.001);
        Assert.That(quantile.At(0.3), Is.LessThan(1e-100));
        Assert.That(quantile.At(0.5), Is.EqualTo(0.5).Within(1e-9));
        Assert.That(quantile.At(0.7), Is.EqualTo(1));
    }

    [TestCase(0, 1)]
    [TestCase(1, -2)]
    [TestCase(double.NaN, 1)]
    public void What_is_no_shape_is_refused(double a, double b) =>
        Assert.That(() => new BetaQuantile(a, b), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void What_is_no_probability_is_refused(double u) =>
        Assert.That(() => new BetaQuantile(2, 2).At(u), Throws.ArgumentException.With.Message.Contains($"found {u}"));
}
