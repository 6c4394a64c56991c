using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Analysis.Columns;

/// <summary>Moments of the shortfall d = min(x - target, 0) of a column below a target.</summary>
/// <param name="Squared">Mean of d^2, the downside variance.</param>
/// <param name="Fourth">Mean of d^4.</param>
/// <param name="CrossMean">Mean of (x - mean) d^2, the covariance of outcome and squared shortfall.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DownsideMoments(double Squared, double Fourth, double CrossMean)
{
    /// <summary>Measures the column, whose mean is known.</summary>
    internal static DownsideMoments Of(ReadOnlySpan<float> column, double mean, double target)
    {
        double n = column.Length;
        return new DownsideMoments(
            FixedOrderSum.Of(column, new SquaredShortfall(target)) / n,
            FixedOrderSum.Of(column, new FourthShortfall(target)) / n,
            FixedOrderSum.Of(column, new CrossShortfall(target, mean)) / n);
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
