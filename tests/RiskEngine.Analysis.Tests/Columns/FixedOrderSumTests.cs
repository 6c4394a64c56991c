using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Tests.Columns;

internal sealed class FixedOrderSumTests
{
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(8)]
    [TestCase(4095)]
    [TestCase(4097)]
    [TestCase(100_003)]
    public void The_moments_agree_with_decimal_arithmetic(int n)
    {
        // Twin: decimal carries 28 digits, so the twin's own rounding is invisible. One path has no moments: repeat it.
        var column = Samples.Lognormal(Samples.Normals(n, 3), 0.02, 0.3);
        column = n == 1 ? [column[0], 0.5f] : column;
        var exact = column.Select(x => (decimal)(double)x).ToArray();
        var mean = exact.Average();

        var moments = ColumnMoments.Of(column);

        Assert.That(moments.Mean, Is.EqualTo((double)mean).Within(1e-14));
        Assert.That(moments.M2, Is.EqualTo((double)exact.Average(x => (x - mean) * (x - mean))).Within(1e-14));
        Assert.That(moments.M3, Is.EqualTo((double)exact.Average(x => (x - mean) * (x - mean) * (x - mean))).Within(1e-14));
        Assert.That(moments.M4, Is.EqualTo((double)exact.Average(x => (x - mean) * (x - mean) * (x - mean) * (x - mean))).Within(1e-14));
    }

    [Test]
    public void Moments_of_a_constant_column_are_exactly_zero()
    {
        var moments = ColumnMoments.Of(Enumerable.Repeat(0.1f, 99_991).ToArray());

        Assert.That(moments, Is.EqualTo(new ColumnMoments(99_991, 99_991, 0.1f, 0, 0, 0, default)));
        Assert.That(moments.IsConstant, Is.True);
    }

    [Test]
    public void Large_cancelling_outcomes_leave_the_small_ones()
    {
        // By hand: blocks of +1e10 and -1e10 cancel exactly; what is left is 4,096 times 0.5 over three blocks.
        float[] column = [.. Enumerable.Repeat(1e10f, 4096), .. Enumerable.Repeat(0.5f, 4096), .. Enumerable.Repeat(-1e10f, 4096)];

        Assert.That(ColumnMoments.Of(column).Mean, Is.EqualTo(0.5 / 3).Within(1e-15));
    }
}
