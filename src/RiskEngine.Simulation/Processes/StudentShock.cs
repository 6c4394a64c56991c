using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Processes;

/// <summary>
/// Turns standard normals into Student-t shocks of mean 0 and variance 1, g(z) = T^-1(Phi(z)) scaled: a rising function of the normal, so
/// that ranks and the Gaussian copula with other factors stay. Shocks beyond <see cref="Largest"/> standard deviations count as that many,
/// and the scale is chosen so that the variance is 1 with that.
/// </summary>
/// <remarks>
/// Tabulated over |z| up to 8 in cells of 1/128, linear within them (relative error below 1e-4), constant beyond. g is the same up to its
/// sign on both sides, so only the lower tail is inverted, where probabilities keep their digits.
/// </remarks>
internal sealed class StudentShock
{
    /// <summary>The largest shock, in standard deviations.</summary>
    public const double Largest = 20;

    private const int PerUnit = 128;
    private const int Cells = 8 * PerUnit;

    /// <summary>The standard normal density at every half cell.</summary>
    private static readonly double[] normal = [.. Enumerable.Range(0, (2 * Cells) + 1).Select(half => Normal.PDF(0, 1, Z(half) / 2))];

    private readonly double[] table = new double[Cells + 2];

    /// <summary>Tabulates the shocks of a t distribution.</summary>
    /// <param name="degreesOfFreedom">Above 2.</param>
    public StudentShock(double degreesOfFreedom)
    {
        Fill(new StudentT(0, 1, degreesOfFreedom));

        // The cap is in units of the deviation that comes out: twenty rounds are more than it takes to agree with itself.
        var cap = Largest;
        for (var round = 0; round < 20; round++)
            cap = Largest * Math.Sqrt(Moment((_, x) => Math.Min(x, cap) * Math.Min(x, cap)));
        for (var k = 0; k <= Cells; k++)
            table[k] = Math.Min(table[k], cap) * Largest / cap;
        table[Cells + 1] = table[Cells];
        NormalCorrelation = Moment((z, x) => z * x);
    }

    /// <summary>The correlation of shock and normal: the part of the shock's deviation that is linear in the normal.</summary>
    public double NormalCorrelation { get; }

    /// <summary>The logarithm of the mean of e^(c g), which is finite because shocks are capped.</summary>
    public double LogMean(double c) => Math.Log(Moment((_, x) => Math.Cosh(c * x)));

    /// <summary>The shock of one normal.</summary>
    public double At(double z) => OddTableKernel.At(table, PerUnit, z);

    /// <summary>Moves a row by growth and the shocks of its normals: x = x + (drift h + (volatility root) g(z)).</summary>
    public void Step(
        ReadOnlySpan<double> drift,
        double h,
        ReadOnlySpan<double> volatility,
        double root,
        ReadOnlySpan<float> normals,
        Span<double> x
    ) => OddTableKernel.Step(table, PerUnit, drift, h, volatility, root, normals, x);

    private static double Z(int k) => (double)k / PerUnit;

    /// <summary>
    /// g solves dg/dz = phi(z) / f(g), f the density of t: from its value at the end of the table inwards, where errors die out, by the
    /// classical method of Runge and Kutta (relative error below 1e-6). Inverting the distribution at each knot takes many times as
    /// long.
    /// </summary>
    private void Fill(StudentT t)
    {
        const double H = -1.0 / PerUnit;
        var (nu, most) = (t.DegreesOfFreedom, t.Density(0));
        double Slope(int half, double x) => normal[half] * Math.Pow(1 + (x * x / nu), (nu + 1) / 2) / most;
        var x = Quantile(t, Normal.CDF(0, 1, -Z(Cells)), Z(Cells));
        table[Cells] = x;
        for (var k = Cells - 1; k > 0; k--)
        {
            var a = Slope((2 * k) + 2, x);
            var b = Slope((2 * k) + 1, x + (H / 2 * a));
            var c = Slope((2 * k) + 1, x + (H / 2 * b));
            var d = Slope(2 * k, x + (H * c));
            x += H / 6 * (a + (2 * b) + (2 * c) + d);
            table[k] = x;
        }
    }

    /// <summary>x with P(T above x) = tail, by Newton's method on the logarithm of the tail, from a start below it.</summary>
    private static double Quantile(StudentT t, double tail, double start)
    {
        var x = start;
        for (var round = 0; round < 50; round++)
        {
            var above = t.CumulativeDistribution(-x);
            var change = Math.Log(above / tail) * above / t.Density(x);
            x += change;
            if (Math.Abs(change) <= 1e-12 * (1 + x))
                break;
        }

        return x;
    }

    /// <summary>The expectation of a function of |z| and the tabulated |x|, by the trapezoid rule on the table's knots.</summary>
    private double Moment(Func<double, double, double> of)
    {
        var sum = 0.0;
        for (var k = 0; k <= Cells; k++)
            sum += (k is 0 or Cells ? 1 : 2) * normal[2 * k] * of(Z(k), table[k]);
        return sum / PerUnit;
    }
}
