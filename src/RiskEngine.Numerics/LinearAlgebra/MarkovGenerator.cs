using MathNet.Numerics.LinearAlgebra;

namespace RiskEngine.Numerics.LinearAlgebra;

/// <summary>
/// Continuous-time Markov chains of n states by their generator Q, n x n: off the diagonal the rates of moving from row to column, on it
/// what makes each row add to 0 (Norris 1997, Markov Chains, sections 2.1 to 3.5).
/// </summary>
public static class MarkovGenerator
{
    /// <summary>The generator of rates; what stands on their diagonal is not read.</summary>
    /// <exception cref="ArgumentException">The table is not square, or a rate is negative or not finite.</exception>
    public static double[,] OfRates(double[,] rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var n = Order(rates);
        var q = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i == j)
                    continue;
                if (!(rates[i, j] >= 0) || !double.IsFinite(rates[i, j]))
                    throw new ArgumentException($"Expected rates of 0 or more, found {rates[i, j]} from state {i} to {j}.", nameof(rates));
                q[i, j] = rates[i, j];
                q[i, i] -= rates[i, j];
            }
        }

        return q;
    }

    /// <summary>
    /// The generator with P = e^(Q t): the principal logarithm of P, over t, by square roots (Denman and Beavers 1976) and Mercator's
    /// series. Null when the logarithm has rates below 0 (by more than 1e-9), or none: then no chain in continuous time has these
    /// probabilities.
    /// </summary>
    /// <param name="probabilities">P; what stands on its diagonal is not read.</param>
    /// <param name="t">The time that they are for, above 0.</param>
    /// <exception cref="ArgumentException">The table is not square, or a row off its diagonal holds a probability below 0 or adds to more
    /// than 1.</exception>
    public static double[,]? OfProbabilities(double[,] probabilities, double t)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(t);
        var n = Order(probabilities);
        var p = Matrix<double>.Build.DenseIdentity(n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i == j)
                    continue;
                if (!(probabilities[i, j] >= 0))
                {
                    throw new ArgumentException(
                        $"Expected probabilities of 0 or more, found {probabilities[i, j]} from state {i} to {j}.",
                        nameof(probabilities)
                    );
                }

                p[i, j] = probabilities[i, j];
                p[i, i] -= probabilities[i, j];
            }

            if (p[i, i] < -1e-12)
            {
                throw new ArgumentException(
                    $"Expected probabilities of leaving state {i} that add to 1 at most, found {1 - p[i, i]}.",
                    nameof(probabilities)
                );
            }
        }

        return Logarithm(p) is { } logarithm ? Generator(logarithm / t) : null;
    }

    /// <summary>Transition probabilities over a time: P(t) = e^(Q t), rows from, columns to.</summary>
    /// <remarks>
    /// With the largest rate of leaving m: the Poisson sum of powers of I + Q / m, none of which is negative, over t / 2^s, squared s
    /// times.
    /// </remarks>
    public static double[,] Transition(double[,] generator, double t)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        var n = Order(generator);
        var q = Matrix<double>.Build.DenseOfArray(generator);
        var largest = Enumerable.Range(0, n).Max(i => -generator[i, i]);
        if (largest == 0 || t == 0)
            return Matrix<double>.Build.DenseIdentity(n).ToArray();
        var squarings = Math.Max(0, (int)Math.Ceiling(Math.Log2(largest * t)));
        var mean = largest * t / Math.Pow(2, squarings);
        var jump = Matrix<double>.Build.DenseIdentity(n) + q / largest;
        var sum = Matrix<double>.Build.DenseIdentity(n) * Math.Exp(-mean);
        var term = sum;
        for (var k = 1; k <= 30; k++)
        {
            term = term * jump * (mean / k);
            sum += term;
        }

        for (var s = 0; s < squarings; s++)
            sum *= sum;
        return sum.ToArray();
    }

    /// <summary>
    /// The long-run shares of time in each state: pi Q = 0, adding to 1. Null when they depend on where the chain starts.
    /// </summary>
    public static double[]? LongRun(double[,] generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        var n = Order(generator);

        // The last equation is one too many: the sum of the shares takes its place.
        var a = Matrix<double>.Build.DenseOfArray(generator).Transpose();
        for (var j = 0; j < n; j++)
            a[n - 1, j] = 1;
        var right = Vector<double>.Build.Dense(n, i => i == n - 1 ? 1 : 0);
        if (a.Rank() < n)
            return null;
        var shares = a.Solve(right);
        return [.. shares.Select(s => Math.Max(0, s))];
    }

    private static Matrix<double>? Logarithm(Matrix<double> p)
    {
        var one = Matrix<double>.Build.DenseIdentity(p.RowCount);
        var roots = 0;
        while ((p - one).FrobeniusNorm() > 0.25)
        {
            if (roots++ == 20 || Root(p) is not { } root)
                return null;
            p = root;
        }

        var (sum, power) = (Matrix<double>.Build.Dense(p.RowCount, p.ColumnCount), one);
        for (var k = 1; k <= 40; k++)
        {
            power *= p - one;
            sum += power * ((k % 2 == 1 ? 1.0 : -1.0) / k);
        }

        return sum * Math.Pow(2, roots);
    }

    /// <summary>The principal square root; null where there is none.</summary>
    private static Matrix<double>? Root(Matrix<double> p)
    {
        var (y, z) = (p, Matrix<double>.Build.DenseIdentity(p.RowCount));
        for (var round = 0; round < 50; round++)
        {
            if (Math.Abs(y.Determinant()) < 1e-300 || Math.Abs(z.Determinant()) < 1e-300)
                return null;
            (y, z) = ((y + z.Inverse()) / 2, (z + y.Inverse()) / 2);
        }

        return (y * y - p).FrobeniusNorm() < 1e-10 ? y : null;
    }

    private static double[,]? Generator(Matrix<double> logarithm)
    {
        var n = logarithm.RowCount;
        var rates = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i == j)
                    continue;
                if (!(logarithm[i, j] >= -1e-9))
                    return null;
                rates[i, j] = Math.Max(0, logarithm[i, j]);
            }
        }

        return OfRates(rates);
    }

    private static int Order(double[,] matrix) =>
        matrix.GetLength(0) == matrix.GetLength(1) && matrix.Length > 0
            ? matrix.GetLength(0)
            : throw new ArgumentException(
                $"Expected a square matrix, found {matrix.GetLength(0)} x {matrix.GetLength(1)}.",
                nameof(matrix)
            );
}
