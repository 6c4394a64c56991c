using MathNet.Numerics.Distributions;
using RiskEngine.Analysis.Location;

namespace RiskEngine.Analysis.Tests.Location;

internal sealed class QuantilesTests
{
    [TestCase(0.25, 1)]
    [TestCase(0.26, 2)]
    [TestCase(0.5, 2)]
    [TestCase(0.51, 3)]
    [TestCase(0.99, 4)]
    public void The_quantile_is_the_outcome_of_rank_ceiling_np(double p, double expected)
    {
        Assert.That(Quantiles.At(Samples.Sorted([4, 2, 1, 3]), p).Value, Is.EqualTo(expected)); // by hand
    }

    [TestCase(0.05, 5_000)]
    [TestCase(0.95, 95_000)]
    [TestCase(1 - 0.95, 5_000)]
    [TestCase(1 - 0.99, 1_000)]
    public void Rounding_of_the_probability_does_not_move_the_rank(double p, int rank)
    {
        var column = Enumerable.Range(1, 100_000).Select(k => (float)k).ToArray();

        Assert.That(Quantiles.At(Samples.Sorted(column), p).Value, Is.EqualTo(rank));
    }

    [TestCase(100, 0.5, 40, 61)] // published: the usual ranks for the median of 100
    [TestCase(20, 0.5, 6, 15)] // published: sign test tables, n = 20
    public void The_interval_has_the_published_ranks(int n, double p, int lower, int upper)
    {
        var column = Enumerable.Range(1, n).Select(k => (float)k).ToArray();
        var median = Quantiles.At(Samples.Sorted(column), p);

        Assert.That((median.Low, median.High), Is.EqualTo(((double)lower, (double)upper)));
        Assert.That(median.StandardError, Is.EqualTo((upper - lower) / (2 * 1.959964)).Within(1e-6));
    }

    [Test]
    public void The_ranks_agree_with_the_binomial_distribution(
        [Values(2, 30, 500, 2_000, 100_000)] int n,
        [Values(0.01, 0.05, 0.3, 0.5, 0.99)] double p
    )
    {
        // Twin: MathNet's binomial distribution function.
        Func<int, double> below = k => k >= n ? 1 : new Binomial(p, n).CumulativeDistribution(k); // MathNet's is NaN at n
        var (lower, upper) = OrderStatisticInterval.RanksFor(n, p);

        Assert.Multiple(() =>
        {
            Assert.That(below(lower - 1), Is.LessThanOrEqualTo(0.025), "P(B < l)");
            Assert.That(below(lower), Is.GreaterThan(0.025), "l is the largest");
            Assert.That(1 - below(upper - 1), Is.LessThanOrEqualTo(0.025), "P(B >= u)");
            Assert.That(1 - below(upper - 2), Is.GreaterThan(0.025), "u is the smallest");
        });
    }

    [TestCase(0.01, 368)]
    [TestCase(0.05, 72)]
    public void A_sample_too_small_for_the_interval_has_a_value_without_error(double p, int enough)
    {
        // Closed form: the lowest outcome bounds from below once (1 - p)^n <= 2.5%.
        var small = Quantiles.At(Samples.Sorted(new float[enough - 1]), p);
        var large = Quantiles.At(Samples.Sorted(new float[enough]), p);

        Assert.That((small.IsAvailable, small.HasError), Is.EqualTo((true, false)));
        Assert.That(large.HasError, Is.True);
    }

    [Test]
    public void Quantiles_of_a_normal_are_found()
    {
        var column = Samples.Sorted(Samples.Normally(Samples.Normals(200_000, 12), 0.07, 0.2));

        foreach (var p in new[] { 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99 })
        {
            var estimate = Quantiles.At(column, p);
            var truth = Normal.InvCDF(0.07, 0.2, p);
            var asymptotic = Math.Sqrt(p * (1 - p) / 200_000) / Normal.PDF(0.07, 0.2, truth);
            Samples.AssertWithinFourErrors(estimate, truth, $"quantile {p}");
            Assert.That(estimate.StandardError, Is.EqualTo(asymptotic).Within(20).Percent, $"error of quantile {p}");
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void A_probability_outside_0_to_1_is_refused(double p)
    {
        Assert.That(() => Quantiles.At(Samples.Sorted([1, 2]), p), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
