using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Analysis.Columns;

/// <summary>The number, mean and central moments of a column of outcomes, under the paths' weights.</summary>
/// <remarks>
/// Two passes: the mean, then powers of the deviations from it. This and <see cref="SortedColumn"/> are the two doors through which
/// measures of one column see outcomes, and where path weights enter.
/// </remarks>
/// <param name="Count">The number of paths.</param>
/// <param name="SampleSize">n, the number of paths where they are equally probable, else <see cref="PathWeights.SampleSize"/>.</param>
/// <param name="Mean">The mean.</param>
/// <param name="M2">Mean squared deviation from the mean (divided by n).</param>
/// <param name="M3">Mean third power of the deviation.</param>
/// <param name="M4">Mean fourth power of the deviation.</param>
/// <param name="ErrorMoments">Means of the deviation's powers under the squared weights, from which errors are told; the same as the
/// moments where weights are equal.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ColumnMoments(
    int Count,
    double SampleSize,
    double Mean,
    double M2,
    double M3,
    double M4,
    ErrorMoments ErrorMoments
)
{
    /// <summary>The standard deviation, with n - 1 in the denominator (1 - sum of p^2 under weights).</summary>
    public double StandardDeviation => Math.Sqrt(M2 * SampleSize / (SampleSize - 1));

    /// <summary>Whether all outcomes are equal.</summary>
    public bool IsConstant => M2 == 0; // exact: the mean of equal floats, summed in double, is that float

    /// <summary>Measures the column.</summary>
    /// <param name="column">One outcome per path, at least 2, all finite.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">Too few paths, weights for another number of paths, or an outcome that is not finite (named by
    /// its index).</exception>
    public static ColumnMoments Of(ReadOnlySpan<float> column, PathWeights weights = default)
    {
        weights.RequirePaths(column.Length, nameof(weights));
        var n = weights.SampleSize(column.Length);
        var sum = ColumnCheck.Sum(column, nameof(column));
        var mean = (weights.AreEqual ? sum : weights.Sum(column, default(Identity))) / n;
        if (!weights.AreEqual && Constant(column))
            mean = column[0]; // weights add to 1 but for their last digits
        var m2 = weights.Sum(column, new SecondPower(mean)) / n;
        var m3 = weights.Sum(column, new ThirdPower(mean)) / n;
        var m4 = weights.Sum(column, new FourthPower(mean)) / n;
        var errors = weights.AreEqual
            ? new ErrorMoments(0, m2, m3, m4)
            : new ErrorMoments(
                weights.ErrorSum(column, new FirstPower(mean)) / n,
                weights.ErrorSum(column, new SecondPower(mean)) / n,
                weights.ErrorSum(column, new ThirdPower(mean)) / n,
                weights.ErrorSum(column, new FourthPower(mean)) / n
            );
        return new ColumnMoments(column.Length, n, mean, m2, m3, m4, errors);
    }

    private static bool Constant(ReadOnlySpan<float> column) => !column.ContainsAnyExcept(column[0]);

    private readonly struct FirstPower(double mean) : ITerm
    {
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x) => x - mean;
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
