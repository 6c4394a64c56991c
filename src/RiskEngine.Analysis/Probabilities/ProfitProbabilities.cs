using System.Runtime.Intrinsics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Probabilities;

/// <summary>Probabilities of ending below or above something, each with Wilson's interval.</summary>
public static class ProfitProbabilities
{
    /// <summary>The probability of a profit below 0.</summary>
    public static Estimate OfLoss(SortedColumn profits) => OfLosingMoreThan(profits, 0);

    /// <summary>The probability of a profit below -threshold.</summary>
    /// <param name="profits">The sorted relative profits.</param>
    /// <param name="threshold">The loss relative to the start value, 0 or more: 0.2 for more than a fifth. Losing exactly that much does
    /// not count.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative or not a number.</exception>
    public static Estimate OfLosingMoreThan(SortedColumn profits, double threshold)
    {
        if (!(threshold >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "Expected a loss threshold of 0 or more.");
        }

        // Compared as float, so that an outcome of exactly -0.2f does not lie beyond 0.2 by a rounding.
        var below = profits.CountBelow((float)-threshold);
        var (share, n) = profits.ShareOf(below);
        return Proportion.Of(share, n, below == 0, below == profits.Count);
    }

    /// <summary>The probability of a profit above another column's on the same path; a tie does not count.</summary>
    /// <param name="profits">The relative profits, one per path.</param>
    /// <param name="otherProfits">The other column, on the same paths.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">The columns differ in length, are too short, or hold an outcome that is not finite (named by its
    /// index).</exception>
    public static Estimate OfBeating(ReadOnlySpan<float> profits, ReadOnlySpan<float> otherProfits, PathWeights weights = default)
    {
        ColumnCheck.Sum(profits, nameof(profits));
        ColumnCheck.RequireSameLength(profits.Length, otherProfits.Length, nameof(otherProfits));
        ColumnCheck.Sum(otherProfits, nameof(otherProfits));
        weights.RequirePaths(profits.Length, nameof(weights));
        var count = (int)FixedOrderSum.Of(profits, otherProfits, default(Above));
        if (weights.AreEqual)
            return Proportion.Of(count, profits.Length);
        var squares = FixedOrderSum.Of(profits, otherProfits, weights.Squares, default(Above));
        var share = Math.Clamp(FixedOrderSum.Of(profits, otherProfits, weights.Probabilities, default(Above)), 0, 1);
        var (p, n) = WeightedShare.Of(share, squares, (1 / weights.SampleSize(profits.Length)) - squares);
        return Proportion.Of(p, n, count == 0, count == profits.Length);
    }

    private readonly struct Above : IPairTerm
    {
        public Vector256<double> At(Vector256<double> x, Vector256<double> y) => Vector256.GreaterThan(x, y) & Vector256<double>.One;
    }
}
