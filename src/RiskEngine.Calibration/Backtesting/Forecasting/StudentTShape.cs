using MathNet.Numerics.Distributions;

namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>Student's t distribution with unit scale (its variance is nu/(nu - 2)).</summary>
public sealed class StudentTShape : IReturnShape
{
    private const int Knots = 64;
    private const double Highest = 0.1;
    private const double Lowest = 1e-8;

    private static readonly double firstLog = Math.Log(Lowest);
    private static readonly double logStep = (Math.Log(Highest) - Math.Log(Lowest)) / Knots;

    private readonly StudentT t;
    private readonly Lazy<double[]> tail;

    /// <summary>The distribution with so many degrees of freedom.</summary>
    /// <param name="degreesOfFreedom">Above 1, so that the tail has a mean.</param>
    public StudentTShape(double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(degreesOfFreedom, 1);
        t = new StudentT(0, 1, degreesOfFreedom);
        tail = new Lazy<double[]>(() => [.. Enumerable.Range(0, Knots + 1).Select(k => Math.Log(-Quantile(Math.Exp(firstLog + (k * logStep)))))]);
    }

    /// <inheritdoc/>
    public double Quantile(double p) => t.InverseCumulativeDistribution(p);

    /// <summary>-f(q)/p (nu + q^2)/(nu - 1) with the density f at the quantile q.</summary>
    public double TailMean(double p)
    {
        var (nu, q) = (t.DegreesOfFreedom, Quantile(p));
        return -t.Density(q) / p * (nu + (q * q)) / (nu - 1);
    }

    /// <inheritdoc/>
    public double Probability(double z) => Math.Clamp(t.CumulativeDistribution(z), double.Epsilon, 1 - 1e-16);

    /// <summary>In the lower tail ln(-q) is nearly linear in ln u (a power law), so between knots it is interpolated linearly.</summary>
    public double Draw(double u)
    {
        if (u is < Lowest or > Highest) return Quantile(u);
        var place = (Math.Log(u) - firstLog) / logStep;
        var knot = Math.Min((int)place, Knots - 1);
        var knots = tail.Value;
        return -Math.Exp(knots[knot] + ((place - knot) * (knots[knot + 1] - knots[knot])));
    }
}
