using MathNet.Numerics.Statistics;

namespace RiskEngine.Calibration.Estimators;

/// <summary>Estimates the linear (Pearson) correlation of two series.</summary>
public static class LinearCorrelation
{
    /// <summary>Pearson's r with the interval of Fisher's transform.</summary>
    /// <remarks>
    /// z = atanh r is close to normal with standard error 1/sqrt(n - 3) (Fisher 1921); the interval is taken there and carried back, the
    /// standard error of r itself is (1 - r^2)/sqrt(n - 3). Exact only for jointly normal pairs: fat tails make it somewhat too narrow.
    /// </remarks>
    /// <param name="first">n finite values, n at least 4.</param>
    /// <param name="second">n finite values, paired with the first.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are fewer than four pairs, or one series is constant.</exception>
    public static CorrelationEstimate Estimate(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Sample.RequireFinite(first, 4, nameof(first));
        Sample.RequireFinite(second, 4, nameof(second));
        if (first.Length != second.Length)
        {
            throw new ArgumentException(
                $"Expected {first.Length} values to pair with the first series, found {second.Length}.",
                nameof(second)
            );
        }

        var r = Correlation.Pearson(first.ToArray(), second.ToArray());
        if (!double.IsFinite(r))
            throw new ArgumentException("Expected two series that vary, found a constant one.", nameof(first));

        var n = first.Length;
        var halfWidth = 1.959963984540054 / Math.Sqrt(n - 3);
        var z = Math.Atanh(Math.Clamp(r, -1, 1));
        var error = (1 - (r * r)) / Math.Sqrt(n - 3);
        return new CorrelationEstimate(new ParameterEstimate(r, error), Math.Tanh(z - halfWidth), Math.Tanh(z + halfWidth), n);
    }
}
