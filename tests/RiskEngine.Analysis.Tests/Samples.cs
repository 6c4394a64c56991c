using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Tests;

/// <summary>Columns with known answers, and the words in which tests compare with them.</summary>
internal static class Samples
{
    /// <summary>Standard normals from a fixed seed.</summary>
    internal static double[] Normals(int n, int seed)
    {
        var values = new double[n];
        Normal.Samples(new MersenneTwister(seed), values, 0, 1);
        return values;
    }

    /// <summary>The profits exp(m + s z) - 1.</summary>
    internal static float[] Lognormal(double[] z, double m, double s) => [.. z.Select(x => (float)(Math.Exp(m + (s * x)) - 1))];

    /// <summary>The profits m + s z.</summary>
    internal static float[] Normally(double[] z, double m, double s) => [.. z.Select(x => (float)(m + (s * x)))];

    internal static SortedColumn Sorted(float[] column) => SortedColumn.Of(column, new float[SortedColumn.ScratchLength(column.Length)]);

    /// <summary>The estimate lies within 4 of its own standard errors of the true value.</summary>
    internal static void AssertWithinFourErrors(Estimate estimate, double truth, string what)
    {
        Assert.That(estimate.StandardError, Is.GreaterThan(0), what);
        Assert.That(estimate.Value, Is.EqualTo(truth).Within(4 * estimate.StandardError), what);
    }
}
