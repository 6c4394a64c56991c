using System.Numerics;
using MathNet.Numerics.Integration;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>The Heston model's closed forms, kappa a year.</summary>
internal sealed record HestonPrice(double V0, double Theta, double Kappa, double Sigma, double Rho)
{
    /// <summary>Broadie and Kaya (2006), table 1: r = 0.0319, one year.</summary>
    public static HestonPrice First { get; } = new(0.010201, 0.019, 6.21, 0.61, -0.7);

    /// <summary>Broadie and Kaya (2006), table 2: r = 0.05, five years.</summary>
    public static HestonPrice Second { get; } = new(0.09, 0.09, 2, 1, -0.3);

    /// <summary>The factor with this law.</summary>
    public RiskFactor Factor(string id, double drift = 0, double start = 1) =>
        Factors.Heston(id, V0, Theta, Kappa, Sigma, Rho, drift, start);

    /// <summary>
    /// ln E e^(i w (ln X(t) - mu t)): Heston (1993) in the stable form of Albrecher, Mayer, Schoutens and Tistaert (2007).
    /// </summary>
    public Complex LogTransform(Complex w, double t)
    {
        var i = Complex.ImaginaryOne;
        var b = Kappa - Rho * Sigma * i * w;
        var d = Complex.Sqrt(b * b + Sigma * Sigma * (i * w + w * w));
        var g = (b - d) / (b + d);
        var decay = Complex.Exp(-d * t);
        var c = Kappa * Theta / (Sigma * Sigma) * ((b - d) * t - 2 * Complex.Log((1 - g * decay) / (1 - g)));
        return c + V0 / (Sigma * Sigma) * (b - d) * (1 - decay) / (1 - g * decay);
    }

    /// <summary>
    /// A call by one integral (Lewis 2001): S - sqrt(S K) e^(-r t / 2) / pi int Re(e^(i u k) phi(u - i/2)) / (u^2 + 1/4) du.
    /// </summary>
    public double Call(double spot, double strike, double rate, double t)
    {
        var k = Math.Log(spot / strike) + rate * t;
        double Integrand(double u) =>
            (Complex.Exp(Complex.ImaginaryOne * u * k + LogTransform(new Complex(u, -0.5), t))).Real / (u * u + 0.25);
        var integral = Enumerable.Range(0, 100).Sum(panel => GaussLegendreRule.Integrate(Integrand, 4 * panel, 4 * (panel + 1), 32));
        return spot - Math.Sqrt(spot * strike) * Math.Exp(-rate * t / 2) * integral / Math.PI;
    }
}
