using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Analysis.Columns;

/// <summary>Moments of the shortfall d = min(x - target, 0) of a column below a target.</summary>
/// <param name="Squared">Mean of d^2, the downside variance.</param>
/// <param name="Fourth">Mean of d^4 under the squared weights.</param>
/// <param name="CrossMean">Mean of (x - mean) d^2 under the squared weights: with equal ones the covariance of outcome and squared
/// shortfall.</param>
/// <param name="ErrorSquared">Mean of d^2 under the squared weights; the same as under the weights where they are equal.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DownsideMoments(double Squared, double Fourth, double CrossMean, double ErrorSquared)
{
    /// <summary>Measures the column, whose mean is known.</summary>
    internal static DownsideMoments Of(ReadOnlySpan<float> column, PathWeights weights, double mean, double target)
    {
        var n = weights.SampleSize(column.Length);
        var squared = weights.Sum(column, new SquaredShortfall(target)) / n;
        return new DownsideMoments(
            squared,
            weights.ErrorSum(column, new FourthShortfall(target)) / n,
            weights.ErrorSum(column, new CrossShortfall(target, mean)) / n,
            weights.AreEqual ? squared : weights.ErrorSum(column, new SquaredShortfall(target)) / n
        );
    }

    private readonly struct SquaredShortfall(double target) : ITerm
    {
        private readonly Vector256<double> target = Vector256.Create(target);

        public Vector256<double> At(Vector256<double> x)
        {
            var d = Vector256.Min(x - target, Vector256<double>.Zero);
            return d * d;
        }
    }

    private readonly struct FourthShortfall(double target) : ITerm
    {
        private readonly Vector256<double> target = Vector256.Create(target);

        public Vector256<double> At(Vector256<double> x)
        {
            var d = Vector256.Min(x - target, Vector256<double>.Zero);
            return d * d * (d * d);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct CrossShortfall(double target, double mean) : ITerm
    {
        private readonly Vector256<double> target = Vector256.Create(target);
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x)
        {
            var d = Vector256.Min(x - target, Vector256<double>.Zero);
            return (x - mean) * (d * d);
        }
    }
}
