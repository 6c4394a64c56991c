using MathNet.Numerics;

namespace RiskEngine.Simulation.Processes;

/// <summary>One step of one path of the Heston model by the quadratic-exponential scheme with martingale correction.</summary>
/// <remarks>
/// Andersen (2008), section 3.2 (QE, switch at psi = 1.5) and section 4 (logarithm, martingale correction). The weights of the variances
/// at both ends are those that give the integral its exact mean, (1 - e^(-kappa h)) / (kappa h) of a deviation, so that the expected
/// variance is the same whatever the steps. The
/// scheme wants one normal for the variance and an independent one for the price; a normal z that is the price's own Brownian motion, as
/// other factors are correlated with it, and an independent e give both: z_v = rho z + r e and z_x = r z - rho e with r = sqrt(1 - rho^2),
/// so that rho z_v + r z_x = z.
/// </remarks>
internal static class HestonStep
{
    private const double Switch = 1.5;

    /// <summary>Moves x, the logarithm without its drift, and v, the variance, by one step of <paramref name="h"/> years.</summary>
    /// <param name="x">ln X; gains the move without mu h.</param>
    /// <param name="v">The variance; at least zero.</param>
    /// <param name="law">theta, kappa, sigma (of the variance) and rho.</param>
    /// <param name="decay">e^(-kappa h).</param>
    /// <param name="h">Years.</param>
    /// <param name="z">The price's normal.</param>
    /// <param name="e">An independent normal.</param>
    public static void Move(
        ref double x,
        ref double v,
        (double Theta, double Kappa, double Sigma, double Rho) law,
        double decay,
        double h,
        double z,
        double e
    )
    {
        var (theta, kappa, sigma, rho) = law;
        var r = Math.Sqrt(1 - rho * rho);
        var (zv, zx) = (rho * z + r * e, r * z - rho * e);

        var m = theta + (v - theta) * decay;
        var s2 = sigma * sigma / kappa * (1 - decay) * (v * decay + theta * (1 - decay) / 2);
        var psi = s2 / (m * m);

        // Close to h/2 each for short steps.
        var last = decay < 1 - 1e-9 ? h * (1 - (1 - decay) / (kappa * h)) / (1 - decay) : h / 2;
        var first = h - last;
        var weight = kappa * rho / sigma - 0.5;
        var (k1, k2) = (first * weight - rho / sigma, last * weight + rho / sigma);
        var (k3, k4) = (first * (1 - rho * rho), last * (1 - rho * rho));
        var a = k2 + k4 / 2;

        // K0 without the martingale correction, for the case in which the correction does not exist (rho above 0 with very long steps).
        var k0 = -rho * kappa * theta * h / sigma;
        double next;
        if (psi <= Switch)
        {
            var b2 = 2 / psi - 1 + Math.Sqrt(2 / psi * (2 / psi - 1));
            var scale = m / (1 + b2);
            var root = Math.Sqrt(b2) + zv;
            next = scale * root * root;
            var rest = 1 - 2 * a * scale;
            if (rest > 0)
                k0 = -a * b2 * scale / rest + 0.5 * Math.Log(rest) - (k1 + k3 / 2) * v;
        }
        else
        {
            var p = (psi - 1) / (psi + 1);
            var beta = (1 - p) / m;
            var tail = SpecialFunctions.Erfc(zv / Constants.Sqrt2) / 2;
            next = tail >= 1 - p ? 0 : Math.Log((1 - p) / tail) / beta;
            if (a < beta)
                k0 = -Math.Log(p + beta * (1 - p) / (beta - a)) - (k1 + k3 / 2) * v;
        }

        x += k0 + k1 * v + k2 * next + Math.Sqrt(k3 * v + k4 * next) * zx;
        v = next;
    }
}
