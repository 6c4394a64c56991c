namespace RiskEngine.Analysis.ReverseStress;

/// <summary>
/// The most likely joint move of Gaussian variables that makes a linear payoff reach a target: the one of least Mahalanobis distance.
/// </summary>
/// <remarks>
/// Minimise (x - m)' S^-1 (x - m) subject to b'x = c: x* = m + S b (c - b'm) / (b'S b), at distance |c - b'm| / sqrt(b'S b) (Lagrange;
/// Breuer, Jandacka, Rheinberger and Summer 2009). It needs no inverse, so S may be singular. x* is also the expected x given that the
/// payoff is c.
/// </remarks>
/// <param name="Moves">x*, in the variables' order and units.</param>
/// <param name="Distance">The Mahalanobis distance from the mean, in standard deviations, 0 or more.</param>
public sealed record MostLikelyMoves(IReadOnlyList<double> Moves, double Distance)
{
    /// <summary>Finds it.</summary>
    /// <param name="means">m, one a variable.</param>
    /// <param name="covariance">S, n x n, symmetric, positive semi-definite.</param>
    /// <param name="loadings">b: payoff per unit of each variable.</param>
    /// <param name="target">c.</param>
    /// <exception cref="ArgumentException">Sizes do not match, or the payoff does not vary.</exception>
    public static MostLikelyMoves Of(IReadOnlyList<double> means, double[,] covariance, IReadOnlyList<double> loadings, double target)
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(covariance);
        ArgumentNullException.ThrowIfNull(loadings);
        var n = means.Count;
        if (loadings.Count != n || covariance.GetLength(0) != n || covariance.GetLength(1) != n)
        {
            throw new ArgumentException(
                $"Expected {n} loadings and a covariance of {n} x {n}, found {loadings.Count} and {covariance.GetLength(0)} x "
                    + $"{covariance.GetLength(1)}.",
                nameof(loadings)
            );
        }

        var (towards, expected, variance) = (new double[n], 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                towards[i] += covariance[i, j] * loadings[j];
            expected += loadings[i] * means[i];
            variance += loadings[i] * towards[i];
        }

        if (!(variance > 0))
            throw new ArgumentException($"Expected a payoff that varies, found the variance {variance}.", nameof(loadings));
        var gap = target - expected;
        return new MostLikelyMoves([.. means.Select((m, i) => m + (towards[i] * gap / variance))], Math.Abs(gap) / Math.Sqrt(variance));
    }
}
