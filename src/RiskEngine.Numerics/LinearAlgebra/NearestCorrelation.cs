using MathNet.Numerics.LinearAlgebra;

namespace RiskEngine.Numerics.LinearAlgebra;

/// <summary>Repairs a matrix of correlations that contradict each other: finds the nearest true correlation matrix.</summary>
/// <remarks>
/// Higham (2002), "Computing the nearest correlation matrix: a problem from finance", algorithm 3.3 with equal weights: alternating
/// projections on the positive semi-definite matrices and on those with a unit diagonal, with Dykstra's correction, nearest in the
/// Frobenius norm. The answer is unique. Rows and columns count from zero.
/// </remarks>
public static class NearestCorrelation
{
    private const int MaxIterations = 10_000;
    private const double Tolerance = 1e-10;

    // A correlation matrix of full rank n computed in double precision may show a smallest eigenvalue of about -n times 2^-52.
    private const double Roundoff = 1e-14;

    /// <summary>The correlation matrix (unit diagonal, positive semi-definite) nearest to a symmetric matrix.</summary>
    /// <param name="matrix">Symmetric, n x n, finite; a matrix that is a correlation matrix already comes back unchanged.</param>
    /// <exception cref="ArgumentException">The matrix is empty, not square, not symmetric or not finite.</exception>
    /// <exception cref="InvalidOperationException">The projections do not settle to 1e-10 within 10,000 iterations.</exception>
    public static NearestCorrelationResult Find(double[,] matrix)
    {
        SymmetricMatrix.Require(matrix);
        var a = Matrix<double>.Build.DenseOfArray(matrix);
        if (IsCorrelation(a))
            return new NearestCorrelationResult(a.ToArray(), 0, 0, 0);

        var y = a.Clone();
        var x = a.Clone();
        var correction = Matrix<double>.Build.Dense(a.RowCount, a.ColumnCount);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var r = y - correction;
            var nextX = ProjectOnSemidefinite(r);
            correction = nextX - r;
            var nextY = nextX.Clone();
            nextY.SetDiagonal(Vector<double>.Build.Dense(a.RowCount, 1));
            var change = Math.Max(Math.Max(Relative(nextX - x, nextX), Relative(nextY - y, nextY)), Relative(nextY - nextX, nextY));
            (x, y) = (nextX, nextY);
            if (change <= Tolerance)
                return Result(a, y, iteration);
        }

        throw new InvalidOperationException(
            $"Expected the nearest correlation matrix of {a.RowCount} variables within {MaxIterations} iterations; "
                + "found the projections still moving."
        );
    }

    private static bool IsCorrelation(Matrix<double> a) =>
        a.Diagonal().All(entry => entry == 1) && SymmetricMatrix.SmallestEigenvalue(a) >= -Roundoff * a.RowCount;

    // The last iterate is a correlation matrix to 1e-10; one projection and a scaling to unit diagonal make it one to rounding.
    private static NearestCorrelationResult Result(Matrix<double> a, Matrix<double> y, int iterations)
    {
        var x = ProjectOnSemidefinite(y);
        var correlation = new double[a.RowCount, a.ColumnCount];
        for (var i = 0; i < a.RowCount; i++)
        {
            correlation[i, i] = 1;
            for (var j = 0; j < i; j++)
                correlation[i, j] = correlation[j, i] = x[i, j] / Math.Sqrt(x[i, i] * x[j, j]);
        }

        var change = Matrix<double>.Build.DenseOfArray(correlation) - a;
        return new NearestCorrelationResult(correlation, change.FrobeniusNorm(), change.Enumerate().Max(Math.Abs), iterations);
    }

    private static Matrix<double> ProjectOnSemidefinite(Matrix<double> matrix)
    {
        var evd = matrix.Evd(Symmetricity.Symmetric);
        var root = evd.EigenVectors.Clone();
        for (var j = 0; j < root.ColumnCount; j++)
            root.SetColumn(j, root.Column(j) * Math.Sqrt(Math.Max(0, evd.EigenValues[j].Real)));
        return root.TransposeAndMultiply(root);
    }

    private static double Relative(Matrix<double> difference, Matrix<double> to) => difference.FrobeniusNorm() / to.FrobeniusNorm();
}
