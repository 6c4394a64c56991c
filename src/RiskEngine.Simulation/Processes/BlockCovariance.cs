using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace RiskEngine.Simulation.Processes;

/// <summary>
/// Exact covariances of sums of rows under the stationary bootstrap: rows i and j have the covariance (1 - p)^|i - j| C(|i - j|), with C
/// the history's circular autocovariance (Politis and Romano 1994, section 3).
/// </summary>
/// <param name="deviations">One column of the history, its mean taken out.</param>
/// <param name="restart">p, the probability that a block begins at a row.</param>
/// <param name="most">The most rows that are ever summed.</param>
internal sealed class BlockCovariance(double[] deviations, double restart, int most)
{
    // What (1 - p)^lag leaves of a covariance below this is no more than rounding.
    private const double Least = 1e-14;

    private readonly double[] column = deviations;
    private readonly ConcurrentDictionary<BlockCovariance, double[]> weighted = new();

    /// <summary>The covariance of the sums of this many rows of two columns; of one with itself the variance.</summary>
    /// <param name="other">The other column, of the same history.</param>
    /// <param name="rows">Number of rows, 0 or more.</param>
    public double Of(BlockCovariance other, int rows)
    {
        var byLag = weighted.GetOrAdd(other, WeightedByLag);
        var sum = rows * byLag[0];
        for (var lag = 1; lag < Math.Min(rows, byLag.Length); lag++)
            sum += (rows - lag) * byLag[lag];
        return sum;
    }

    /// <summary>By lag, (1 - p)^lag times the circular covariance; above lag 0 that of both directions together.</summary>
    private double[] WeightedByLag(BlockCovariance other)
    {
        var lags = restart >= 1 ? 1 : (int)Math.Min(Math.Max(1, most), 1 + Math.Log(Least) / Math.Log(1 - restart));
        var byLag = new double[lags];
        byLag[0] = Circular(column, other.column, 0);
        var weight = 1.0;
        for (var lag = 1; lag < lags; lag++)
        {
            weight *= 1 - restart;
            byLag[lag] = weight * (Circular(column, other.column, lag) + Circular(other.column, column, lag));
        }

        return byLag;
    }

    private static double Circular(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int lag)
    {
        var (n, at) = (first.Length, lag % first.Length);
        return (
                TensorPrimitives.Dot(first[..(n - at)], second[at..])
                + (at == 0 ? 0 : TensorPrimitives.Dot(first[(n - at)..], second[..at]))
            ) / n;
    }
}
