using MathNet.Numerics;
using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// Merton (1976): moments, the option price as a series of Black-Scholes prices, and that jumps move no expected return.
/// </summary>
[TestFixture("1m")]
[TestFixture("1y")]
public sealed class MertonJumpTests(string step)
{
    private const double Sigma = 0.18;
    private const double Lambda = 0.9;
    private const double Mean = -0.12;
    private const double Deviation = 0.15;
    private static readonly double k = Math.Exp(Mean + Deviation * Deviation / 2) - 1;
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .Every(step)
                .RiskFree(0.03)
                .With(
                    Factors.Jumping("x", Sigma, Lambda, Mean, Deviation, drift: 0.05, start: 100) with
                    {
                        Premium = 0.04,
                    },
                    Factors.Brownian("m", 0.2)
                )
                .Correlate("x", "m", 0.5)
                .With(
                    Instruments.Equity("one", 0.6, ("x", 1)),
                    Instruments.Equity("two", 0.8, ("x", 2)),
                    Instruments.Equity("against", 0.3, ("x", -0.5)),
                    Instruments.Cash("cash")
                )
                .Hold("p", ("one", 1))
                .Watch("x", "1y")
                .Watch("m", "1y"),
            100_000
        );

    [Test]
    public void The_mean_grows_by_the_drift_jumps_and_all() =>
        Within.FourErrorsOfMean(Sample.Of(simulated.Watched("x", "1y")), 100 * Math.Exp(0.05));

    // Cumulants of a compound Poisson sum: lambda times the moments of a jump.
    [Test]
    public void Log_moments_are_those_of_a_jump_diffusion()
    {
        double[] logs = [.. simulated.Watched("x", "1y").Select(x => Math.Log(x / 100))];
        var mean = 0.05 - Sigma * Sigma / 2 - Lambda * k + Lambda * Mean;
        Within.FourErrorsOfMean(Sample.Of(logs), mean);
        Within.FourErrorsOfVariance(Sample.Of(logs), Sigma * Sigma + Lambda * (Mean * Mean + Deviation * Deviation));
        var third = Lambda * (Mean * Mean * Mean + 3 * Mean * Deviation * Deviation);
        Within.FourErrorsOfMean(Sample.Of(logs.Select(x => Math.Pow(x - mean, 3))), third, "third cumulant");
    }

    [Test]
    public void Only_the_diffusion_is_correlated_with_other_factors()
    {
        double[] Logs(string factor) => [.. simulated.Watched(factor, "1y").Select(x => Math.Log(x))];
        Within.FourErrorsOfMean(Sample.OfProducts(Logs("x"), Logs("m")), 0.5 * Sigma * 0.2, "covariance");
    }

    [TestCase(80)]
    [TestCase(100)]
    [TestCase(130)]
    public void A_call_costs_what_Merton_s_series_says(double occurrence)
    {
        var price = Sample.Of(simulated.Watched("x", "1y").Select(x => Math.Exp(-0.05) * Math.Max(0, x - occurrence)));
        Within.FourErrorsOfMean(price, MertonCall(occurrence));
    }

    // The exact cumulant of the jumps is taken out (Merton 1976): half their variance left lambda (e^(b m + b^2 s^2 / 2) - 1 - b m - b^2
    // (m^2 + s^2) / 2) a year, points a year for usual crashes.
    [TestCase("one", 1)]
    [TestCase("two", 2)]
    [TestCase("against", -0.5)]
    public void An_expected_return_is_the_premium_whatever_the_exposure(string instrument, double b) =>
        Within.FourErrorsOfMean(Sample.Of(simulated.Values(instrument)), Math.Exp(0.03 + b * 0.04));

    [Test]
    public void Own_risk_is_what_diffusion_and_jumps_leave()
    {
        var explained = Sigma * Sigma + Lambda * (Mean * Mean + Deviation * Deviation);
        Assert.That(simulated.Planner.OwnRiskOf(new("one")).OwnVolatility, Is.EqualTo(Math.Sqrt(0.36 - explained)).Within(1e-12));
    }

    // Merton (1976), lognormal jumps: r_n = r - lambda k + n ln(1 + k) / T, variance sigma^2 + n s^2 / T, weights Poisson with lambda (1 +
    // k) T.
    private static double MertonCall(double occurrence) =>
        Enumerable
            .Range(0, 40)
            .Sum(n =>
            {
                var weight = Math.Exp(-Lambda * (1 + k) + n * Math.Log(Lambda * (1 + k)) - SpecialFunctions.FactorialLn(n));
                var (r, sd) = (0.05 - Lambda * k + n * Math.Log(1 + k), Math.Sqrt(Sigma * Sigma + n * Deviation * Deviation));
                var d = (Math.Log(100 / occurrence) + r + sd * sd / 2) / sd;
                return weight * (100 * Normal.CDF(0, 1, d) - occurrence * Math.Exp(-r) * Normal.CDF(0, 1, d - sd));
            });
}
