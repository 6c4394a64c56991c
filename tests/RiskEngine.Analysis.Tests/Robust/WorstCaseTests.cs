using MathNet.Numerics.Distributions;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Robust;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Tests.Robust;

internal sealed class WorstCaseTests
{
    private const int Paths = 50_000;
    private static readonly float[] grid = [.. Enumerable.Range(0, Paths).Select(i => (float)Normal.InvCDF(0, 1, (i + 0.5) / Paths))];

    [TestCase(0.02)]
    [TestCase(0.125)]
    [TestCase(0.5)]
    public void The_worst_mean_of_a_normal_lies_a_root_of_twice_the_radius_away(double radius)
    {
        // Closed form (Glasserman and Xu 2014): m + s sqrt(2 eta).
        float[] losses = [.. grid.Select(z => 0.1f + (0.3f * z))];

        Assert.That(
            WorstCase.Mean(losses, PathWeights.Equal, radius).Value,
            Is.EqualTo(0.1 + (0.3 * Math.Sqrt(2 * radius))).Within(0.5).Percent
        );
    }

    [Test]
    public void At_radius_0_the_worst_case_is_the_model()
    {
        var es = ExpectedShortfall.At(Samples.Sorted(grid), 0.95);

        Assert.That(WorstCase.ExpectedShortfall(grid, PathWeights.Equal, 0.95, 0), Is.EqualTo(es));
        Assert.That(WorstCase.ExpectedShortfall(grid, PathWeights.Equal, 0.95, 1e-6).Value, Is.EqualTo(es.Value).Within(0.01));
        Assert.That(WorstCase.Mean(grid, PathWeights.Equal, 0).Value, Is.Zero.Within(1e-9));
    }

    [TestCase(0.05)]
    [TestCase(0.3)]
    public void No_distribution_within_the_radius_has_a_worse_expected_shortfall_and_one_has_it(double radius)
    {
        // Twin: the tilt of (L - v)+ / 5% at many v, each scaled to the radius by bisection, and its own expected shortfall.
        var worst = WorstCase.ExpectedShortfall(grid, PathWeights.Equal, 0.95, radius).Value;
        var best = double.NegativeInfinity;
        for (var v = 1.2; v < 3.6; v += 0.05)
        {
            var (low, high) = (0.0, 5.0);
            for (var i = 0; i < 40; i++)
            {
                var theta = (low + high) / 2;
                if (Entropy(Tilted(v, theta)) > radius)
                    high = theta;
                else
                    low = theta;
            }

            best = Math.Max(
                best,
                ExpectedShortfall
                    .At(SortedColumn.Of(grid, new float[SortedColumn.ScratchLength(Paths)], PathWeights.Of(Tilted(v, low))), 0.95)
                    .Value
            );
        }

        Assert.That(best, Is.LessThanOrEqualTo(worst + 1e-6));
        Assert.That(best, Is.EqualTo(worst).Within(0.2).Percent);
    }

    [Test]
    public void The_worst_case_grows_with_the_radius_up_to_the_worst_path()
    {
        double[] found =
        [
            .. new[] { 0, 0.01, 0.1, 1, 5, 100 }.Select(eta => WorstCase.ExpectedShortfall(grid, PathWeights.Equal, 0.95, eta).Value),
        ];

        Assert.That(found, Is.Ordered);
        Assert.That(found[^1], Is.EqualTo(-grid[0]).Within(1e-4));
        Assert.That(WorstCase.ExpectedShortfall(grid, PathWeights.Equal, 0.95, 0.05).HasError, Is.True);
        Assert.That(
            WorstCase.ExpectedShortfall(grid, PathWeights.Equal, 0.95, 1).HasError,
            Is.False,
            "a handful of paths carries that tail"
        );
    }

    [Test]
    public void The_stated_error_of_the_worst_mean_is_the_spread_over_samples()
    {
        var all = Samples.Normals(200 * 2_000, 501);
        var estimates = Enumerable
            .Range(0, 200)
            .Select(s => WorstCase.Mean(Samples.Normally(all[(s * 2_000)..((s + 1) * 2_000)], 0, 1), PathWeights.Equal, 0.1))
            .ToArray();
        var mean = estimates.Average(e => e.Value);
        var spread = Math.Sqrt(estimates.Average(e => (e.Value - mean) * (e.Value - mean)));

        Assert.That(estimates.Average(e => e.StandardError), Is.EqualTo(spread).Within(20).Percent); // 200 samples: 4 x 5%
    }

    [TestCase(0.1, 0.4)]
    [TestCase(-0.05, 0.2)]
    public void A_normal_effect_turns_at_half_its_squared_ratio(double mean, double deviation)
    {
        // Closed form: KL of N(0, s^2) and N(m, s^2).
        float[] effects = [.. grid.Select(z => (float)(mean + (deviation * z)))];
        var turning = TurningPoint.Of(effects);

        Assert.That(turning.Radius.Value, Is.EqualTo(mean * mean / (deviation * deviation) / 2).Within(0.5).Percent);
        Assert.That(turning.Deviations, Is.EqualTo(Math.Abs(mean) / deviation).Within(0.5).Percent);
        Assert.That(turning.DetectionError, Is.EqualTo(Normal.CDF(0, 1, -Math.Abs(mean) / deviation / 2)).Within(1e-3));
        // delta method on the closed form
        Assert.That(turning.Radius.StandardError, Is.EqualTo(Math.Abs(mean) / deviation / Math.Sqrt(Paths)).Within(10).Percent);
    }

    [Test]
    public void What_every_path_agrees_on_cannot_turn()
    {
        Assert.That(TurningPoint.Of([0.1f, 0.2f, 0.3f]).Radius.IsAvailable, Is.False);
        Assert.That(() => WorstCase.Mean(grid, PathWeights.Equal, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static double[] Tilted(double v, double theta)
    {
        double[] raw = [.. grid.Select(z => Math.Exp(theta * Math.Max(-z - v, 0) / 0.05))];
        var sum = raw.Sum();
        return Array.ConvertAll(raw, w => w / sum);
    }

    private static double Entropy(double[] p) => p.Sum(x => x * Math.Log(x * p.Length));
}
