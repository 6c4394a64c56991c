using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Paired;

/// <summary>The effect of something on a measure: the column with it minus the column without it, on common random numbers.</summary>
/// <remarks>
/// Path i of both columns comes from the same draws, so the error is that of the mean of per-path differences of the measure's
/// influence values (Hampel 1974), far smaller than that of two separate runs (common random numbers: Glasserman 2003, section 7.1).
/// The effect has the measure's sign convention: a positive effect on ES or on the probability of loss is harm.
/// Identical columns have effect 0 with error 0.
/// </remarks>
public static class PairedEffect
{
    /// <summary>The effects on mean profit, expected shortfall and probability of loss: columns are checked on the way.</summary>
    /// <param name="with">Relative profits with it, one per path, at least 2.</param>
    /// <param name="without">Relative profits without it, on the same paths.</param>
    /// <param name="level">The confidence level of the shortfall, strictly between 0 and 1; 0.95 looks at the worst 5% of each
    /// column.</param>
    /// <param name="scratch">A buffer of at least <see cref="SortedColumn.ScratchLength"/> floats; what it held is lost.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">The columns differ in length, are too short, or hold an outcome that is not finite; or too small
    /// a buffer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static (Estimate Mean, Estimate ExpectedShortfall, Estimate LossProbability) Of(
        ReadOnlySpan<float> with,
        ReadOnlySpan<float> without,
        double level,
        Span<float> scratch,
        PathWeights weights = default
    )
    {
        ColumnCheck.RequirePaths(with.Length, nameof(with));
        ColumnCheck.RequireSameLength(with.Length, without.Length, nameof(without));
        weights.RequirePaths(with.Length, nameof(weights));
        var mean = MeanDifference(with, without, weights, default(ProfitDifference));
        if (!double.IsFinite(mean.Value))
            Check(with, without, weights); // a bad outcome on either side reaches the sum of differences
        return (
            mean,
            ShortfallEffect(with, without, level, scratch, weights),
            MeanDifference(with, without, weights, default(LossDifference))
        );
    }

    /// <summary>The effect on the mean profit.</summary>
    /// <param name="with">Relative profits with it, one per path, at least 2.</param>
    /// <param name="without">Relative profits without it, on the same paths.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">The columns differ in length, are too short, or hold an outcome that is not finite (named by its
    /// index).</exception>
    public static Estimate OnMean(ReadOnlySpan<float> with, ReadOnlySpan<float> without, PathWeights weights = default)
    {
        Check(with, without, weights);
        return MeanDifference(with, without, weights, default(ProfitDifference));
    }

    /// <summary>The effect on the probability of loss, a profit below 0.</summary>
    /// <param name="with">Relative profits with it, one per path, at least 2.</param>
    /// <param name="without">Relative profits without it, on the same paths.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">The columns differ in length, are too short, or hold an outcome that is not finite (named by its
    /// index).</exception>
    public static Estimate OnLossProbability(ReadOnlySpan<float> with, ReadOnlySpan<float> without, PathWeights weights = default)
    {
        Check(with, without, weights);
        return MeanDifference(with, without, weights, default(LossDifference));
    }

    /// <summary>The effect on expected shortfall; a loss is positive. Without error where the tail holds fewer than two paths.</summary>
    /// <param name="with">Relative profits with it, one per path, at least 2.</param>
    /// <param name="without">Relative profits without it, on the same paths.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1; 0.95 looks at the worst 5% of each column.</param>
    /// <param name="scratch">A buffer of at least <see cref="SortedColumn.ScratchLength"/> floats; what it held is lost.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">The columns differ in length, are too short, or hold an outcome that is not finite; or too small
    /// a buffer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static Estimate OnExpectedShortfall(
        ReadOnlySpan<float> with,
        ReadOnlySpan<float> without,
        double level,
        Span<float> scratch,
        PathWeights weights = default
    )
    {
        Check(with, without, weights);
        return ShortfallEffect(with, without, level, scratch, weights);
    }

    private static void Check(ReadOnlySpan<float> with, ReadOnlySpan<float> without, PathWeights weights)
    {
        ColumnCheck.Sum(with, nameof(with));
        ColumnCheck.RequireSameLength(with.Length, without.Length, nameof(without));
        ColumnCheck.Sum(without, nameof(without));
        weights.RequirePaths(with.Length, nameof(weights));
    }

    private static Estimate ShortfallEffect(
        ReadOnlySpan<float> with,
        ReadOnlySpan<float> without,
        double level,
        Span<float> scratch,
        PathWeights weights
    )
    {
        var tail = TailMean.ProbabilityOf(level);
        SortedColumn.RequireScratch(with.Length, scratch);
        var term = new ShortfallDifference(
            OrderStatistic.Quantile(with, tail, scratch, weights),
            OrderStatistic.Quantile(without, tail, scratch, weights),
            tail
        );
        var effect = MeanDifference(with, without, weights, term);
        return TailMean.HasError(weights.SampleSize(with.Length), tail) ? effect : Estimate.WithoutError(effect.Value);
    }

    /// <summary>The mean of the per-path differences of influence values (whose mean is the effect), with its error.</summary>
    private static Estimate MeanDifference<TTerm>(
        ReadOnlySpan<float> with,
        ReadOnlySpan<float> without,
        PathWeights weights,
        TTerm difference
    )
        where TTerm : struct, IPairTerm
    {
        var n = weights.SampleSize(with.Length);
        var mean = weights.Sum(with, without, difference) / n;
        var squares = weights.ErrorSum(with, without, new SquaredDeviation<TTerm>(difference, mean));
        return Estimate.Normal(mean, Math.Sqrt(squares / (n - 1) / n));
    }

    private readonly struct ProfitDifference : IPairTerm
    {
        public Vector256<double> At(Vector256<double> x, Vector256<double> y) => x - y;
    }

    private readonly struct LossDifference : IPairTerm
    {
        public Vector256<double> At(Vector256<double> x, Vector256<double> y) => Indicator(x) - Indicator(y);

        private static Vector256<double> Indicator(Vector256<double> x) =>
            Vector256.LessThan(x, Vector256<double>.Zero) & Vector256<double>.One;
    }

    /// <summary>Influence value on ES, up to a constant that drops out: (q - x)+ / tail - q, q the profit quantile at the tail.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct ShortfallDifference(double quantileWith, double quantileWithout, double tail) : IPairTerm
    {
        private readonly Vector256<double> qWith = Vector256.Create(quantileWith);
        private readonly Vector256<double> qWithout = Vector256.Create(quantileWithout);
        private readonly Vector256<double> tail = Vector256.Create(tail);

        public Vector256<double> At(Vector256<double> x, Vector256<double> y) =>
            ((Vector256.Max(qWith - x, Vector256<double>.Zero) - Vector256.Max(qWithout - y, Vector256<double>.Zero)) / tail)
            + (qWithout - qWith);
    }

    private readonly struct SquaredDeviation<TTerm>(TTerm term, double mean) : IPairTerm
        where TTerm : struct, IPairTerm
    {
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x, Vector256<double> y)
        {
            var d = term.At(x, y) - mean;
            return d * d;
        }
    }
}
