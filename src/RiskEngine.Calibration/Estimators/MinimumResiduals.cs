using MathNet.Numerics.LinearAlgebra;

namespace RiskEngine.Calibration.Estimators;

/// <summary>Common factors by minimum residuals: the loadings whose products come nearest to given covariances.</summary>
internal static class MinimumResiduals
{
    private const double Tolerance = 1e-6;

    /// <summary>
    /// Loadings L, n x k, that make L L' match the off-diagonal entries with the least sum of squares, by iterated principal axes (Harman
    /// and Jones 1966, Factor analysis by minimizing residuals; the diagonal follows the loadings). Columns stand in order of the variance
    /// that they explain, each with its largest entry above 0.
    /// </summary>
    /// <param name="covariance">Symmetric, n x n; its diagonal bounds what the factors may explain of each variable.</param>
    /// <param name="factors">k, from 1 to n.</param>
    public static double[,] Fit(double[,] covariance, int factors)
    {
        var n = covariance.GetLength(0);
        var matrix = Matrix<double>.Build.DenseOfArray(covariance);
        var bound = matrix.Diagonal().ToArray();
        var explained = new double[n];
        for (var i = 0; i < n; i++)
            explained[i] = Math.Min(bound[i], Enumerable.Range(0, n).Where(j => j != i).Max(j => Math.Abs(matrix[i, j])));

        // An eigenvalue decomposition costs n^3: large markets get fewer rounds, and start near the answer anyway.
        var rounds = Math.Clamp((int)(1e8 / Math.Pow(n, 3)), 25, 400);
        var loadings = new double[n, factors];
        for (var round = 0; round < rounds; round++)
        {
            loadings = PrincipalAxes(matrix, explained, factors);
            var change = 0.0;
            for (var i = 0; i < n; i++)
            {
                var next = Math.Min(bound[i], Communality(loadings, i, factors));
                change = Math.Max(change, Math.Abs(next - explained[i]) / bound[i]);
                explained[i] = next;
            }

            if (change < Tolerance)
                break;
        }

        for (var i = 0; i < n; i++)
        {
            var scale = Math.Sqrt(Math.Min(1, bound[i] / Math.Max(Communality(loadings, i, factors), double.Epsilon)));
            for (var k = 0; k < factors; k++)
                loadings[i, k] *= scale;
        }

        return loadings;
    }

    private static double[,] PrincipalAxes(Matrix<double> matrix, double[] explained, int factors)
    {
        var n = explained.Length;
        matrix.SetDiagonal(explained);
        var evd = matrix.Evd(Symmetricity.Symmetric);
        var order = Enumerable.Range(0, n).OrderByDescending(i => evd.EigenValues[i].Real).Take(factors).ToArray();
        var loadings = new double[n, factors];
        for (var k = 0; k < factors; k++)
        {
            var vector = evd.EigenVectors.Column(order[k]);
            var root = Math.Sqrt(Math.Max(0, evd.EigenValues[order[k]].Real)) * Math.Sign(vector[vector.AbsoluteMaximumIndex()]);
            for (var i = 0; i < n; i++)
                loadings[i, k] = root * vector[i];
        }

        return loadings;
    }

    private static double Communality(double[,] loadings, int row, int factors)
    {
        var sum = 0.0;
        for (var k = 0; k < factors; k++)
            sum += loadings[row, k] * loadings[row, k];
        return sum;
    }
}
