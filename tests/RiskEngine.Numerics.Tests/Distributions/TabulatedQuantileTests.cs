using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.Distributions;

namespace RiskEngine.Numerics.Tests.Distributions;

public sealed class TabulatedQuantileTests
{
    private static readonly TabulatedQuantile standardNormal = new(u => Normal.InvCDF(0, 1, u));

    // Midpoints of 2^20 equal cells integrate the powers of a quantile function; closed forms are the textbook moments.
    private static double[] Moments(TabulatedQuantile table)
    {
        var x = Enumerable.Range(0, 1 << 20).Select(i => (i + 0.5) / (1 << 20)).ToArray();
        table.Fill(x, x);
        return Enumerable.Range(1, 4).Select(power => x.Average(value => Math.Pow(value, power))).ToArray();
    }

    [Test]
    public void The_moments_of_a_normal_are_right_to_a_hundred_thousandth()
    {
        var moments = Moments(standardNormal);
        Assert.That(moments[0], Is.Zero.Within(1e-12));
        Assert.That(moments[1], Is.EqualTo(1).Within(1e-5));
        Assert.That(moments[2], Is.Zero.Within(1e-11));
        Assert.That(moments[3], Is.EqualTo(3).Within(1e-4)); // the midpoints themselves miss 7e-5 of it
    }

    [Test]
    public void The_moments_of_a_beta_are_right_to_a_hundred_thousandth()
    {
        var (a, b) = (2.5, 4.0);
        var moments = Moments(new TabulatedQuantile(u => Beta.InvCDF(a, b, u)));
        var expected = 1.0;
        for (var k = 0; k < 4; k++)
        {
            expected *= (a + k) / (a + b + k);
            Assert.That(moments[k], Is.EqualTo(expected).Within(1e-5));
        }
    }

    [Test]
    public void Quantiles_of_a_normal_are_right_to_the_stated_error()
    {
        for (var i = 1; i < 200_000; i++)
        {
            var u = i / 200_000.0;
            Assert.That(standardNormal.At(u), Is.EqualTo(Normal.InvCDF(0, 1, u)).Within(4e-6));
        }
    }

    [Test]
    public void Linear_quantiles_are_exact()
    {
        var uniform = new TabulatedQuantile(u => 3 + (4 * u));
        for (var u = 1e-9; u < 1; u += 0.000_37)
            Assert.That(uniform.At(u), Is.EqualTo(3 + (4 * u)).Within(1e-14));
    }

    [Test]
    public void Knots_tails_and_the_median_are_exact()
    {
        foreach (var p in new[] { 0.5, 0.25, 0.375, 1 / 131072.0, 1 / 131073.0, 1e-6, 1e-12 })
        {
            Assert.That(standardNormal.At(p), Is.EqualTo(Normal.InvCDF(0, 1, p)));
            Assert.That(standardNormal.At(1 - p), Is.EqualTo(Normal.InvCDF(0, 1, 1 - p)));
        }
    }

    [FsCheck.NUnit.Property]
    public Property Quantiles_never_fall() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<uint>(),
            ArbMap.Default.ArbFor<uint>(),
            (first, second) =>
            {
                var (u, v) = ((Math.Min(first, second) + 0.5) / 4294967296.0, (Math.Max(first, second) + 0.5) / 4294967296.0);
                return standardNormal.At(u) <= standardNormal.At(v);
            }
        );

    [TestCase(0.0)]
    [TestCase(1.0)]
    [TestCase(-0.5)]
    [TestCase(double.NaN)]
    public void What_is_no_probability_is_refused(double u) =>
        Assert.That(() => standardNormal.At(u), Throws.ArgumentException.With.Message.Contains($"found {u}"));

    [Test]
    public void A_function_that_falls_is_refused() =>
        Assert.That(() => new TabulatedQuantile(u => -u), Throws.ArgumentException.With.Message.Contains("does not fall"));
}
