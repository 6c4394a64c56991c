using MathNet.Numerics.Statistics;

namespace RiskEngine.Calibration.Estimators;

/// <summary>Estimates volatility from returns.</summary>
public static class Volatility
{
    /// <summary>Sample standard deviation (n - 1), times the square root of the periods a year.</summary>
    /// <remarks>
    /// The standard error is s/2 sqrt((k - 1)/n) with the sample kurtosis k: Var(s^2) is s^4 (k - 1)/n to first order (Kendall and Stuart,
    /// The Advanced Theory of Statistics, vol. 1), and s is its square root. For normal returns (k = 3) it is the familiar s/sqrt(2n);
    /// fat tails make it wider, as they should. Returns are taken as uncorrelated over time.
    /// </remarks>
    /// <param name="returns">Log returns without gaps, two or more.</param>
    /// <param name="periodsPerYear">Returns a year, above 0.</param>
    /// <exception cref="ArgumentException">There are fewer than two returns, or one is not finite.</exception>
    public static VolatilityEstimate Estimate(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periodsPerYear);
        Sample.RequireFinite(returns, 2, nameof(returns));
        double[] sample = [.. returns];
        var n = sample.Length;
        var mean = ArrayStatistics.Mean(sample);
        double second = 0,
            fourth = 0;
        foreach (var value in sample)
        {
            var square = (value - mean) * (value - mean);
            second += square;
            fourth += square * square;
        }

        var deviation = Math.Sqrt(second / (n - 1));
        var kurtosis = second > 0 ? n * fourth / (second * second) : double.NaN;
        var error = second > 0 ? deviation / 2 * Math.Sqrt((kurtosis - 1) / n) : 0;
        var scale = Math.Sqrt(periodsPerYear);
        return new VolatilityEstimate(new ParameterEstimate(deviation * scale, error * scale), kurtosis, n);
    }
}
