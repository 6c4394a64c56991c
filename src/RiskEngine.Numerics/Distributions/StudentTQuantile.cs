using MathNet.Numerics.Distributions;

namespace RiskEngine.Numerics.Distributions;

/// <summary>
/// Quantiles of Student's t distribution that are found for any degrees of freedom: MathNet's root search gives up on some.
/// </summary>
public static class StudentTQuantile
{
    private const int MostSteps = 200;
    private const double Tolerance = 1e-13;

    /// <summary>The value below which a share p of the distribution lies.</summary>
    /// <remarks>
    /// Newton's method on the logarithm of the tail, from the normal quantile: far out that logarithm is convex in x, so steps from inside
    /// never lead beyond the root, and near the centre it is almost the normal distribution's.
    /// </remarks>
    /// <param name="t">The distribution, with location 0 and scale 1.</param>
    /// <param name="p">Strictly between 0 and 1.</param>
    public static double At(StudentT t, double p)
    {
        ArgumentNullException.ThrowIfNull(t);
        if (p is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "Expected a probability strictly between 0 and 1.");
        if (p == 0.5)
            return 0;
        var tail = Math.Min(p, 1 - p);
        var x = -Normal.InvCDF(0, 1, tail);
        for (var step = 0; step < MostSteps; step++)
        {
            var beyond = t.CumulativeDistribution(-x);
            var change = Math.Log(beyond / tail) * beyond / t.Density(x);
            x = Math.Max(x + change, x / 4);
            if (Math.Abs(change) <= Tolerance * (1 + x))
                break;
        }

        return p < 0.5 ? -x : x;
    }
}
