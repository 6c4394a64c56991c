using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.TailRisk;

/// <summary>Expected shortfall: the average loss over the worst paths.</summary>
public static class ExpectedShortfall
{
    /// <summary>ES at a confidence level: the mean loss of the worst n (1 - level) paths, the last of them counted in part.</summary>
    /// <remarks>
    /// q + sum of (L - q)+ / (n (1 - level)) with q the VaR (Rockafellar and Uryasev 2002), so ES is never below VaR. Asymptotic
    /// variance [Var(L | L >= q) + level (ES - q)^2] / (n (1 - level)) (Manistre and Hancock 2005), here through the influence
    /// function q + (L - q)+ / (1 - level) - ES, which is the same number.
    /// </remarks>
    /// <param name="profits">The sorted relative profits.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1; 0.95 looks at the worst 5%.</param>
    /// <returns>
    /// The loss relative to the start value; positive is a loss. Without error where the tail holds fewer than two paths.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static Estimate At(SortedColumn profits, double level) => TailMean.Lower(profits, TailMean.ProbabilityOf(level)).Negate();
}
