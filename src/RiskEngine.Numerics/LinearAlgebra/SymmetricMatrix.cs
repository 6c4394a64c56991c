using MathNet.Numerics.LinearAlgebra;

namespace RiskEngine.Numerics.LinearAlgebra;

/// <summary>Facts about real symmetric matrices, given as square arrays.</summary>
public static class SymmetricMatrix
{
    /// <summary>The smallest eigenvalue: negative where a matrix is no covariance of anything.</summary>
    /// <exception cref="ArgumentException">The matrix is empty, not square, not symmetric or not finite.</exception>
    public static double SmallestEigenvalue(double[,] matrix)
    {
        Require(matrix);
        return SmallestEigenvalue(Matrix<double>.Build.DenseOfArray(matrix));
    }

    internal static double SmallestEigenvalue(Matrix<double> matrix) =>
        matrix.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);

    /// <summary>Throws unless the matrix is square, finite and exactly symmetric.</summary>
    internal static void Require(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var n = matrix.GetLength(0);
        if (n == 0 || matrix.GetLength(1) != n)
            throw new ArgumentException($"Expected a square matrix; found {n} x {matrix.GetLength(1)}.", nameof(matrix));

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                if (!double.IsFinite(matrix[i, j]))
                    throw new ArgumentException($"Expected finite entries; found {matrix[i, j]} in row {i}, column {j}.", nameof(matrix));
                if (matrix[i, j] == matrix[j, i])
                    continue;
                throw new ArgumentException(
                    $"Expected a symmetric matrix; found {matrix[i, j]} in row {i}, column {j} but {matrix[j, i]} in row {j}, column {i}.",
                    nameof(matrix)
                );
            }
        }
    }
}
