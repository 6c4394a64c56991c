using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Analysis.Attribution;

/// <summary>
/// A column explained by regressors: mean + sum of slope x (regressor - its mean) + a residual that is uncorrelated with all of them.
/// </summary>
/// <param name="Mean">The column's mean.</param>
/// <param name="Deviation">The column's standard deviation (n in the denominator).</param>
/// <param name="Slopes">Change of the column per unit of each regressor.</param>
/// <param name="RSquared">The part of the column's variance that the regressors explain, 0 to 1.</param>
public sealed record LinearFit(double Mean, double Deviation, double[] Slopes, double RSquared)
{
    /// <summary>
    /// The parts of a column: slope x (regressor - mean) of each regressor, the residual, and the mean, in this order. They add up to the
    /// column.
    /// </summary>
    /// <param name="column">The column that was explained.</param>
    /// <param name="regressors">The regressors.</param>
    /// <param name="means">Their means.</param>
    public IReadOnlyList<float[]> Parts(ReadOnlySpan<float> column, IReadOnlyList<float[]> regressors, IReadOnlyList<double> means)
    {
        ArgumentNullException.ThrowIfNull(regressors);
        ArgumentNullException.ThrowIfNull(means);
        var rest = new double[column.Length];
        for (var k = 0; k < rest.Length; k++)
            rest[k] = column[k] - Mean;
        var parts = new List<float[]>(regressors.Count + 2);
        for (var i = 0; i < regressors.Count; i++)
        {
            var part = new float[column.Length];
            TakeOut(Slopes[i], regressors[i], means[i], part, rest);
            parts.Add(part);
        }

        parts.Add(Array.ConvertAll(rest, x => (float)x));
        var constant = new float[column.Length];
        Array.Fill(constant, (float)Mean);
        parts.Add(constant);
        return parts;
    }

    /// <summary>One regressor's part, and what the column has left without it.</summary>
    private static void TakeOut(double slope, ReadOnlySpan<float> regressor, double mean, Span<float> part, Span<double> rest)
    {
        var x = MemoryMarshal.Cast<float, Vector256<float>>(regressor);
        var parts = MemoryMarshal.Cast<float, Vector256<float>>(part);
        var left = MemoryMarshal.Cast<double, Vector256<double>>(rest);
        var (slopes, means) = (Vector256.Create(slope), Vector256.Create(mean));
        for (var i = 0; i < x.Length; i++)
        {
            var (lower, upper) = Vector256.Widen(x[i]);
            parts[i] = Vector256.Narrow(slopes * (lower - means), slopes * (upper - means));
            var (narrowed, others) = Vector256.Widen(parts[i]);
            left[2 * i] -= narrowed;
            left[(2 * i) + 1] -= others;
        }

        for (var k = part.Length & ~7; k < part.Length; k++)
        {
            part[k] = (float)(slope * (regressor[k] - mean));
            rest[k] -= part[k];
        }
    }
}
