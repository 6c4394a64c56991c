using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Location;

namespace RiskEngine.Analysis.TailRisk;

/// <summary>Value at risk: the loss that the worst paths reach or exceed.</summary>
public static class ValueAtRisk
{
    /// <summary>VaR at a confidence level: minus the profit quantile at 1 - level, with that quantile's interval.</summary>
    /// <param name="profits">The sorted relative profits.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1; 0.95 looks at the worst 5%.</param>
    /// <returns>The loss relative to the start value; positive is a loss. Of 100,000 paths at 95% it is the 5,000th worst.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static Estimate At(SortedColumn profits, double level) => Quantiles.At(profits, 1 - level).Negate();
}
