using System.Numerics.Tensors;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.Distributions;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Simulation.Dependence;

/// <summary>
/// Gives correlated normals the dependence of a multivariate t distribution and keeps each of them standard normal: t = z sqrt(nu / W) with
/// one chi-square W for all factors of a path and step, and back by Phi^-1(T_nu(t)) (Demarta and McNeil 2005, section 3).
/// </summary>
/// <remarks>
/// The way back is tabulated in w = sqrt(nu ln(1 + t^2 / nu)), in which it is nearly a straight line (Wallace 1959), and needs no t: t^2 /
/// nu is z^2 / W. Cells of 1/128 up to w = 12, where the tail is below 1e-22; relative error below 1e-5.
/// </remarks>
internal sealed class StudentCopula
{
    private const int PerUnit = 128;
    private const int Cells = 12 * PerUnit;
    private const int HighestPower = 25;

    private readonly double nu;
    private readonly double[] table = new double[Cells + 2];
    private readonly Lazy<TabulatedQuantile> mixing;
    private readonly Lazy<double[]> powers;

    /// <summary>Tabulates the copula.</summary>
    /// <param name="degreesOfFreedom">nu, above 0.</param>
    public StudentCopula(double degreesOfFreedom)
    {
        nu = degreesOfFreedom;
        for (var k = 1; k <= Cells; k++)
        {
            var w = (double)k / PerUnit;
            var tail = SpecialFunctions.BetaRegularized(nu / 2, 0.5, Math.Exp(-w * w / nu)) / 2;
            table[k] = Math.Max(table[k - 1], -Normal.InvCDF(0, 1, tail));
        }

        table[Cells + 1] = table[Cells];
        mixing = new(() => ChiSquareQuantile.Table(nu));
        powers = new(Powers);
    }

    /// <summary>From uniforms to 1 / W, in place.</summary>
    public void FillMixing(Span<double> uniforms)
    {
        mixing.Value.Fill(uniforms, uniforms);
        TensorPrimitives.Divide(1.0, uniforms, uniforms);
    }

    /// <summary>Takes one factor's normals to the copula's.</summary>
    /// <param name="normals">Normals, in place.</param>
    /// <param name="inverseMixing">1 / W of every path, the same for all factors.</param>
    /// <param name="scratch">As many numbers as paths.</param>
    public void Map(Span<float> normals, ReadOnlySpan<double> inverseMixing, Span<double> scratch)
    {
        for (var i = 0; i < normals.Length; i++)
            scratch[i] = (double)normals[i] * normals[i] * inverseMixing[i];
        TensorPrimitives.LogP1(scratch, scratch);
        TensorPrimitives.Multiply(scratch, nu * PerUnit * PerUnit, scratch);
        TensorPrimitives.Sqrt(scratch, scratch);
        for (var i = 0; i < normals.Length; i++)
            normals[i] = (float)Math.CopySign(Back(scratch[i]), normals[i]);
    }

    /// <summary>The correlation of two mapped normals whose underlying ones have correlation r: a little nearer to 0.</summary>
    /// <remarks>Mehler's formula: the sum of r^k times the mean square of the map's k-th Hermite coefficient given W.</remarks>
    public double ShockCorrelation(double r)
    {
        var (sum, square) = (0.0, r * r);
        for (var k = powers.Value.Length - 1; k >= 0; k--)
            sum = sum * square + powers.Value[k];
        return sum * r;
    }

    private double Back(double place)
    {
        var cell = Math.Min((int)place, Cells);
        var start = table[cell];
        return start + Math.Min(place - cell, 1) * (table[cell + 1] - start);
    }

    /// <summary>Coefficients of r, r^3, r^5, ...; what is left of 1 goes to the last.</summary>
    private double[] Powers()
    {
        const int Draws = 200;
        const int Points = 320;
        const double Reach = 8;
        var sums = new double[(HighestPower + 1) / 2];
        var coefficients = new double[HighestPower + 1];
        for (var draw = 0; draw < Draws; draw++)
        {
            var w = ChiSquareQuantile.At(nu, (draw + 0.5) / Draws);
            Array.Clear(coefficients);

            // By the midpoint rule over z > 0: map and odd polynomials are odd, so that one side is half.
            for (var point = 0; point < Points; point++)
            {
                var z = (point + 0.5) * Reach / Points;
                var value = 2 * Reach / Points * Normal.PDF(0, 1, z) * Back(Math.Sqrt(nu * double.LogP1(z * z / w)) * PerUnit);
                var (before, now) = (1.0, z);
                for (var k = 1; k <= HighestPower; k++)
                {
                    // Normalised Hermite polynomials: h(k+1) = (z h(k) - sqrt(k) h(k-1)) / sqrt(k+1).
                    coefficients[k] += value * now;
                    (before, now) = (now, (z * now - Math.Sqrt(k) * before) / Math.Sqrt(k + 1));
                }
            }

            for (var k = 0; k < sums.Length; k++)
                sums[k] += coefficients[2 * k + 1] * coefficients[2 * k + 1] / Draws;
        }

        sums[^1] += 1 - sums.Sum();
        return sums;
    }
}
