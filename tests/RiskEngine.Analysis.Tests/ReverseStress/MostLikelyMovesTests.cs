using RiskEngine.Analysis.ReverseStress;

namespace RiskEngine.Analysis.Tests.ReverseStress;

internal sealed class MostLikelyMovesTests
{
    [Test]
    public void Two_correlated_factors_move_by_their_covariance_with_the_payoff()
    {
        // By hand: S = [0.04 0.012; 0.012 0.09], b = (0.6, 0.4): S b = (0.0288, 0.0432), b'S b = 0.03456. A loss of 0.3 with no mean: x =
        // -0.3 S b / 0.03456.
        var found = MostLikelyMoves.Of(
            [0, 0],
            new[,]
            {
                { 0.04, 0.012 },
                { 0.012, 0.09 },
            },
            [0.6, 0.4],
            -0.3
        );
        Assert.That(found.Moves, Is.EqualTo(new[] { -0.25, -0.375 }).Within(1e-12));
        Assert.That(found.Distance, Is.EqualTo(0.3 / Math.Sqrt(0.03456)).Within(1e-12));
    }

    [FsCheck.NUnit.Property(Replay = "12345,67891", MaxTest = 60)]
    public void No_other_move_to_the_target_is_likelier(int seed)
    {
        // S = D + g g' (positive definite); Sherman and Morrison (1950) give its inverse. Any other point of the plane b'x = c lies further
        // out.
        var z = Samples.Normals(20, seed & 0xffff);
        var (d, g, b, m) = (z[..4].Select(x => 0.5 + (x * x)).ToArray(), z[4..8], z[8..12].Select(x => x + 2).ToArray(), z[12..16]);
        var covariance = new double[4, 4];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
                covariance[i, j] = (g[i] * g[j]) + (i == j ? d[i] : 0);
        }

        double Distance(IReadOnlyList<double> x)
        {
            double[] gap = [.. x.Zip(m, (a, c) => a - c)];
            var cross = gap.Select((v, i) => v * g[i] / d[i]).Sum();
            return Math.Sqrt(gap.Select((v, i) => v * v / d[i]).Sum() - (cross * cross / (1 + g.Select((v, i) => v * v / d[i]).Sum())));
        }

        var found = MostLikelyMoves.Of(m, covariance, b, -5);
        Assert.That(found.Moves.Zip(b, (x, w) => x * w).Sum(), Is.EqualTo(-5).Within(1e-9));
        Assert.That(Distance(found.Moves), Is.EqualTo(found.Distance).Within(1e-9));

        double[] other = [.. found.Moves.Zip(z[16..], (x, step) => x + step)];
        var miss = (-5 - other.Zip(b, (x, w) => x * w).Sum()) / b.Sum(w => w * w);
        Assert.That(Distance([.. other.Zip(b, (x, w) => x + (miss * w))]), Is.GreaterThanOrEqualTo(found.Distance - 1e-9));
    }

    [Test]
    public void A_payoff_that_does_not_vary_is_refused()
    {
        Assert.That(() => MostLikelyMoves.Of([0], new double[1, 1], [1], -1), Throws.ArgumentException.With.Message.Contains("varies"));
        Assert.That(() => MostLikelyMoves.Of([0], new double[2, 2], [1], -1), Throws.ArgumentException.With.Message.Contains("1 x 1"));
    }
}
