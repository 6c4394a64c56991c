using MathNet.Numerics.LinearAlgebra;

namespace RiskEngine.Calibration.Estimators;

/// <summary>
/// Correlations shrunk towards a simple target by the intensity that Ledoit and Wolf found best, for when returns are few and columns many.
/// </summary>
/// <remarks>Second moments are taken with 1/T, as in both papers. A column's own variance is left as it is.</remarks>
public static class LedoitWolf
{
    /// <summary>Shrinks towards the matrix in which all pairs have the mean correlation.</summary>
    /// <remarks>
    /// Ledoit and Wolf (2004), Honey, I shrunk the sample covariance matrix, Journal of Portfolio Management 30(4), appendix B.
    /// </remarks>
    /// <param name="columns">N columns of T returns each without gaps, N at least 2, T at least 4.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are too few returns, or a column is constant.</exception>
    public static ShrunkCorrelation ConstantCorrelation(IReadOnlyList<double[]> columns)
    {
        var (x, deviations) = Centred(columns);
        var (t, n) = (x.RowCount, x.ColumnCount);
        var s = x.TransposeThisAndMultiply(x) / t;
        var correlation = s.MapIndexed((i, j, value) => value / (deviations[i] * deviations[j]));
        var mean = (correlation.Enumerate().Sum() - n) / (n * (n - 1.0));

        // pi, rho and gamma of the paper; theta_ij is the asymptotic covariance of s_ii and s_ij.
        var squares = x.PointwiseMultiply(x);
        var pi = (squares.TransposeThisAndMultiply(squares) / t) - s.PointwiseMultiply(s);
        var cubes = squares.PointwiseMultiply(x).TransposeThisAndMultiply(x) / t;
        double rho = 0,
            gamma = 0;
        for (var i = 0; i < n; i++)
        {
            rho += pi[i, i];
            for (var j = 0; j < n; j++)
            {
                if (i == j)
                    continue;
                var theta = cubes[i, j] - (s[i, i] * s[i, j]);
                var distance = s[i, j] - (mean * deviations[i] * deviations[j]);
                rho += mean * deviations[j] / deviations[i] * theta;
                gamma += distance * distance;
            }
        }

        return Shrink(correlation, mean, gamma > 0 ? (pi.Enumerate().Sum() - rho) / gamma / t : 1, t);
    }

    /// <summary>Shrinks towards no correlation at all: the identity, for returns in units of their own deviation.</summary>
    /// <remarks>
    /// Ledoit and Wolf (2004), A well-conditioned estimator for large-dimensional covariance matrices, Journal of Multivariate Analysis 88,
    /// eqs. 10 to 14.
    /// </remarks>
    /// <param name="columns">N columns of T returns each without gaps, N at least 2, T at least 4.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are too few returns, or a column is constant.</exception>
    public static ShrunkCorrelation Identity(IReadOnlyList<double[]> columns)
    {
        var (centred, deviations) = Centred(columns);
        var x = centred.MapIndexed((_, j, value) => value / deviations[j]);
        var t = x.RowCount;
        var s = x.TransposeThisAndMultiply(x) / t;
        var squares = x.PointwiseMultiply(x);
        var spread = (squares.TransposeThisAndMultiply(squares) / t) - s.PointwiseMultiply(s);
        var distance = (s - Matrix<double>.Build.DenseIdentity(x.ColumnCount)).Enumerate().Sum(d => d * d);
        return Shrink(s, 0, distance > 0 ? spread.Enumerate().Sum() / t / distance : 1, t);
    }

    private static ShrunkCorrelation Shrink(Matrix<double> sample, double target, double wanted, int observations)
    {
        var intensity = Math.Clamp(wanted, 0, 1);
        var shrunk = sample.MapIndexed((i, j, value) => i == j ? 1 : ((1 - intensity) * value) + (intensity * target));
        return new ShrunkCorrelation(shrunk.ToArray(), target, intensity, observations);
    }

    private static (Matrix<double> X, double[] Deviations) Centred(IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count < 2)
            throw new ArgumentException($"Expected two columns or more, found {columns.Count}.", nameof(columns));
        foreach (var column in columns)
        {
            Sample.RequireFinite(column, 4, nameof(columns));
            if (column.Length != columns[0].Length)
            {
                throw new ArgumentException(
                    $"Expected {columns[0].Length} returns in each column, found {column.Length}.",
                    nameof(columns)
                );
            }
        }

        var x = Matrix<double>.Build.DenseOfColumns(columns.Select(Less));
        var deviations = x.EnumerateColumns().Select(column => Math.Sqrt(column.DotProduct(column) / x.RowCount)).ToArray();
        return Array.TrueForAll(deviations, deviation => deviation > 0)
            ? (x, deviations)
            : throw new ArgumentException("Expected returns that vary, found a constant column.", nameof(columns));
    }

    private static IEnumerable<double> Less(double[] column)
    {
        var mean = column.Average();
        return column.Select(value => value - mean);
    }
}
