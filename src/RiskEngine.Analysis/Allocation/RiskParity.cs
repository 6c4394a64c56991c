using MathNet.Numerics.LinearAlgebra.Double;
using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Analysis.Allocation;

/// <summary>Weights at which every asset contributes the same to the portfolio's volatility.</summary>
public static class RiskParity
{
    private const int MostSteps = 100;
    private const double Singular = 1e-9;
    private const double OwnRisk = 1e-8;

    /// <summary>The weights, adding to one, where some assets may have no risk to share.</summary>
    /// <remarks>
    /// Equal shares of risk say nothing of an asset without any: in the limit of no volatility it would take all. Each such asset gets the
    /// part that equal weights give it, 1 / n, and the others share the rest so that each contributes the same to its volatility.
    /// </remarks>
    /// <param name="covariance">Symmetric, n by n; positive semi-definite.</param>
    /// <param name="leastVolatility">A standard deviation up to this is no risk, 0 or more.</param>
    public static double[] WithRiskless(double[,] covariance, double leastVolatility)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        ArgumentOutOfRangeException.ThrowIfNegative(leastVolatility);
        var n = covariance.GetLength(0);
        var weights = new double[n];
        Array.Fill(weights, 1.0 / n);
        var risky = Enumerable.Range(0, n).Where(i => covariance[i, i] > leastVolatility * leastVolatility).ToArray();
        if (risky.Length == 0)
            return weights;
        var part = new double[risky.Length, risky.Length];
        for (var a = 0; a < risky.Length; a++)
        {
            for (var b = 0; b < risky.Length; b++)
                part[a, b] = covariance[risky[a], risky[b]];
        }

        var shares = OnVolatility(part);
        for (var a = 0; a < risky.Length; a++)
            weights[risky[a]] = shares[a] * risky.Length / n;
        return weights;
    }

    /// <summary>The weights, adding to one, all above zero.</summary>
    /// <remarks>
    /// Spinu (2013): x'S x / 2 - sum of b ln x is convex and its minimum has x (S x) = b; Newton steps, damped by 1 / (1 + decrement) far
    /// from it; weights are x scaled to one. Equal contributions (Maillard, Roncalli and Teiletche 2010) unless budgets say otherwise.
    /// </remarks>
    /// <param name="covariance">S, symmetric and positive semi-definite, with variances above 0.</param>
    /// <param name="budgets">Each asset's part of the variance, above 0, adding to 1; equal unless given.</param>
    /// <exception cref="ArgumentException">Shapes differ, a variance or budget is not above zero, or S is not positive
    /// semi-definite.</exception>
    public static double[] OnVolatility(double[,] covariance, double[]? budgets = null)
    {
        var n = covariance.GetLength(0);
        var b = budgets ?? [.. Enumerable.Repeat(1.0 / n, n)];
        if (n == 0 || covariance.GetLength(1) != n || b.Length != n)
        {
            throw new ArgumentException(
                $"Expected square covariances and as many budgets, found {n} by {covariance.GetLength(1)} and {b.Length}.",
                nameof(covariance)
            );
        }

        for (var i = 0; i < n; i++)
        {
            if (!(covariance[i, i] > 0))
                throw new ArgumentException($"Expected a variance above 0, found {covariance[i, i]} at index {i}.", nameof(covariance));
            if (!(b[i] > 0))
                throw new ArgumentException($"Expected a budget above 0, found {b[i]} at index {i}.", nameof(budgets));
        }

        // In units of each asset's volatility: correlations, and a start at which x'x is of the right size.
        var volatility = Enumerable.Range(0, n).Select(i => Math.Sqrt(covariance[i, i])).ToArray();
        var c = DenseMatrix.Create(n, n, (i, j) => covariance[i, j] / volatility[i] / volatility[j]);
        if (SymmetricMatrix.SmallestEigenvalue(Symmetric(c)) < Singular)
        {
            // A mix without any risk (perfect opposites) would be taken without end: a little own risk for each gives the sum a minimum.
            for (var i = 0; i < n; i++)
                c[i, i] += OwnRisk;
        }

        var x = DenseVector.Create(n, i => Math.Sqrt(b[i]));
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = (c * x) - DenseVector.Create(n, i => b[i] / x[i]);
            var hessian = DenseMatrix.Create(n, n, (i, j) => c[i, j] + (i == j ? b[i] / (x[i] * x[i]) : 0));
            var move = hessian.Cholesky().Solve(gradient);

            // The barrier with the smallest budget is self-concordant with parameter 1 / sqrt(b).
            var decrement = Math.Sqrt(Math.Max(0, gradient * move) / b.Min());
            x = (DenseVector)(x - (move / (decrement < 0.25 ? 1 : 1 + decrement)));
            if (decrement < 1e-12)
                break;
        }

        double[] weights = [.. Enumerable.Range(0, n).Select(i => x[i] / volatility[i])];
        var sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }

    private static double[,] Symmetric(DenseMatrix matrix)
    {
        var values = matrix.ToArray();
        for (var i = 0; i < matrix.RowCount; i++)
        {
            for (var j = 0; j < i; j++)
                values[j, i] = values[i, j];
        }

        return values;
    }
}
