using MathNet.Numerics.LinearAlgebra.Double;

namespace RiskEngine.Analysis.Allocation;

/// <summary>Weights at which every asset contributes the same to the portfolio's volatility.</summary>
public static class RiskParity
{
    private const int MostSteps = 100;

    /// <summary>The weights, adding to one, all above zero.</summary>
    /// <remarks>
    /// Spinu (2013): x'S x / 2 - sum of b ln x is convex and its minimum has x (S x) = b; Newton steps, damped by 1 / (1 + decrement) far
    /// from it; weights are x scaled to one. Equal contributions (Maillard, Roncalli and Teiletche 2010) unless budgets say otherwise.
    /// </remarks>
    /// <param name="covariance">S, symmetric and positive definite.</param>
    /// <param name="budgets">Each asset's part of the variance, above 0, adding to 1; equal unless given.</param>
    /// <exception cref="ArgumentException">Shapes differ, a variance or budget is not above zero, or S is not positive
    /// definite.</exception>
    public static double[] OnVolatility(double[,] covariance, double[]? budgets = null)
    {
        var n = covariance.GetLength(0);
        var b = budgets ?? [.. Enumerable.Repeat(1.0 / n, n)];
        if (n == 0 || covariance.GetLength(1) != n || b.Length != n)
            throw new ArgumentException(
                $"Expected square covariances and as many budgets, found {n} by {covariance.GetLength(1)} and {b.Length}.",
                nameof(covariance)
            );
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
}
