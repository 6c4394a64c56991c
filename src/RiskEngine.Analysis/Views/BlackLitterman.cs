using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace RiskEngine.Analysis.Views;

/// <summary>Views on the expected returns of normal returns: the linear Gaussian case, in closed form.</summary>
/// <remarks>
/// Black and Litterman (1992) as written out by He and Litterman (1999), with the confidences of Idzorek (2005) in the closed form of
/// Walters (2014): a view of confidence c has the error variance (1 - c)/c p' (tau S) p, so that alone it moves expected returns by c
/// of what certainty would. Where all views are certain, the posterior mean is that of entropy pooling on normal paths.
/// </remarks>
public static class BlackLitterman
{
    /// <summary>
    /// The expected returns above the risk-free rate at which the market portfolio is the best one: risk aversion x S x weights.
    /// </summary>
    /// <param name="covariance">S, covariances a year, symmetric.</param>
    /// <param name="marketWeights">Weights of the market portfolio.</param>
    /// <param name="riskAversion">The price of variance, above 0; He and Litterman take 2.5.</param>
    /// <exception cref="ArgumentException">Shapes differ.</exception>
    public static double[] EquilibriumReturns(double[,] covariance, double[] marketWeights, double riskAversion)
    {
        var s = Covariance(covariance, marketWeights.Length);
        return [.. s * DenseVector.OfArray(marketWeights) * riskAversion];
    }

    /// <summary>The posterior of the expected returns.</summary>
    /// <param name="priorReturns">Expected returns before the views.</param>
    /// <param name="covariance">S, covariances of the returns, symmetric.</param>
    /// <param name="tau">The prior's error as a part of S, above 0; He and Litterman take 0.05.</param>
    /// <param name="views">Portfolios of which an expected return is told; at least one.</param>
    /// <exception cref="ArgumentException">Shapes differ, no views, or views that repeat each other with certainty.</exception>
    public static BlackLittermanPosterior Posterior(
        double[] priorReturns,
        double[,] covariance,
        double tau,
        IReadOnlyList<ReturnView> views
    )
    {
        ArgumentNullException.ThrowIfNull(views);
        if (views.Count == 0)
            throw new ArgumentException("Expected at least one view, found none.", nameof(views));
        if (!(tau > 0))
            throw new ArgumentOutOfRangeException(nameof(tau), tau, "Expected a tau above 0.");
        var s = Covariance(covariance, priorReturns.Length);
        var prior = DenseVector.OfArray(priorReturns);
        var wrong = views.FirstOrDefault(v => v.Weights.Length != priorReturns.Length || !(v.Confidence is > 0 and <= 1));
        if (wrong is not null)
        {
            throw new ArgumentException(
                $"Expected {priorReturns.Length} weights and a confidence above 0, up to 1, found {wrong.Weights.Length} and "
                    + $"{wrong.Confidence}.",
                nameof(views)
            );
        }

        var p = DenseMatrix.OfRowArrays([.. views.Select(v => v.Weights)]);
        var q = DenseVector.OfEnumerable(views.Select(v => v.ExpectedReturn));
        var error = tau * s;
        var projected = p * error * p.Transpose();
        var omega = DenseMatrix.CreateDiagonal(
            views.Count,
            views.Count,
            k => (1 - views[k].Confidence) / views[k].Confidence * projected[k, k]
        );
        var gain = error * p.Transpose() * (projected + omega).Inverse();
        return new BlackLittermanPosterior([.. prior + (gain * (q - (p * prior)))], (s + error - (gain * p * error)).ToArray());
    }

    private static Matrix<double> Covariance(double[,] covariance, int size) =>
        covariance.GetLength(0) == size && covariance.GetLength(1) == size
            ? DenseMatrix.OfArray(covariance)
            : throw new ArgumentException(
                $"Expected covariances of {size} assets, found {covariance.GetLength(0)} by {covariance.GetLength(1)}.",
                nameof(covariance)
            );
}

/// <summary>What is expected of one portfolio.</summary>
/// <param name="Weights">The portfolio; weights that add to zero say that some do better than others.</param>
/// <param name="ExpectedReturn">Its expected return.</param>
/// <param name="Confidence">Above 0 to 1 (certain).</param>
public sealed record ReturnView(double[] Weights, double ExpectedReturn, double Confidence);

/// <summary>Expected returns after views.</summary>
/// <param name="Returns">Expected returns.</param>
/// <param name="Covariance">Covariances of the returns, the uncertainty of the expected ones included.</param>
public sealed record BlackLittermanPosterior(double[] Returns, double[,] Covariance);
