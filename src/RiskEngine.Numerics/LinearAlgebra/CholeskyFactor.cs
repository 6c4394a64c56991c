namespace RiskEngine.Numerics.LinearAlgebra;

/// <summary>Factors a covariance or correlation matrix into a lower triangle times its transpose, also when it is singular.</summary>
/// <remarks>
/// Golub and Van Loan (2013), "Matrix Computations", section 4.2.8, without pivoting, so that row i depends on the rows above it alone.
/// A pivot within 1e-10 of zero, relative to the largest diagonal entry, gives a zero column: that variable is a combination of
/// those before it. Rows and columns count from zero.
/// </remarks>
public static class CholeskyFactor
{
    private const double PivotTolerance = 1e-10;
    private const string Expected = "Expected a positive semi-definite matrix";

    /// <summary>The lower triangle L, n x n with zeros above the diagonal, such that L L' is the matrix.</summary>
    /// <param name="matrix">Symmetric, positive semi-definite, n x n.</param>
    /// <exception cref="ArgumentException">The matrix is not square, not symmetric, not finite, or clearly indefinite.</exception>
    public static double[,] Lower(double[,] matrix)
    {
        SymmetricMatrix.Require(matrix);
        var n = matrix.GetLength(0);
        var scale = 0.0;
        for (var i = 0; i < n; i++)
            scale = Math.Max(scale, Math.Abs(matrix[i, i]));

        var lower = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var pivot = Remainder(matrix, lower, j, j);
            if (pivot < -PivotTolerance * scale)
                throw new ArgumentException($"{Expected}; found the pivot {pivot} in row {j}.", nameof(matrix));

            var isZero = pivot <= PivotTolerance * scale;
            if (!isZero)
                lower[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++)
            {
                var remainder = Remainder(matrix, lower, i, j);
                if (!isZero)
                {
                    lower[i, j] = remainder / lower[j, j];
                }
                else if (Math.Abs(remainder) > Math.Sqrt(PivotTolerance) * scale)
                {
                    throw new ArgumentException(
                        $"{Expected}; found the pivot {pivot} in row {j} with {remainder} left in row {i}.",
                        nameof(matrix)
                    );
                }
            }
        }

        return lower;
    }

    /// <summary>
    /// Whether every pivot is clearly above zero: a quick proof that a matrix has no negative eigenvalue. A singular matrix has no such
    /// proof.
    /// </summary>
    /// <param name="matrix">Symmetric, n x n.</param>
    /// <exception cref="ArgumentException">The matrix is not square, not symmetric or not finite.</exception>
    public static bool IsClearlyDefinite(double[,] matrix)
    {
        SymmetricMatrix.Require(matrix);
        var n = matrix.GetLength(0);
        var lower = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var pivot = Remainder(matrix, lower, j, j);
            if (pivot <= PivotTolerance * matrix[j, j])
                return false;
            lower[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++)
                lower[i, j] = Remainder(matrix, lower, i, j) / lower[j, j];
        }

        return true;
    }

    private static double Remainder(double[,] matrix, double[,] lower, int i, int j)
    {
        var sum = matrix[i, j];
        for (var k = 0; k < j; k++)
            sum -= lower[i, k] * lower[j, k];
        return sum;
    }
}
