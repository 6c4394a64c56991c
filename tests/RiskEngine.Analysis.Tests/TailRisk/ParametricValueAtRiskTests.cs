using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Tests.TailRisk;

internal sealed class ParametricValueAtRiskTests
{
    // The expansion as the documentation of mir.stat gives it (cornishFisherInvCDF): skewness 0.1, excess kurtosis 0, 1 and -1.
    [TestCase(0.9, 0.1, 0, 1.292868)]
    [TestCase(0.9, 0.1, 1, 1.220374)]
    [TestCase(0.99, 0.1, -1, 2.162328)]
    [TestCase(0.01, 0.1, 1, -2.482841)]
    public void The_expansion_has_its_published_values(double p, double s, double k, double value) =>
        Assert.That(new CornishFisher(s, k).Cubic(Normal.InvCDF(0, 1, p)), Is.EqualTo(value).Within(5e-6));

    // Maillard (2012), eq. for the variance: 1 + K^2 / 96 + 25 S^4 / 1296 - K S^2 / 36.
    [TestCase(0.4, 0.9)]
    [TestCase(-0.8, 2)]
    public void Its_variance_is_maillard_s(double s, double k) =>
        Assert.That(
            new CornishFisher(s, k).Moments().Variance,
            Is.EqualTo(1 + (k * k / 96) + (25 * Math.Pow(s, 4) / 1296) - (k * s * s / 36)).Within(1e-12)
        );

    [TestCase(0, 0)]
    [TestCase(-0.6, 2)]
    [TestCase(0.95, 1.65)]
    [TestCase(0, 5)]
    public void The_moments_that_are_asked_for_come_out(double skewness, double kurtosis)
    {
        var (_, skew, kurt) = CornishFisher.With(skewness, kurtosis)!.Value.Moments();
        Assert.That((skew, kurt), Is.EqualTo((skewness, kurtosis)).Within(1e-9));
    }

    // No distribution has a kurtosis below 1 + skewness^2; the expansion's own domain is smaller, and a flat one is outside.
    [TestCase(1.5, 0.2)]
    [TestCase(0, -1.2)]
    [TestCase(0, 60)]
    public void Outside_its_domain_there_is_none(double skewness, double kurtosis) =>
        Assert.That(CornishFisher.With(skewness, kurtosis), Is.Null);

    // Hull, value at risk, model-building approach: a deviation of $220,227 a day is a 10-day VaR 99% of $1,620,100; options with one of
    // $7,099 a day have a 5-day VaR 95% of $26,100 or so (1.65 for the quantile: $26,193).
    [TestCase(220_227, 10, 0.99, 1_620_100, 100)]
    [TestCase(7_099, 5, 0.95, 26_193 * 1.644854 / 1.65, 10)]
    public void Of_deltas_it_is_the_deviation_s(double deviation, int days, double level, double value, double error) =>
        Assert.That(DeltaNormalValueAtRisk.At(deviation * Math.Sqrt(days), level).Value, Is.EqualTo(value).Within(error));

    [Test]
    public void Of_a_normal_both_are_the_normal_s()
    {
        var column = Samples.Normally(Samples.Normals(200_000, 41), 0.05, 0.2);
        var moments = ColumnMoments.Of(column);
        foreach (var level in new[] { 0.95, 0.99 })
        {
            var expected = -0.05 - (0.2 * Normal.InvCDF(0, 1, 1 - level));
            Samples.AssertWithinFourErrors(NormalValueAtRisk.At(moments, level), expected, "normal");
            Samples.AssertWithinFourErrors(CornishFisherValueAtRisk.At(column, moments, level), expected, "Cornish-Fisher");
        }
    }

    // Of a lognormal, whose VaR is known, four moments leave a few per cent of what two do.
    [Test]
    public void Four_moments_come_nearer_to_a_skewed_tail_than_two()
    {
        var column = Samples.Lognormal(Samples.Normals(200_000, 42), 0, 0.25);
        var moments = ColumnMoments.Of(column);
        var exact = 1 - Math.Exp(0.25 * Normal.InvCDF(0, 1, 0.01));
        var (two, four) = (NormalValueAtRisk.At(moments, 0.99).Value, CornishFisherValueAtRisk.At(column, moments, 0.99).Value);
        Assert.That(two - exact, Is.GreaterThan(0.08));
        Assert.That(four, Is.EqualTo(exact).Within(0.01));
    }

    [Test]
    public void A_constant_has_its_own_loss_and_bimodal_profits_none()
    {
        float[] constant = [0.1f, 0.1f, 0.1f];
        Assert.That(CornishFisherValueAtRisk.At(constant, ColumnMoments.Of(constant), 0.95).Value, Is.EqualTo(-0.1).Within(1e-8));
        float[] coin = [.. Enumerable.Range(0, 100).Select(k => k % 2 == 0 ? -0.5f : 0.5f)];
        Assert.That(CornishFisherValueAtRisk.At(coin, ColumnMoments.Of(coin), 0.95), Is.EqualTo(Estimate.NotAvailable));
        Assert.That(() => NormalValueAtRisk.At(ColumnMoments.Of(coin), 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
