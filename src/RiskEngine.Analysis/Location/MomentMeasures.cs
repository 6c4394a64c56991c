using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Location;

/// <summary>Mean and standard deviation of the profit over the paths.</summary>
public static class MomentMeasures
{
    /// <summary>The mean, with standard error s / sqrt(n); under weights p, the root of the sum of p^2 d^2.</summary>
    public static Estimate Mean(ColumnMoments moments)
    {
        var n = moments.SampleSize;
        return Estimate.Normal(moments.Mean, Math.Sqrt(moments.ErrorMoments.E2 * n / (n - 1)) / Math.Sqrt(n));
    }

    /// <summary>
    /// The standard deviation (n - 1 in the denominator), with its error through the fourth moment; exactly 0 for a constant column.
    /// </summary>
    /// <remarks>
    /// Var(s^2) = (m4 - s^4 (n - 3)/(n - 1)) / n (Mood, Graybill and Boes 1974), carried to s by the delta method; weights add 2 m2 (m2 -
    /// e2).
    /// </remarks>
    public static Estimate StandardDeviation(ColumnMoments moments)
    {
        if (moments.IsConstant)
        {
            return Estimate.Exact(0);
        }

        var n = moments.SampleSize;
        var s = moments.StandardDeviation;
        var (m2, error) = (moments.M2, moments.ErrorMoments);
        var varianceOfSquare = (error.E4 - (s * s * s * s * (n - 3) / (n - 1)) + (2 * m2 * (m2 - error.E2))) / n;
        return Estimate.Normal(s, Math.Sqrt(Math.Max(varianceOfSquare, 0)) / (2 * s));
    }
}
