using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.Distributions;

namespace RiskEngine.Simulation.Processes;

/// <summary>Chi-square variables by inversion, of any degrees of freedom above zero.</summary>
internal static class ChiSquareQuantile
{
    // Where the cube root of a chi-square is as good as normal (quantiles off by 5e-4 of the deviation at most), and exact inversion would
    // take seconds.
    private const double Many = 2000;

    // Below it the leading term of the distribution function is exact to more digits than a search finds.
    private const double Near = 1e-9;

    /// <summary>A table to draw from.</summary>
    public static TabulatedQuantile Table(double degreesOfFreedom) => new(u => At(degreesOfFreedom, u));

    /// <summary>The quantile at u, above 0 and below 1; for more than 2,000 degrees of freedom Wilson and Hilferty's (1931).</summary>
    public static double At(double degreesOfFreedom, double u)
    {
        if (degreesOfFreedom > Many)
        {
            var part = 2 / (9 * degreesOfFreedom);
            return degreesOfFreedom * Math.Pow(1 - part + Normal.InvCDF(0, Math.Sqrt(part), u), 3);
        }

        // P(a, x) = x^a / Gamma(a + 1) (1 + O(x)), x half of the chi-square.
        var shape = degreesOfFreedom / 2;
        var near = Math.Exp((Math.Log(u) + SpecialFunctions.GammaLn(shape + 1)) / shape);
        return 2 * (near < Near ? near : Gamma.InvCDF(shape, 1, u));
    }
}
