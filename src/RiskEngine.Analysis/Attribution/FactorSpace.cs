using System.Numerics.Tensors;
using RiskEngine.Analysis.Columns;
using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Analysis.Attribution;

/// <summary>
/// Moves of factors on every path, made ready to explain other columns by them: ordinary least squares on standardised regressors.
/// </summary>
/// <remarks>
/// A regressor that never varies, or that is a combination of those before it, gets the slope zero. With path probabilities least squares
/// are weighted by them.
/// </remarks>
public sealed class FactorSpace
{
    private const int BlockLength = 1024;
    private readonly PathWeights weights;
    private readonly double[] roots;
    private readonly double[][] standardised;
    private readonly double[,] lower;

    /// <summary>Takes the regressors.</summary>
    /// <param name="regressors">One column a regressor, one number per path, all finite.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">No regressor, columns or weights of different lengths, or a number that is not
    /// finite.</exception>
    public FactorSpace(IReadOnlyList<float[]> regressors, PathWeights weights = default)
    {
        ArgumentNullException.ThrowIfNull(regressors);
        if (regressors.Count == 0)
            throw new ArgumentException("Expected at least one regressor, found none.", nameof(regressors));
        var (n, paths) = (regressors.Count, regressors[0].Length);
        roots = new double[paths];
        weights.RequirePaths(paths, nameof(weights));
        this.weights = weights;
        if (weights.AreEqual)
            Array.Fill(roots, Math.Sqrt(1.0 / paths));
        else
            TensorPrimitives.Sqrt(weights.Probabilities, roots);
        (Means, Deviations, standardised) = (new double[n], new double[n], new double[n][]);
        for (var i = 0; i < n; i++)
        {
            ColumnCheck.RequireSameLength(paths, regressors[i].Length, nameof(regressors));
            _ = ColumnCheck.Sum(regressors[i], nameof(regressors));
            (Means[i], Deviations[i], standardised[i]) = Standardise(regressors[i]);
        }

        var products = Products();
        Correlation = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Correlation[i, j] = Correlation[j, i] = i == j && Deviations[i] > 0 ? 1 : products[i, j];
            }
        }

        lower = CholeskyFactor.Lower(Correlation);
    }

    /// <summary>Mean of each regressor.</summary>
    public double[] Means { get; }

    /// <summary>Standard deviation of each regressor (n in the denominator).</summary>
    public double[] Deviations { get; }

    /// <summary>Correlation of the regressors; rows and columns of those that never vary are zero.</summary>
    public double[,] Correlation { get; }

    /// <summary>Number of regressors.</summary>
    public int Count => Means.Length;

    /// <summary>Explains a column.</summary>
    /// <param name="column">One number per path, as many as the regressors have, all finite.</param>
    /// <exception cref="ArgumentException">Another length, or a number that is not finite.</exception>
    public LinearFit Explain(ReadOnlySpan<float> column)
    {
        ColumnCheck.RequireSameLength(roots.Length, column.Length, nameof(column));
        _ = ColumnCheck.Sum(column, nameof(column));
        var (mean, deviation, y) = Standardise(column);
        var correlations = new double[Count];
        for (var i = 0; i < Count; i++)
            correlations[i] = TensorPrimitives.Dot<double>(standardised[i], y);
        var slopes = Solve(correlations);
        var explained = TensorPrimitives.Dot<double>(slopes, correlations);
        for (var i = 0; i < Count; i++)
            slopes[i] = Deviations[i] > 0 ? slopes[i] * deviation / Deviations[i] : 0;
        return new LinearFit(mean, deviation, slopes, deviation > 0 ? Math.Clamp(explained, 0, 1) : 0);
    }

    /// <summary>Dot products of all pairs; a block of all regressors at a time, which fits into a cache.</summary>
    private double[,] Products()
    {
        var products = new double[Count, Count];
        for (var start = 0; start < roots.Length; start += BlockLength)
        {
            var length = Math.Min(BlockLength, roots.Length - start);
            for (var i = 0; i < Count; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    products[i, j] += TensorPrimitives.Dot<double>(
                        standardised[i].AsSpan(start, length),
                        standardised[j].AsSpan(start, length)
                    );
                }
            }
        }

        return products;
    }

    /// <summary>The column times the roots of the weights, centred, of length one; zero where it never varies.</summary>
    private (double Mean, double Deviation, double[] Scaled) Standardise(ReadOnlySpan<float> column)
    {
        var scaled = new double[column.Length];
        var sum = weights.Sum(column, default(Identity));
        var mean = sum / weights.SampleSize(column.Length);
        for (var k = 0; k < scaled.Length; k++)
            scaled[k] = roots[k] * (column[k] - mean);
        var deviation = TensorPrimitives.Norm<double>(scaled);
        if (deviation <= 1e-9 * Math.Abs(mean)) // float noise around a constant
        {
            Array.Clear(scaled);
            return (mean, 0, scaled);
        }

        TensorPrimitives.Divide(scaled, deviation, scaled);
        return (mean, deviation, scaled);
    }

    private double[] Solve(double[] right)
    {
        var n = Count;
        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++)
                sum -= lower[i, k] * x[k];
            x[i] = lower[i, i] > 0 ? sum / lower[i, i] : 0;
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var sum = x[i];
            for (var k = i + 1; k < n; k++)
                sum -= lower[k, i] * x[k];
            x[i] = lower[i, i] > 0 ? sum / lower[i, i] : 0;
        }

        return x;
    }
}
