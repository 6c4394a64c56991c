using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.RiskAdjusted;

/// <summary>What a column exceeds a target by (u) and falls short of it by (v), on average.</summary>
/// <param name="Above">Mean of u.</param>
/// <param name="Below">Mean of v, 0 or more.</param>
/// <param name="SquaredAbove">Mean of u^2.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PartialMoments(double Above, double Below, double SquaredAbove)
{
    /// <summary>Measures the column.</summary>
    internal static PartialMoments Of(ReadOnlySpan<float> column, PathWeights weights, double target)
    {
        var n = weights.SampleSize(column.Length);
        return new PartialMoments(
            weights.Sum(column, new Power(target, 1, 1)) / n,
            weights.Sum(column, new Power(target, -1, 1)) / n,
            weights.Sum(column, new Power(target, 1, 2)) / n
        );
    }

    /// <summary>The mean square of a u + b v + c under the squared weights.</summary>
    internal static double MeanSquare(ReadOnlySpan<float> column, PathWeights weights, double target, double a, double b, double c) =>
        weights.ErrorSum(column, new Combination(target, a, b, c)) / weights.SampleSize(column.Length);

    /// <summary>The mean square of u^2 less its mean under the squared weights.</summary>
    internal static double SquareError(ReadOnlySpan<float> column, PathWeights weights, double target, double mean) =>
        weights.ErrorSum(column, new SquareDeviation(target, mean)) / weights.SampleSize(column.Length);

    private readonly struct Power(double target, double sign, int power) : ITerm
    {
        private readonly Vector256<double> target = Vector256.Create(target);
        private readonly Vector256<double> sign = Vector256.Create(sign);

        public Vector256<double> At(Vector256<double> x)
        {
            var u = Vector256.Max(sign * (x - target), Vector256<double>.Zero);
            return power == 1 ? u : u * u;
        }
    }

    private readonly struct Combination(double target, double a, double b, double c) : ITerm
    {
        private readonly Vector256<double> target = Vector256.Create(target);
        private readonly Vector256<double> a = Vector256.Create(a);
        private readonly Vector256<double> b = Vector256.Create(b);
        private readonly Vector256<double> c = Vector256.Create(c);

        public Vector256<double> At(Vector256<double> x)
        {
            var u = Vector256.Max(x - target, Vector256<double>.Zero);
            var v = Vector256.Max(target - x, Vector256<double>.Zero);
            var value = (a * u) + (b * v) + c;
            return value * value;
        }
    }

    private readonly struct SquareDeviation(double target, double mean) : ITerm
    {
        private readonly Vector256<double> target = Vector256.Create(target);
        private readonly Vector256<double> mean = Vector256.Create(mean);

        public Vector256<double> At(Vector256<double> x)
        {
            var u = Vector256.Max(x - target, Vector256<double>.Zero);
            var value = (u * u) - mean;
            return value * value;
        }
    }
}
