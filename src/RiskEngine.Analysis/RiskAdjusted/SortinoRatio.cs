using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.RiskAdjusted;

/// <summary>Sortino ratio of the profit at the horizon, annualised.</summary>
public static class SortinoRatio
{
    /// <summary>
    /// (mean - risk-free return) / downside deviation / sqrt(years), the downside deviation being sqrt(mean of min(x - risk-free, 0)^2)
    /// over all paths.
    /// </summary>
    /// <remarks>
    /// Sortino and van der Meer (1991) with the risk-free return as the target. Error by the influence function
    /// (x - mean)/D - S (d^2 - D^2) / (2 D^2), D the downside deviation, d the shortfall, S the ratio before annualising.
    /// </remarks>
    /// <param name="profits">The relative profits at the horizon, one per path.</param>
    /// <param name="moments">The moments of the same profits.</param>
    /// <param name="years">The horizon in years, above 0.</param>
    /// <param name="riskFreeReturn">The risk-free return over the whole horizon, e.g. 0.04 for 4%; not annualised.</param>
    /// <param name="weights">The paths' probabilities, those of the moments.</param>
    /// <returns>The ratio; not available where no path ends below the risk-free return.</returns>
    /// <exception cref="ArgumentException">Profits and moments are not of the same number of paths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The years are not a positive finite number, or the risk-free return is not
    /// finite.</exception>
    public static Estimate Of(
        ReadOnlySpan<float> profits,
        ColumnMoments moments,
        double years,
        double riskFreeReturn,
        PathWeights weights = default
    )
    {
        Horizon.Check(years, riskFreeReturn);
        ColumnCheck.RequireSameLength(profits.Length, moments.Count, nameof(moments));
        var downside = DownsideMoments.Of(profits, weights, moments.Mean, riskFreeReturn);
        if (downside.Squared == 0)
        {
            return Estimate.NotAvailable;
        }

        var d2 = downside.Squared;
        var deviation = Math.Sqrt(d2);
        var ratio = (moments.Mean - riskFreeReturn) / deviation;
        var error = moments.ErrorMoments;
        var variance =
            (error.E2 / d2)
            - (ratio * (downside.CrossMean - (d2 * error.E1)) / (d2 * deviation))
            + (ratio * ratio * (downside.Fourth - (d2 * d2) + (2 * d2 * (d2 - downside.ErrorSquared))) / (4 * d2 * d2));
        var annual = Math.Sqrt(years);
        return Estimate.Normal(ratio / annual, Math.Sqrt(Math.Max(variance, 0) / moments.SampleSize) / annual);
    }
}
