using System.Runtime.Intrinsics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.TailRisk;

/// <summary>The mean of the lowest or highest part of a sorted column, with its asymptotic error.</summary>
internal static class TailMean
{
    private const int FewestTailPaths = 2;

    /// <summary>The tail's probability, 1 - level.</summary>
    internal static double ProbabilityOf(double level) => level is > 0 and < 1
        ? 1 - level
        : throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a confidence level strictly between 0 and 1.");

    /// <summary>Whether the tail holds enough paths to tell an error.</summary>
    internal static bool HasError(int n, double probability) => n * probability >= FewestTailPaths * (1 - 1e-12);

    /// <summary>The mean of the lowest n x <paramref name="probability"/> outcomes.</summary>
    internal static Estimate Lower(SortedColumn column, double probability)
    {
        var rank = column.RankAt(probability);
        return From(column.Ascending[..rank], column.Ascending[rank - 1], column.Count, probability);
    }

    /// <summary>The mean of the highest n x <paramref name="probability"/> outcomes.</summary>
    internal static Estimate Upper(SortedColumn column, double probability)
    {
        var rank = column.RankAt(probability);
        return From(column.Ascending[^rank..], column.Ascending[^rank], column.Count, probability);
    }

    private static Estimate From(ReadOnlySpan<float> tail, double quantile, int n, double probability)
    {
        // Deviations beyond the quantile, all of one sign; outcomes outside the tail have none.
        var expected = n * probability;
        var beyond = FixedOrderSum.Of(tail, new Beyond(quantile)) / expected;
        var mean = quantile + beyond;
        if (!HasError(n, probability))
        {
            return Estimate.WithoutError(mean);
        }

        var squared = FixedOrderSum.Of(tail, new SquaredBeyond(quantile)) / expected;
        var influenceVariance = (squared / probability) - (beyond * beyond);
        return Estimate.Normal(mean, Math.Sqrt(Math.Max(influenceVariance, 0) / n));
    }

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
