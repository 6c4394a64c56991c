using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Location;

/// <summary>Quantiles of a column, with distribution-free intervals.</summary>
public static class Quantiles
{
    /// <summary>The quantile at p: the outcome of rank ceil(n p) in ascending order (Hyndman and Fan 1996, type 1).</summary>
    /// <param name="column">The sorted outcomes.</param>
    /// <param name="probability">p, strictly between 0 and 1.</param>
    /// <returns>
    /// The quantile; its interval runs between two order statistics and covers in at least 95% of samples whatever the distribution
    /// (David and Nagaraja 2003, section 7.1); its standard error is the interval's width / (2 x 1.959964). Without error where the
    /// sample is too small to hold the interval (below 368 paths at 1%, 72 at 5%).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">p is not strictly between 0 and 1.</exception>
    public static Estimate At(SortedColumn column, double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability strictly between 0 and 1.");
        }

        var value = column.Ascending[column.RankAt(probability) - 1];
        var (lower, upper) = OrderStatisticInterval.RanksFor(column.Count, probability);
        return lower < 1 || upper > column.Count
            ? Estimate.WithoutError(value)
            : Estimate.FromInterval(value, column.Ascending[lower - 1], column.Ascending[upper - 1]);
    }
}
