using MathNet.Numerics.LinearAlgebra;

namespace RiskEngine.Calibration.Estimators;

/// <summary>Ordinary least squares with standard errors that hold under unequal variances.</summary>
public static class LinearRegression
{
    /// <summary>Fits y on a constant and the regressors, by QR decomposition.</summary>
    /// <remarks>
    /// Standard errors are heteroskedasticity-consistent with the small-sample factor n/(n - k - 1): "HC1" (White 1980; MacKinnon and
    /// White 1985). Market returns are calm and wild by turns, and the textbook formula would claim too much.
    /// </remarks>
    /// <param name="y">What is explained, n finite values, n at least k + 3.</param>
    /// <param name="regressors">k columns of n finite values, k at least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are too few observations, or the regressors are collinear.</exception>
    public static RegressionFit Fit(double[] y, params double[][] regressors)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(regressors);
        if (regressors.Length == 0)
            throw new ArgumentException("Expected at least one regressor, found none.", nameof(regressors));
        Sample.RequireFinite(y, regressors.Length + 3, nameof(y));
        foreach (var column in regressors)
        {
            if (column.Length != y.Length)
                throw new ArgumentException($"Expected {y.Length} values in each regressor, found {column.Length}.", nameof(regressors));
            Sample.RequireFinite(column, y.Length, nameof(regressors));
        }

        var n = y.Length;
        var k = regressors.Length + 1;
        var x = Matrix<double>.Build.Dense(n, k, (row, column) => column == 0 ? 1 : regressors[column - 1][row]);
        var target = Vector<double>.Build.Dense(y);
        var qr = x.QR();
        if (!qr.IsFullRank)
            throw new ArgumentException("Expected linearly independent regressors, found a collinear or constant one.", nameof(regressors));
        var b = qr.Solve(target);
        var e = target - (x * b);
        var variances = CoefficientVariances(x, e, n, k);

        var mean = target.Average();
        var total = target.Sum(value => (value - mean) * (value - mean));
        var unexplained = e.DotProduct(e);
        var slopes = new ParameterEstimate[k - 1];
        for (var i = 1; i < k; i++)
            slopes[i - 1] = new ParameterEstimate(b[i], Math.Sqrt(variances[i]));
        return new RegressionFit(
            new ParameterEstimate(b[0], Math.Sqrt(variances[0])),
            slopes,
            Math.Sqrt(unexplained / (n - k)),
            total > 0 ? 1 - (unexplained / total) : 0,
            e.ToArray()
        );
    }

    /// <summary>The diagonal of (X'X)^-1 X' diag(e^2) X (X'X)^-1 n/(n - k).</summary>
    private static Vector<double> CoefficientVariances(Matrix<double> x, Vector<double> e, int n, int k)
    {
        var bread = x.TransposeThisAndMultiply(x).Inverse();
        var scores = x.MapIndexed((row, _, value) => value * e[row]);
        var meat = scores.TransposeThisAndMultiply(scores);
        return (bread * meat * bread).Diagonal() * ((double)n / (n - k));
    }
}
