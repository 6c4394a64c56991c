using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.TailRisk;

/// <summary>
/// Value at risk of a normal distribution with the profits' mean and standard deviation (RiskMetrics 1996): what a delta-normal model would
/// say of positions that are linear in normal returns.
/// </summary>
public static class NormalValueAtRisk
{
    /// <summary>-(mean + s z) with z the normal quantile at 1 - level.</summary>
    /// <remarks>
    /// Error by the influence function -(d + z (d^2 - s^2) / (2 s)), d the deviation from the mean: its variance is s^2 + z m3 / s + z^2
    /// (m4 - s^4) / (4 s^2).
    /// </remarks>
    /// <param name="moments">The moments of the relative profits.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The loss relative to the start value; positive is a loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static Estimate At(ColumnMoments moments, double level)
    {
        var z = Normal.InvCDF(0, 1, TailMean.ProbabilityOf(level));
        if (moments.IsConstant)
            return Estimate.Exact(0 - moments.Mean);
        var (s, m2, e) = (moments.StandardDeviation, moments.M2, moments.ErrorMoments);
        var cross = (e.E3 - (m2 * e.E1)) / Math.Sqrt(m2);
        var square = (e.E4 - (m2 * m2) + (2 * m2 * (m2 - e.E2))) / (4 * m2);
        var variance = e.E2 + (z * cross) + (z * z * square);
        return Estimate.Normal(0 - (moments.Mean + (z * s)), Math.Sqrt(Math.Max(variance, 0) / moments.SampleSize));
    }
}
