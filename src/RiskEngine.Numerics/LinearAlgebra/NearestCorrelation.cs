using System.Numerics.Tensors;

namespace RiskEngine.Numerics.LinearAlgebra;

/// <summary>Repairs a matrix of correlations that contradict each other: finds the nearest true correlation matrix.</summary>
/// <remarks>
/// Nearest in the Frobenius norm (Higham 2002, "Computing the nearest correlation matrix: a problem from finance"), and unique. Found by
/// Qi and Sun (2006), "A quadratically convergent Newton method for computing the nearest correlation matrix": with C+ the projection of a
/// symmetric C on the positive semi-definite matrices, the answer is (A + Diag(y))+ for the y that minimises the convex theta(y) = |(A +
/// Diag(y))+|^2 / 2 - sum of y, of which F(y) = diag((A + Diag(y))+) - 1 is the gradient. A handful of Newton steps, each with one
/// decomposition into eigenvectors, do what alternating projections need hundreds for. Rows and columns count from zero.
/// </remarks>
public static class NearestCorrelation
{
    private const int MaxIterations = 100;
    private const int MaxHalvings = 30;
    private const double Tolerance = 1e-11;
    private const double SufficientDecrease = 1e-4;

    // A correlation matrix of full rank n computed in double precision may show a smallest eigenvalue of about -n times 2^-52.
    private const double Roundoff = 1e-14;

    /// <summary>The correlation matrix (unit diagonal, positive semi-definite) nearest to a symmetric matrix.</summary>
    /// <param name="matrix">Symmetric, n x n, finite; a matrix that is a correlation matrix already comes back unchanged.</param>
    /// <exception cref="ArgumentException">The matrix is empty, not square, not symmetric or not finite.</exception>
    /// <exception cref="InvalidOperationException">A hundred Newton steps do not bring every entry of the diagonal to 1.</exception>
    public static NearestCorrelationResult Find(double[,] matrix)
    {
        SymmetricMatrix.Require(matrix);
        var n = matrix.GetLength(0);
        var y = new double[n];
        var spectrum = Spectrum.Of(matrix, y);
        if (spectrum.Values.Min() >= -Roundoff * n && Enumerable.Range(0, n).All(i => matrix[i, i] == 1))
            return new NearestCorrelationResult((double[,])matrix.Clone(), 0, 0, 0);

        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var gradient = Gradient(spectrum);
            if (TensorPrimitives.MaxMagnitude<double>(gradient) is < Tolerance and > -Tolerance)
                return Result(matrix, spectrum, iteration - 1);
            var direction = NewtonDirection.Find(spectrum, gradient);
            if (!Descend(matrix, y, ref spectrum, gradient, direction))
                return Result(matrix, spectrum, iteration);
        }

        throw new InvalidOperationException(
            $"Expected the nearest correlation matrix of {n} variables within {MaxIterations} Newton steps; found the diagonal still "
                + $"{TensorPrimitives.MaxMagnitude<double>(Gradient(spectrum)):G3} from 1."
        );
    }

    /// <summary>Takes the longest step along the direction that lowers theta enough; false where rounding leaves nothing to gain.</summary>
    private static bool Descend(double[,] matrix, double[] y, ref Spectrum spectrum, double[] gradient, double[] direction)
    {
        var (before, slope) = (Theta(spectrum, y), TensorPrimitives.Dot<double>(gradient, direction));
        var (moved, step) = (new double[y.Length], 1.0);
        for (var halving = 0; halving < MaxHalvings; halving++, step /= 2)
        {
            TensorPrimitives.MultiplyAdd(direction, step, y, moved);
            var next = Spectrum.Of(matrix, moved);

            // Close to the minimum theta is flat to rounding: there a gradient that shrinks tells more.
            var isLower = Theta(next, moved) <= before + SufficientDecrease * step * slope;
            if (!isLower && TensorPrimitives.Norm<double>(Gradient(next)) >= 0.9 * TensorPrimitives.Norm<double>(gradient))
                continue;
            moved.CopyTo(y, 0);
            spectrum = next;
            return true;
        }

        return false;
    }

    private static double Theta(Spectrum spectrum, double[] y)
    {
        var sum = 0.0;
        foreach (var value in spectrum.Values)
            sum += value > 0 ? value * value : 0;
        return sum / 2 - TensorPrimitives.Sum<double>(y);
    }

    /// <summary>The diagonal of the projection, less one.</summary>
    private static double[] Gradient(Spectrum spectrum)
    {
        var gradient = new double[spectrum.Size];
        for (var j = 0; j < spectrum.Size; j++)
        {
            var vector = spectrum.Vector(j);
            for (var i = 0; spectrum.Values[j] > 0 && i < gradient.Length; i++)
                gradient[i] += spectrum.Values[j] * vector[i] * vector[i];
        }

        TensorPrimitives.Subtract(gradient, 1, gradient);
        return gradient;
    }

    // The diagonal is 1 to 1e-11; a scaling makes it one to rounding, and leaves the matrix semi-definite.
    private static NearestCorrelationResult Result(double[,] asked, Spectrum spectrum, int iterations)
    {
        var (n, x) = (spectrum.Size, spectrum.Projected());
        var correlation = new double[n, n];
        var (distance, largest) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            correlation[i, i] = 1;
            for (var j = 0; j < i; j++)
                correlation[i, j] = correlation[j, i] = Math.Clamp(x[i][j] / Math.Sqrt(x[i][i] * x[j][j]), -1, 1);
            for (var j = 0; j <= i; j++)
            {
                var change = Math.Abs(correlation[i, j] - asked[i, j]);
                distance += (i == j ? 1 : 2) * change * change;
                largest = Math.Max(largest, change);
            }
        }

        return new NearestCorrelationResult(correlation, Math.Sqrt(distance), largest, iterations);
    }
}
