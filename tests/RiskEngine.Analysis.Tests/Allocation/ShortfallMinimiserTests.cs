using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra.Double;
using RiskEngine.Analysis.Allocation;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Tests.Allocation;

internal sealed class ShortfallMinimiserTests
{
    private static readonly double[] z = Samples.Normals(6 * 4_000, 601);

    [TestCase(0.045)]
    [TestCase(0.055)]
    public void Of_normals_the_least_shortfall_is_the_least_variance(double mean)
    {
        // Closed form (Rockafellar and Uryasev 2000): for a given mean, ES = k sigma - mean falls with sigma. Independent normals on a grid
        // of 200 x 200 quantiles, whose tails are thinner by half a per cent.
        const int side = 200;
        float[] axis = [.. Enumerable.Range(0, side).Select(i => (float)Normal.InvCDF(0, 1, (i + 0.5) / side))];
        float[] Asset(double m, double a, double b) =>
            [.. Enumerable.Range(0, side * side).Select(i => (float)(m + (a * axis[i % side]) + (b * axis[i / side])))];
        var problem = Portfolio([Asset(0.06, 0.2, 0), Asset(0.03, 0, 0.1), Asset(0.05, 0.1, 0.1)]);
        var best = (Variance: double.PositiveInfinity, Weights: Array.Empty<double>());
        for (var a = 0; a <= 2000; a++)
        {
            // Two equations, one free weight.
            var first = a / 2000.0;
            var third = (mean - 0.03 - (0.03 * first)) / 0.02;
            var second = 1 - first - third;
            if (third < 0 || second < 0)
                continue;
            var (x, y) = ((0.2 * first) + (0.1 * third), (0.1 * second) + (0.1 * third));
            if ((x * x) + (y * y) < best.Variance)
                best = ((x * x) + (y * y), [first, second, third]);
        }

        var found = new ShortfallMinimiser(problem, 1e-6).Least(mean);
        var k = Normal.PDF(0, 1, Normal.InvCDF(0, 1, 0.05)) / 0.05;

        Assert.That(found.Gap, Is.LessThanOrEqualTo(1e-6));
        Assert.That(found.Amounts, Is.EqualTo(best.Weights).Within(0.02));
        Assert.That(found.ExpectedShortfall, Is.EqualTo((k * Math.Sqrt(best.Variance)) - mean).Within(1).Percent);
    }

    [TestCase(11)]
    [TestCase(12)]
    [TestCase(13)]
    public void A_small_linear_program_is_solved_as_by_trying_every_vertex(int seed)
    {
        // Brute force: ES of 8 paths at 75% is the largest mean loss of two of them; the minimum lies where three of 28 + 6 planes meet.
        var draws = Samples.Normals(24, seed);
        var gains = Enumerable.Range(0, 3).Select(j => Samples.Normally(draws[(8 * j)..(8 * (j + 1))], 0.05, 0.2)).ToArray();
        var planes = new List<double[]>(); // a0 w0 + a1 w1 + a2 w2 + a3 t at most a4
        for (var p = 0; p < 8; p++)
        {
            for (var q = p + 1; q < 8; q++)
                planes.Add([.. gains.Select(g => -(g[p] + (double)g[q]) / 2), -1, 0]);
        }

        for (var j = 0; j < 3; j++)
        {
            planes.Add([.. Enumerable.Range(0, 3).Select(i => i == j ? -1.0 : 0), 0, 0]);
            planes.Add([.. Enumerable.Range(0, 3).Select(i => i == j ? 1.0 : 0), 0, 0.7]);
        }

        var least = double.PositiveInfinity;
        for (var a = 0; a < planes.Count; a++)
        {
            for (var b = a + 1; b < planes.Count; b++)
            {
                for (var c = b + 1; c < planes.Count; c++)
                    least = Math.Min(least, Vertex(planes, a, b, c));
            }
        }

        var found = new ShortfallMinimiser(Portfolio(gains, 0.7, 0.75), 1e-9).Least();

        Assert.That(found.ExpectedShortfall, Is.EqualTo(least).Within(1e-7));
        Assert.That(found.LowerBound, Is.EqualTo(least).Within(1e-7));
        Assert.That(found.Amounts.Max(), Is.LessThanOrEqualTo(0.7));
        Assert.That(found.Amounts.Sum(), Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void No_allowed_portfolio_lies_below_the_certified_bound()
    {
        var gains = Gains();
        var problem = Portfolio(gains, 0.5);
        var minimiser = new ShortfallMinimiser(problem, 1e-5);
        var frontier = minimiser.Frontier(8);

        Assert.That(frontier.Select(f => f.Gap), Is.All.LessThanOrEqualTo(1e-5));
        Assert.That(frontier.Select(f => f.Mean), Is.Ordered);
        Assert.That(frontier.Select(f => f.ExpectedShortfall), Is.Ordered);
        var random = Samples.Normals(6 * 300, 602);
        for (var k = 0; k < 300; k++)
        {
            var raw = random[(6 * k)..(6 * (k + 1))].Select(Math.Exp).ToArray();
            double[] weights = [.. raw.Select(x => x / raw.Sum())];
            if (weights.Max() > 0.5)
                continue;
            var mean = weights.Zip(problem.Means, (w, m) => w * m).Sum();
            var bound = frontier.Where(f => f.Mean <= mean).Select(f => f.LowerBound).DefaultIfEmpty(frontier[0].LowerBound).Max();
            Assert.That(Shortfall(gains, weights, PathWeights.Equal), Is.GreaterThanOrEqualTo(bound - 1e-6));
        }
    }

    [Test]
    public void What_it_says_of_its_portfolio_is_what_the_measures_say()
    {
        var gains = Gains();
        double[] raw = [.. z[..4_000].Select(x => Math.Exp(0.5 * x))];
        var weights = PathWeights.Of([.. raw.Select(x => x / raw.Sum())]);
        var problem = new AllocationProblem(gains, new double[6], [.. Enumerable.Repeat(1.0, 6)], 1, 0.95, weights);
        var found = new ShortfallMinimiser(problem, 1e-5).Least();

        Assert.That(found.ExpectedShortfall, Is.EqualTo(Shortfall(gains, found.Amounts, weights)).Within(1e-6));
        Assert.That(found.Gap, Is.LessThanOrEqualTo(1e-5));
    }

    [Test]
    public void Without_a_budget_each_amount_has_its_own_bounds()
    {
        // The first is held whatever happens; the second insures it (by hand: perfectly, at a half), the third only adds risk.
        var risk = Samples.Normally(z[..4_000], 0, 0.2);
        float[][] gains = [risk, [.. risk.Select(x => -2 * x)], Samples.Normally(z[4_000..8_000], 0, 0.1)];
        var found = new ShortfallMinimiser(new AllocationProblem(gains, [1, 0, 0], [1, 1, 1], null, 0.95), 1e-6).Least();

        Assert.That(found.Amounts, Is.EqualTo(new[] { 1, 0.5, 0 }).Within(1e-3));
        Assert.That(found.ExpectedShortfall, Is.Zero.Within(1e-5));
    }

    [Test]
    public void What_cannot_be_is_refused()
    {
        var gains = Gains();
        Assert.That(() => Portfolio(gains, 0.1), Throws.ArgumentException.With.Message.Contains("can add to 1"));
        Assert.That(
            () => new ShortfallMinimiser(Portfolio(gains)).Least(9),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("highest that the bounds allow")
        );
        Assert.That(() => new AllocationProblem(gains, [1], [1], 1, 0.95), Throws.ArgumentException);
    }

    private static float[][] Gains() =>
        [
            .. Enumerable
                .Range(0, 6)
                .Select(j =>
                    Samples.Lognormal(
                        [.. z[(4_000 * j)..(4_000 * (j + 1))].Zip(z[..4_000], (a, b) => (0.8 * a) + (0.4 * b))],
                        0.01 * j,
                        0.1 + (0.04 * j)
                    )
                ),
        ];

    private static AllocationProblem Portfolio(float[][] gains, double cap = 1, double level = 0.95) =>
        new(gains, new double[gains.Length], [.. Enumerable.Repeat(cap, gains.Length)], 1, level);

    private static double Shortfall(float[][] gains, double[] weights, PathWeights paths)
    {
        float[] profits = [.. Enumerable.Range(0, gains[0].Length).Select(i => (float)weights.Select((w, j) => w * gains[j][i]).Sum())];
        return ExpectedShortfall.At(SortedColumn.Of(profits, new float[SortedColumn.ScratchLength(profits.Length)], paths), 0.95).Value;
    }

    private static double Vertex(List<double[]> planes, int a, int b, int c)
    {
        var rows = new[] { planes[a], planes[b], planes[c], [1, 1, 1, 0, 1] };
        var matrix = DenseMatrix.Create(4, 4, (i, j) => rows[i][j]);
        if (Math.Abs(matrix.Determinant()) < 1e-12)
            return double.PositiveInfinity;
        var x = matrix.Solve(DenseVector.Create(4, i => rows[i][4]));
        return planes.TrueForAll(p => (p[0] * x[0]) + (p[1] * x[1]) + (p[2] * x[2]) + (p[3] * x[3]) <= p[4] + 1e-10)
            ? x[3]
            : double.PositiveInfinity;
    }
}
