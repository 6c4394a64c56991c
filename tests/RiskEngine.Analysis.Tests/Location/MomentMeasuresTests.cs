using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Location;

namespace RiskEngine.Analysis.Tests.Location;

internal sealed class MomentMeasuresTests
{
    [Test]
    public void Mean_and_deviation_of_a_small_sample_are_exact()
    {
        // By hand: mean 2.5, sum of squares 5, s^2 = 5/3, m4 = (2 x 1.5^4 + 2 x 0.5^4)/4 = 2.5625.
        var moments = ColumnMoments.Of([1, 2, 3, 4]);
        var s = Math.Sqrt(5.0 / 3);
        var errorOfSquare = Math.Sqrt((2.5625 - (25.0 / 9 / 3)) / 4);

        Assert.That(MomentMeasures.Mean(moments), Is.EqualTo(Estimate.Normal(2.5, s / 2)));
        Assert.That(MomentMeasures.StandardDeviation(moments).Value, Is.EqualTo(s).Within(1e-15));
        Assert.That(MomentMeasures.StandardDeviation(moments).StandardError, Is.EqualTo(errorOfSquare / (2 * s)).Within(1e-15));
    }

    [Test]
    public void Mean_and_deviation_of_a_normal_are_found_with_the_errors_of_a_normal()
    {
        // Closed form: errors s/sqrt(n) and s/sqrt(2n).
        const int n = 200_000;
        var moments = ColumnMoments.Of(Samples.Normally(Samples.Normals(n, 11), 0.07, 0.2));
        var mean = MomentMeasures.Mean(moments);
        var deviation = MomentMeasures.StandardDeviation(moments);

        Samples.AssertWithinFourErrors(mean, 0.07, "mean");
        Samples.AssertWithinFourErrors(deviation, 0.2, "deviation");
        Assert.That(mean.StandardError, Is.EqualTo(0.2 / Math.Sqrt(n)).Within(1).Percent);
        Assert.That(deviation.StandardError, Is.EqualTo(0.2 / Math.Sqrt(2.0 * n)).Within(2).Percent);
    }

    [Test]
    public void A_constant_column_has_its_value_and_no_error()
    {
        var moments = ColumnMoments.Of([0.25f, 0.25f, 0.25f]);

        Assert.That(MomentMeasures.Mean(moments), Is.EqualTo(Estimate.Exact(0.25)));
        Assert.That(MomentMeasures.StandardDeviation(moments), Is.EqualTo(Estimate.Exact(0)));
    }
}
