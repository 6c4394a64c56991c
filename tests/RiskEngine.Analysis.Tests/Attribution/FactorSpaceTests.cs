using RiskEngine.Analysis.Attribution;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Tests.Attribution;

internal sealed class FactorSpaceTests
{
    private const int Paths = 100_000;
    private static readonly float[] x = Samples.Normally(Samples.Normals(Paths, 81), 0.5, 0.2);
    private static readonly float[] y = [.. x.Zip(Samples.Normals(Paths, 82), (first, z) => (float)((0.5 * first) + (0.1 * z)))];
    private static readonly double[] noise = Samples.Normals(Paths, 83);
    private static readonly float[] explained =
    [
        .. Enumerable.Range(0, Paths).Select(k => (float)(1 + (2 * x[k]) - (3 * y[k]) + (0.3 * noise[k]))),
    ];

    [Test]
    public void Slopes_and_explained_variance_are_those_the_column_was_made_with()
    {
        var fit = new FactorSpace([x, y]).Explain(explained);
        // Errors of the slopes: 0.3 / (deviation of what the other leaves x sqrt(n)); y leaves 0.1 of itself, x 0.1414.
        var root = Math.Sqrt(Paths);
        // 2x - 3y = 0.5x' ...: variance (2 - 1.5)^2 0.04 + 9 x 0.01, and 0.09 of noise.
        var share = ((0.25 * 0.04) + 0.09) / ((0.25 * 0.04) + 0.09 + 0.09);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fit.Slopes[0], Is.EqualTo(2).Within(4 * 0.3 / (0.1414 * root)));
            Assert.That(fit.Slopes[1], Is.EqualTo(-3).Within(4 * 0.3 / (0.1 * root)));
            Assert.That(fit.RSquared, Is.EqualTo(share).Within(0.01));
        }
    }

    [Test]
    public void The_parts_add_up_to_the_column()
    {
        var space = new FactorSpace([x, y]);
        var parts = space.Explain(explained).Parts(explained, [x, y], space.Means);
        Assert.That(parts, Has.Count.EqualTo(4));
        for (var k = 0; k < Paths; k += 997)
            Assert.That(parts.Sum(p => (double)p[k]), Is.EqualTo(explained[k]).Within(1e-6));
    }

    [Test]
    public void What_never_varies_or_repeats_another_gets_no_slope()
    {
        var still = new float[Paths];
        Array.Fill(still, 3f);
        var fit = new FactorSpace([x, still, [.. x.Select(v => 2 * v)]]).Explain(explained);
        Assert.That(fit.Slopes[1], Is.Zero);
        Assert.That(fit.Slopes[2], Is.Zero);
        Assert.That(new FactorSpace([x]).Explain(still).RSquared, Is.Zero);
    }

    [Test]
    public void Probabilities_weight_the_paths()
    {
        float[] u = [0, 1, 2, 3],
            v = [0, 2, 1, 5];
        var weighted = new FactorSpace([u], PathWeights.Of([0.2, 0.4, 0.2, 0.2])).Explain(v);
        var counted = new FactorSpace([
            [0, 1, 1, 2, 3],
        ]).Explain([0, 2, 2, 1, 5]);
        Assert.That(weighted.Slopes[0], Is.EqualTo(counted.Slopes[0]).Within(1e-12));
        Assert.That(weighted.Mean, Is.EqualTo(counted.Mean).Within(1e-12));
    }
}
