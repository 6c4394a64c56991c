using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// One instrument of constant volatility is lognormal: ln V ~ N(m, s^2), m = (r + beta premium) T - s^2/2. Closed forms: VaR and ES of a
/// lognormal (McNeil, Frey and Embrechts 2015, examples 2.11 and 2.14 on the log scale).
/// </summary>
public sealed class LognormalTests
{
    private const double Rate = 0.03;
    private const double Premium = 0.045;
    private const double Beta = 1.3;
    private Simulated own = null!;
    private Simulated market = null!;

    [OneTimeSetUp]
    public void Simulate()
    {
        own = Simulated.Of(SmallScenario.New().RiskFree(Rate).With(Instruments.Equity("a", 0.35)).Hold("p", ("a", 1)));
        market = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(Rate)
                .With(Factors.Brownian("m", 0.2, Premium, drift: 0.07, start: 5000))
                .With(Instruments.Equity("a", 0.35, ("m", Beta)))
                .Hold("p", ("a", 1))
        );
    }

    [Test]
    public void The_expected_return_is_the_risk_free_rate_and_beta_times_the_premium([Values] bool withMarket) =>
        Within.FourErrorsOfMean(Sample.Of(Profits(withMarket)), Math.Exp(Growth(withMarket)) - 1);

    [Test]
    public void The_standard_deviation_of_the_log_return_is_the_volatility([Values] bool withMarket) =>
        Within.FourErrorsOfVariance(Sample.OfLogs(Profits(withMarket).Select(x => 1 + x)), 0.35 * 0.35);

    [Test]
    public void Value_at_risk_is_that_of_a_lognormal([Values] bool withMarket, [Values(0.95, 0.99)] double level)
    {
        var (m, s) = (Growth(withMarket) - 0.35 * 0.35 / 2, 0.35);
        var z = Normal.InvCDF(0, 1, 1 - level);
        var expected = 1 - Math.Exp(m + s * z);

        // Error of a quantile: sqrt(p (1 - p) / n) over the density of the profit there.
        var density = Normal.PDF(0, 1, z) / (s * Math.Exp(m + s * z));
        var error = Sample.ShareError(level, Simulated.Paths) / density;
        Assert.That(-Tail(withMarket, level)[^1], Is.EqualTo(expected).Within(4 * error));
    }

    [Test]
    public void Expected_shortfall_is_that_of_a_lognormal([Values] bool withMarket, [Values(0.95, 0.99)] double level)
    {
        var (m, s) = (Growth(withMarket) - 0.35 * 0.35 / 2, 0.35);
        var (p, z) = (1 - level, Normal.InvCDF(0, 1, 1 - level));
        var expected = 1 - Math.Exp(m + s * s / 2) * Normal.CDF(0, 1, z - s) / p;

        // Error of ES: sqrt((variance of the tail + p... ) / (n p)); the second term is the tail's weight times (ES - VaR)^2.
        var tail = Sample.Of(Tail(withMarket, level));
        var beyond = tail.Mean - Tail(withMarket, level)[^1];
        var error = Math.Sqrt((tail.Variance + (1 - p) * beyond * beyond) / (Simulated.Paths * p));
        Assert.That(-tail.Mean, Is.EqualTo(expected).Within(4 * error));
    }

    [Test]
    public void The_market_explains_what_its_beta_says()
    {
        // Own risk is what is left: 0.35^2 - 1.3^2 0.2^2 = 0.0549.
        Assert.That(
            market.Planner.OwnRiskOf(new("a")).OwnVolatility,
            Is.EqualTo(Math.Sqrt(0.35 * 0.35 - Beta * Beta * 0.04)).Within(1e-12)
        );
    }

    private static double Growth(bool withMarket) => Rate + (withMarket ? Beta * Premium : 0);

    private float[] Profits(bool withMarket) => (withMarket ? market : own).Profits("p");

    private float[] Tail(bool withMarket, double level) =>
        [.. Profits(withMarket).Order().Take((int)Math.Round((1 - level) * Simulated.Paths))];
}
