using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Analysis.Columns;

/// <summary>The number, mean and central moments of a column of outcomes.</summary>
/// <remarks>
/// Two passes: the mean, then powers of the deviations from it. This and <see cref="SortedColumn"/> are the two doors through which
/// measures of one column see outcomes. Path probabilities (entropy pooling) enter here: the sums become weighted, and the number of
/// paths becomes the effective number.
/// </remarks>
/// <param name="Count">The number of paths, n.</param>
/// <param name="Mean">The mean.</param>
/// <param name="M2">Mean squared deviation from the mean (divided by n).</param>
/// <param name="M3">Mean third power of the deviation.</param>
/// <param name="M4">Mean fourth power of the deviation.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ColumnMoments(int Count, double Mean, double M2, double M3, double M4)
{
    /// <summary>The standard deviation, with n - 1 in the denominator.</summary>
    public double StandardDeviation => Math.Sqrt(M2 * Count / (Count - 1));

    /// <summary>Whether all outcomes are equal.</summary>
    public bool IsConstant => M2 == 0; // exact: the mean of equal floats, summed in double, is that float

    /// <summary>Measures the column.</summary>
    /// <param name="column">One outcome per path, at least 2, all finite.</param>
    /// <exception cref="ArgumentException">Too few paths, or an outcome that is not finite (named by its index).</exception>
    public static ColumnMoments Of(ReadOnlySpan<float> column)
    {
        double n = column.Length;
        var mean = ColumnCheck.Sum(column, nameof(column)) / n;
        return new ColumnMoments(
            column.Length,
            mean,
            FixedOrderSum.Of(column, new SecondPower(mean)) / n,
            FixedOrderSum.Of(column, new ThirdPower(mean)) / n,
            FixedOrderSum.Of(column, new FourthPower(mean)) / n);
    }

    private readonly struct SecondPower(double mean) : ITerm
    {
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x)
        {
            var d = x - mean;
            return d * d;
        }
    }

    private readonly struct ThirdPower(double mean) : ITerm
    {
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x)
        {
            var d = x - mean;
            return d * d * d;
        }
    }

    private readonly struct FourthPower(double mean) : ITerm
    {
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x)
        {
            var d = x - mean;
            return d * d * (d * d);
        }
    }
}
