using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.RiskAdjusted;

/// <summary>Sharpe ratio of the profit at the horizon, annualised.</summary>
public static class SharpeRatio
{
    /// <summary>(mean - risk-free return) / standard deviation / sqrt(years).</summary>
    /// <remarks>
    /// Error by the delta method with skewness and kurtosis: Var = [1 - g3 S + (g4 - 1)/4 S^2] / n for the ratio S before annualising,
    /// g3 the skewness and g4 the kurtosis, 3 for a normal (Mertens 2002; Lo 2002 for the normal case, 1 + S^2/2).
    /// </remarks>
    /// <param name="moments">The moments of the relative profits at the horizon.</param>
    /// <param name="years">The horizon in years, above 0.</param>
    /// <param name="riskFreeReturn">The risk-free return over the whole horizon, e.g. 0.04 for 4%; not annualised.</param>
    /// <returns>The ratio; not available for a constant column.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The years are not a positive finite number, or the risk-free return is not
    /// finite.</exception>
    public static Estimate Of(ColumnMoments moments, double years, double riskFreeReturn)
    {
        Horizon.Check(years, riskFreeReturn);
        if (moments.IsConstant)
        {
            return Estimate.NotAvailable;
        }

        var s = moments.StandardDeviation;
        var ratio = (moments.Mean - riskFreeReturn) / s;
        var (m2, error) = (moments.M2, moments.ErrorMoments);
        var g2 = error.E2 / m2; // 1 where weights are equal, and E1 is 0
        var g3 = (error.E3 - (m2 * error.E1)) / Math.Pow(m2, 1.5);
        var g4 = error.E4 / (m2 * m2);
        var variance = g2 - (g3 * ratio) + ((g4 - 1 + (2 * (1 - g2))) / 4 * ratio * ratio);
        var annual = Math.Sqrt(years);
        return Estimate.Normal(ratio / annual, Math.Sqrt(Math.Max(variance, 0) / moments.SampleSize) / annual);
    }
}
