using System.Numerics;

namespace RiskEngine.Simulation.Processes;

/// <summary>Moments of a Heston price in closed form.</summary>
internal static class HestonMean
{
    /// <summary>
    /// ln E e^(b x) at each time, with x the logarithm less its drift mu t and 0 at first: C + D v0 (Heston 1993, eq. 17, at the argument
    /// -i b; in the form that stays on one branch, Albrecher, Mayer, Schoutens and Tistaert 2007). Null where the moment does not exist
    /// up to the last time (Andersen and Piterbarg 2007).
    /// </summary>
    /// <param name="b">The exponent.</param>
    /// <param name="law">v0, theta, kappa, sigma and rho.</param>
    /// <param name="times">Years, rising, 0 or more.</param>
    public static double[]? Of(double b, (double V0, double Theta, double Kappa, double Sigma, double Rho) law, IReadOnlyList<double> times)
    {
        var (v0, theta, kappa, sigma, rho) = law;
        var pull = kappa - rho * sigma * b;
        var square = pull * pull - sigma * sigma * (b * b - b);
        if (Explosion(pull, square, b) <= times[^1])
            return null;
        var d = Complex.Sqrt(square);
        var (minus, plus) = (pull - d, pull + d);
        var means = new double[times.Count];
        for (var k = 0; k < means.Length; k++)
        {
            var decay = Complex.Exp(-d * times[k]);
            var below = plus - minus * decay; // over 2 d it is 1 - g e^(-d t) by 1 - g
            var slope = minus / (sigma * sigma) * plus * (1 - decay) / below;
            var level = kappa * theta / (sigma * sigma) * (minus * times[k] - 2 * Complex.Log(below / (2 * d)));
            means[k] = times[k] == 0 ? 0 : (level + slope * v0).Real;
        }

        return Array.TrueForAll(means, double.IsFinite) ? means : null;
    }

    /// <summary>The time from which on the moment is infinite (Andersen and Piterbarg 2007, proposition 3.1).</summary>
    private static double Explosion(double pull, double square, double b)
    {
        if (b is >= 0 and <= 1)
            return double.PositiveInfinity;
        if (square >= 0)
        {
            var root = Math.Sqrt(square);
            return pull >= 0 ? double.PositiveInfinity : Math.Log((pull - root) / (pull + root)) / root;
        }

        var gamma = Math.Sqrt(-square);
        return 2 / gamma * (Math.Atan(-gamma / pull) + (pull > 0 ? Math.PI : 0));
    }
}
