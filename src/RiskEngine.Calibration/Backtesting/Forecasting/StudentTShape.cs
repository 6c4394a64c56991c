using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.Distributions;

namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>Student's t distribution with unit scale (its variance is nu/(nu - 2)).</summary>
public sealed class StudentTShape : IReturnShape
{
    private const int Knots = 64;
    private const double Highest = 0.1;
    private const int Cells = 256;
    private const double Cell = (0.5 - Highest) / Cells;
    private const double Lowest = 1e-8;

    private static readonly double firstLog = Math.Log(Lowest);
    private static readonly double logStep = (Math.Log(Highest) - Math.Log(Lowest)) / Knots;

    private readonly StudentT t;
    private readonly Lazy<double[]> tail;
    private readonly Lazy<double[]> centre;

    /// <summary>The distribution with so many degrees of freedom.</summary>
    /// <param name="degreesOfFreedom">Above 1, so that the tail has a mean.</param>
    public StudentTShape(double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(degreesOfFreedom, 1);
        t = new StudentT(0, 1, degreesOfFreedom);
        tail = new Lazy<double[]>(() =>
            [.. Enumerable.Range(0, Knots + 1).Select(k => Math.Log(-Quantile(Math.Exp(firstLog + (k * logStep)))))]
        );
        centre = new Lazy<double[]>(() => [.. Enumerable.Range(0, Cells + 1).Select(k => Quantile(Math.Min(Highest + (k * Cell), 0.5)))]);
    }

    /// <inheritdoc/>
    public double Quantile(double p) => StudentTQuantile.At(t, p);

    /// <summary>-f(q)/p (nu + q^2)/(nu - 1) with the density f at the quantile q.</summary>
    public double TailMean(double p)
    {
        var (nu, q) = (t.DegreesOfFreedom, Quantile(p));
        return -t.Density(q) / p * (nu + (q * q)) / (nu - 1);
    }

    /// <inheritdoc/>
    public double Probability(double z) => Math.Clamp(t.CumulativeDistribution(z), double.Epsilon, 1 - 1e-16);

    /// <summary>
    /// In the tail ln(-q) is nearly linear in ln u (a power law), in the middle q is nearly linear in u: so between knots both are
    /// interpolated linearly. The upper half is the lower one mirrored.
    /// </summary>
    public double Draw(double u)
    {
        if (u > 0.5)
            return -Draw(1 - u);
        if (u < Lowest)
            return Quantile(u);
        if (u > Highest)
            return Between(centre.Value, (u - Highest) / Cell);
        return -Math.Exp(Between(tail.Value, (Math.Log(u) - firstLog) / logStep));
    }

    private static double Between(double[] knots, double place)
    {
        var knot = Math.Min((int)place, knots.Length - 2);
        return knots[knot] + ((place - knot) * (knots[knot + 1] - knots[knot]));
    }
}
