using MathNet.Numerics.LinearAlgebra.Double;
using RiskEngine.Analysis.Allocation;

namespace RiskEngine.Analysis.Tests.Allocation;

internal sealed class VarianceMinimiserTests
{
    private static readonly float[][] gains =
    [
        Samples.Normally(Samples.Normals(4000, 61), 0.03, 0.08),
        [
            .. Samples
                .Normals(4000, 61)
                .Zip(Samples.Normals(4000, 62), (a, b) => (float)(0.08 + (0.2 * ((0.5 * a) + (Math.Sqrt(0.75) * b))))),
        ],
        Samples.Normally(Samples.Normals(4000, 63), 0.12, 0.35),
    ];

    // Merton (1972): with nothing but the budget, S^-1 (l + m mu), l and m from the budget and the mean.
    [TestCase(null)]
    [TestCase(0.09)]
    [TestCase(0.14)]
    public void With_room_on_all_sides_it_is_merton_s_frontier(double? mean)
    {
        var problem = Problem(-50, 50);
        var inverse = DenseMatrix.OfArray(Covariance.Of(gains)).Inverse();
        var (ones, means) = (DenseVector.Create(3, 1), DenseVector.OfEnumerable(problem.Means));
        var (a, b, c) = (ones * inverse * means, means * inverse * means, ones * inverse * ones);
        var expected = mean is { } m
            ? inverse * ((ones * ((b - (a * m)) / ((b * c) - (a * a)))) + (means * (((c * m) - a) / ((b * c) - (a * a)))))
            : inverse * ones / c;
        Assert.That(new VarianceMinimiser(problem).Least(mean), Is.EqualTo(expected.ToArray()).Within(1e-5));
    }

    // Brute force: no mix of hundredths that is allowed and earns as much varies less.
    [TestCase(0.05)]
    [TestCase(0.09)]
    [TestCase(0.11)]
    public void Within_bounds_no_other_mix_varies_less(double mean)
    {
        var problem = Problem(0, 0.8);
        var covariance = Covariance.Of(gains);
        var found = new VarianceMinimiser(problem).Least(mean);
        Assert.That(found.Sum(), Is.EqualTo(1).Within(1e-6));
        Assert.That(found, Is.All.InRange(0, 0.8));
        Assert.That(Mean(found), Is.GreaterThanOrEqualTo(mean - 1e-6));
        for (var i = 0; i <= 80; i++)
        {
            for (var j = Math.Max(0, 20 - i); j <= Math.Min(80, 100 - i); j++)
            {
                double[] mix = [i / 100.0, j / 100.0, (100 - i - j) / 100.0];
                if (Mean(mix) >= mean)
                    Assert.That(Variance(mix), Is.GreaterThanOrEqualTo(Variance(found) - 1e-7));
            }
        }

        double Mean(double[] x) => x.Zip(problem.Means, (w, m) => w * m).Sum();

        double Variance(double[] x) => x.Select((w, p) => x.Select((v, q) => w * v * covariance[p, q]).Sum()).Sum();
    }

    [Test]
    public void A_fixed_part_stays_and_a_mean_out_of_reach_is_refused()
    {
        var problem = new AllocationProblem(gains, [0, 0.3, 0], [1, 0.3, 1], 1, 0.95);
        Assert.That(new VarianceMinimiser(problem).Least()[1], Is.EqualTo(0.3));
        Assert.That(() => new VarianceMinimiser(problem).Least(0.5), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void The_frontier_rises_in_mean_and_variance()
    {
        var frontier = new VarianceMinimiser(Problem(0, 1)).Frontier(8);
        Assert.That(frontier, Has.Count.EqualTo(8));
        Assert.That(frontier.Select(w => w[2]), Is.Ordered, "the riskiest");
    }

    private static AllocationProblem Problem(double lower, double upper) =>
        new(gains, [lower, lower, lower], [upper, upper, upper], 1, 0.95);
}
