using RiskEngine.Abstractions.Building;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Pricing;

/// <summary>Exchange options: a handbook's prices, and what is expected of one along simulated paths.</summary>
public sealed class ExchangeOptionTests
{
    private const double Rate = 0.1;

    // Haug (2007), The Complete Guide to Option Pricing Formulas, section 5.7: S1 22, S2 20, q1 6%, q2 4%, v1 20%.
    [TestCase(0.1, 0.15, -0.5, 2.125)]
    [TestCase(0.1, 0.25, 0, 2.152)]
    [TestCase(0.1, 0.2, 0.5, 1.989)]
    [TestCase(0.5, 0.15, -0.5, 2.762)]
    [TestCase(0.5, 0.2, 0, 2.650)]
    [TestCase(0.5, 0.25, 0.5, 2.374)]
    public void They_cost_what_the_handbook_says(double years, double secondVolatility, double correlation, double price)
    {
        var ratio = Math.Sqrt(0.04 + secondVolatility * secondVolatility - 2 * correlation * 0.2 * secondVolatility);
        Assert.That(BlackScholes.Price(true, 22, 20, 0.04, 0.06, ratio, years), Is.EqualTo(price).Within(0.001));
    }

    // Both earn the risk-free rate and their ratio has the volatility of the formula: no discounted price has a trend.
    [TestCase("3m")]
    [TestCase("1y")]
    [TestCase("2y")]
    public void A_holder_expects_the_risk_free_rate(string expiry)
    {
        var ratio = Math.Sqrt(0.04 + 0.0625 - 2 * 0.5 * 0.2 * 0.25);
        var simulated = Simulated.Of(Market(ratio, expiry).Hold("p", ("o", 1)), 50_000);
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("o")), Math.Exp(Rate));
    }

    [Test]
    public void On_expiry_every_path_has_the_difference()
    {
        var simulated = Simulated.Of(Market(0.25, "1y").Hold("p", ("o", 1)), 2000);
        var price = BlackScholes.Price(true, 22, 20, 0.04, 0.06, 0.25, 1);
        var payoffs = simulated
            .Values("a")
            .Zip(simulated.Values("b"), (a, b) => Math.Max(22 * Math.Exp(-0.06) * a - 20 * Math.Exp(-0.04) * b, 0) / price)
            .ToArray();
        Assert.That(simulated.Values("o").Select((v, i) => Math.Abs(v - payoffs[i])).Max(), Is.LessThan(1e-4));
    }

    private static ScenarioBuilder Market(double ratio, string expiry) =>
        SmallScenario
            .New()
            .RiskFree(Rate)
            .With(Factors.Brownian("x", 0.2), Factors.Brownian("y", 0.25), Factors.Fixed("vol", ratio))
            .Correlate("x", "y", 0.5)
            .With(Instruments.Equity("a", 0.2, ("x", 1)), Instruments.Equity("b", 0.25, ("y", 1)))
            .With(Priced.Exchange("o", ("a", 22, 0.06), ("b", 20, 0.04), expiry, "vol"));
}
