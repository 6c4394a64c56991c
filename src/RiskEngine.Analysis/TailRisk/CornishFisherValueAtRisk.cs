using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.TailRisk;

/// <summary>Value at risk of the Cornish-Fisher distribution with the profits' first four moments (<see cref="CornishFisher"/>).</summary>
public static class CornishFisherValueAtRisk
{
    private const double Step = 1e-4;

    /// <summary>-(mean + s w), w the distribution's quantile at 1 - level in standard deviations.</summary>
    /// <remarks>
    /// Error by the influence functions of mean, deviation, skewness g and kurtosis k (d; (d^2 - s^2) / 2s; (d^3 - m3 - 3 s^2 d) / s^3 - 3
    /// g (d^2 - s^2) / 2 s^2; (d^4 - m4 - 4 m3 d) / s^4 - 2 k (d^2 - s^2) / s^2), added up with the quantile's derivatives: a polynomial of
    /// the deviation d, whose mean square is taken over the paths.
    /// </remarks>
    /// <param name="profits">The relative profits.</param>
    /// <param name="moments">Their moments.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="weights">The paths' probabilities, those of the moments.</param>
    /// <returns>The loss relative to the start value; not available where no such distribution has these moments.</returns>
    /// <exception cref="ArgumentException">Profits and moments are not of the same number of paths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static Estimate At(ReadOnlySpan<float> profits, ColumnMoments moments, double level, PathWeights weights = default)
    {
        ColumnCheck.RequireSameLength(profits.Length, moments.Count, nameof(moments));
        var z = Normal.InvCDF(0, 1, TailMean.ProbabilityOf(level));
        if (moments.IsConstant)
            return Estimate.Exact(0 - moments.Mean);
        var s = Math.Sqrt(moments.M2);
        var (g, k) = (moments.M3 / Math.Pow(moments.M2, 1.5), moments.M4 / (moments.M2 * moments.M2));
        if (CornishFisher.With(g, k - 3) is not { } law)
            return Estimate.NotAvailable;
        var w = law.At(z);
        var (bySkewness, byKurtosis) = (Slope(g, k, z, w, Step, 0), Slope(g, k, z, w, 0, Step));
        var influence = new Influence(moments, s, g, k, w, bySkewness, byKurtosis);
        var variance = weights.ErrorSum(profits, influence) / moments.SampleSize;
        return Estimate.Normal(0 - (moments.Mean + (moments.StandardDeviation * w)), Math.Sqrt(Math.Max(variance, 0) / moments.SampleSize));
    }

    /// <summary>The derivative of the quantile; one-sided at the domain's edge, and zero where neither side is in it.</summary>
    private static double Slope(double g, double k, double z, double w, double ofSkewness, double ofKurtosis)
    {
        var up = CornishFisher.With(g + ofSkewness, k + ofKurtosis - 3)?.At(z);
        var down = CornishFisher.With(g - ofSkewness, k - ofKurtosis - 3)?.At(z);
        var sides = (up is null ? 0 : 1) + (down is null ? 0 : 1);
        return sides == 0 ? 0 : ((up ?? w) - (down ?? w)) / (sides * Step);
    }

    /// <summary>The square of the influence of one path.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Influence : ITerm
    {
        private readonly Vector256<double> mean;
        private readonly Vector256<double> c0;
        private readonly Vector256<double> c1;
        private readonly Vector256<double> c2;
        private readonly Vector256<double> c3;
        private readonly Vector256<double> c4;

        public Influence(ColumnMoments moments, double s, double g, double k, double w, double bySkewness, double byKurtosis)
        {
            var (s2, m3, m4) = (moments.M2, moments.M3, moments.M4);
            var (ofSkewness, ofKurtosis) = (s * bySkewness, s * byKurtosis);
            var ofSquare = (w / (2 * s)) - (1.5 * g * ofSkewness / s2) - (2 * k * ofKurtosis / s2);
            mean = Vector256.Create(moments.Mean);
            c0 = Vector256.Create((-s2 * ofSquare) - (ofSkewness * m3 / (s * s2)) - (ofKurtosis * m4 / (s2 * s2)));
            c1 = Vector256.Create(1 - (3 * ofSkewness / s) - (4 * m3 * ofKurtosis / (s2 * s2)));
            c2 = Vector256.Create(ofSquare);
            c3 = Vector256.Create(ofSkewness / (s * s2));
            c4 = Vector256.Create(ofKurtosis / (s2 * s2));
        }

        public Vector256<double> At(Vector256<double> x)
        {
            var d = x - mean;
            var value = c0 + (d * (c1 + (d * (c2 + (d * (c3 + (d * c4)))))));
            return value * value;
        }
    }
}
