using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Location;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Drawdowns;

/// <summary>
/// Measures of a column of maximum drawdowns: each path's deepest fall from an earlier peak, relative to that peak, 0 to 1.
/// </summary>
/// <remarks>
/// Drawdowns are as deep as the dates at which values were looked at can show (Broadie, Glasserman and Kou 1999). The simulation looks at
/// every day, whatever its steps: within a step by the extremes of a bridge. With a volatility of 0.35 the mean of a year is 0.33 so, where
/// looks at months alone give 0.27; of three months 0.18 against 0.11.
/// </remarks>
public static class DrawdownMeasures
{
    /// <summary>The mean of the paths' maximum drawdowns; a loss is positive.</summary>
    public static Estimate Mean(ColumnMoments drawdowns) => MomentMeasures.Mean(drawdowns);

    /// <summary>The quantile at p of the paths' maximum drawdowns, with its distribution-free interval; a loss is positive.</summary>
    /// <exception cref="ArgumentException">A drawdown lies outside 0 to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">p is not strictly between 0 and 1.</exception>
    public static Estimate Quantile(SortedColumn drawdowns, double probability)
    {
        RequireDrawdowns(drawdowns);
        return Quantiles.At(drawdowns, probability);
    }

    /// <summary>
    /// Conditional drawdown at risk: the mean of the deepest n (1 - level) of the paths' maximum drawdowns; a loss is positive.
    /// </summary>
    /// <remarks>
    /// Chekhlov, Uryasev and Zabarankin (2005) average the worst drawdowns over all dates of a path; this is their measure applied to
    /// one drawdown per path, the maximum, over many paths, which Goldberg and Mahmoud (2017) call conditional expected drawdown.
    /// Error as for <see cref="ExpectedShortfall"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">A drawdown lies outside 0 to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static Estimate ConditionalDrawdownAtRisk(SortedColumn drawdowns, double level)
    {
        RequireDrawdowns(drawdowns);
        return TailMean.Upper(drawdowns, TailMean.ProbabilityOf(level));
    }

    private static void RequireDrawdowns(SortedColumn drawdowns)
    {
        if (drawdowns.At(1) < 0 || drawdowns.At(drawdowns.Count) > 1)
        {
            throw new ArgumentException(
                $"Expected maximum drawdowns between 0 and 1, found {drawdowns.At(1)} to {drawdowns.At(drawdowns.Count)}.",
                nameof(drawdowns)
            );
        }
    }
}
