using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.Probabilities;

/// <summary>A proportion of paths, as an estimate of a probability.</summary>
public static class Proportion
{
    /// <summary>
    /// count / paths with Wilson's 95% score interval (Wilson 1927); its standard error is the interval's width / (2 x 1.959964).
    /// </summary>
    /// <param name="count">On how many paths it holds, 0 to <paramref name="paths"/>.</param>
    /// <param name="paths">How many paths there are, 1 or more.</param>
    /// <returns>The proportion, 0 to 1; seen on no path or on all, it still has an error.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no paths, or the count lies outside 0 to paths.</exception>
    public static Estimate Of(int count, int paths)
    {
        if (paths < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(paths), paths, "Expected at least 1 path.");
        }

        if (count < 0 || count > paths)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Expected a count between 0 and the {paths} paths.");
        }

        return Of(count / (double)paths, paths, count == 0, count == paths);
    }

    /// <summary>The same of a share and the size of the sample that tells its error, which need not be whole.</summary>
    /// <param name="p">The share, 0 to 1.</param>
    /// <param name="n">The size of the sample.</param>
    /// <param name="none">Whether it holds on no path.</param>
    /// <param name="all">Whether it holds on every path.</param>
    internal static Estimate Of(double p, double n, bool none, bool all)
    {
        const double z = Estimate.IntervalHalfWidth;
        var shrink = 1 + (z * z / n);
        var centre = (p + (z * z / (2 * n))) / shrink;
        var half = z / shrink * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
        return Estimate.FromInterval(p, none ? 0 : centre - half, all ? 1 : centre + half);
    }
}
