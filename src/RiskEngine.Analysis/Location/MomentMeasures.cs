using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Location;

/// <summary>Mean and standard deviation of the profit over the paths.</summary>
public static class MomentMeasures
{
    /// <summary>The mean, with standard error s / sqrt(n).</summary>
    public static Estimate Mean(ColumnMoments moments) =>
        Estimate.Normal(moments.Mean, moments.StandardDeviation / Math.Sqrt(moments.Count));

    /// <summary>The standard deviation (n - 1 in the denominator), with its error through the fourth moment; exactly 0 for a constant column.</summary>
    /// <remarks>Var(s^2) = (m4 - s^4 (n - 3)/(n - 1)) / n (Mood, Graybill and Boes 1974), carried to s by the delta method.</remarks>
    public static Estimate StandardDeviation(ColumnMoments moments)
    {
        if (moments.IsConstant)
        {
            return Estimate.Exact(0);
        }

        double n = moments.Count;
        var s = moments.StandardDeviation;
        var varianceOfSquare = (moments.M4 - (s * s * s * s * (n - 3) / (n - 1))) / n;
        return Estimate.Normal(s, Math.Sqrt(Math.Max(varianceOfSquare, 0)) / (2 * s));
    }
}
