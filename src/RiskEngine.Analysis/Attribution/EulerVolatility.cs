using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.Attribution;

/// <summary>Euler contributions to the standard deviation: covariance of the part with the whole, divided by the whole's deviation.</summary>
/// <remarks>
/// Volatility is homogeneous of degree one in the positions, so contributions x_i d(sigma)/d(x_i) = cov(X_i, X) / sigma add up to it
/// (Litterman 1996; Tasche 1999). Errors by the delta method: influence values [(X_i - m_i)(X - m) - cov] / sigma - cov [(X - m)^2 - sigma^2] / (2 sigma^3).
/// </remarks>
public static class EulerVolatility
{
    /// <summary>Splits the standard deviation (n - 1 in the denominator); all zero where the whole never varies.</summary>
    public static RiskSplit Of(PartColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var n = columns.SampleSize;
        var unbiased = n / (n - 1);
        var mean = Enumerable.Range(0, columns.Parts.Count).Sum(columns.Mean);
        var variance = 0.0;
        for (var k = 0; k < columns.Paths; k++) variance += columns.Probability(k) * (columns.Total[k] - mean) * (columns.Total[k] - mean);
        if (variance <= 0) return new RiskSplit(0, [.. columns.Parts.Select(_ => Estimate.Exact(0))]);
        var deviation = Math.Sqrt(variance);
        var scale = Math.Sqrt(unbiased);
        return new RiskSplit(deviation * scale, [.. Enumerable.Range(0, columns.Parts.Count).Select(i => Part(columns, i, mean, deviation, scale))]);
    }

    private static Estimate Part(PartColumns columns, int part, double mean, double deviation, double scale)
    {
        var column = columns.Parts[part];
        var own = columns.Mean(part);
        var covariance = 0.0;
        for (var k = 0; k < columns.Paths; k++) covariance += columns.Probability(k) * (column[k] - own) * (columns.Total[k] - mean);
        var (variance, squares) = (deviation * deviation, 0.0);
        for (var k = 0; k < columns.Paths; k++)
        {
            var (d, p) = (columns.Total[k] - mean, columns.Probability(k));
            var influence = ((((column[k] - own) * d) - covariance) / deviation) - (covariance * ((d * d) - variance) / (2 * variance * deviation));
            squares += p * p * influence * influence;
        }

        return Estimate.Normal(scale * covariance / deviation, Math.Sqrt(squares));
    }
}
