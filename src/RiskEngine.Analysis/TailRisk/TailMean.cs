using System.Runtime.Intrinsics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.TailRisk;

/// <summary>The mean of the lowest or highest part of a sorted column, with its asymptotic error.</summary>
internal static class TailMean
{
    private const int FewestTailPaths = 2;

    /// <summary>The tail's probability, 1 - level.</summary>
    internal static double ProbabilityOf(double level) =>
        level is > 0 and < 1
            ? 1 - level
            : throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a confidence level strictly between 0 and 1.");

    /// <summary>Whether the tail holds enough paths to tell an error.</summary>
    internal static bool HasError(double n, double probability) => n * probability >= FewestTailPaths * (1 - 1e-12);

    /// <summary>The mean of the lowest outcomes that make up the probability, the last of them counted in part.</summary>
    internal static Estimate Lower(SortedColumn column, double probability)
    {
        var rank = column.RankAt(probability);
        return From(column, column.Lowest(rank), ..rank, column.At(rank), probability);
    }

    /// <summary>The mean of the highest outcomes that make up the probability, the last of them counted in part.</summary>
    internal static Estimate Upper(SortedColumn column, double probability)
    {
        var rank = column.UpperRankAt(probability);
        return From(column, column.Highest(rank), ^rank.., column.At(column.Count - rank + 1), probability);
    }

    private static Estimate From(SortedColumn column, ReadOnlySpan<float> tail, Range paths, double quantile, double probability)
    {
        // Deviations beyond the quantile, all of one sign; outcomes outside the tail have none.
        var n = column.SampleSize;
        var expected = n * probability;
        var beyond = Sum(column.Weights, column.Weights.Probabilities, paths, tail, new Beyond(quantile), n) / expected;
        var mean = quantile + beyond;
        if (!HasError(n, probability))
        {
            return Estimate.WithoutError(mean);
        }

        // The influence value is the deviation / probability - beyond: its square, summed under the squared weights.
        var squared = Sum(column.Weights, column.Weights.Squares, paths, tail, new SquaredBeyond(quantile), n * n) / expected;
        var shifted = column.Weights.AreEqual
            ? beyond
            : Sum(column.Weights, column.Weights.Squares, paths, tail, new Beyond(quantile), n * n) / expected;
        var influenceVariance = (squared / probability) - (beyond * beyond) + (2 * beyond * (beyond - shifted));
        return Estimate.Normal(mean, Math.Sqrt(Math.Max(influenceVariance, 0) / n));
    }

    private static double Sum<TTerm>(
        PathWeights weights,
        ReadOnlySpan<double> values,
        Range paths,
        ReadOnlySpan<float> tail,
        TTerm term,
        double scale
    )
        where TTerm : struct, ITerm =>
        weights.AreEqual ? FixedOrderSum.Of(tail, term) : scale * FixedOrderSum.Of(tail, values[paths], term);

    private readonly struct Beyond(double quantile) : ITerm
    {
        private readonly Vector256<double> quantile = Vector256.Create(quantile);

        public Vector256<double> At(Vector256<double> x) => x - quantile;
    }

    private readonly struct SquaredBeyond(double quantile) : ITerm
    {
        private readonly Vector256<double> quantile = Vector256.Create(quantile);

        public Vector256<double> At(Vector256<double> x)
        {
            var d = x - quantile;
            return d * d;
        }
    }
}
