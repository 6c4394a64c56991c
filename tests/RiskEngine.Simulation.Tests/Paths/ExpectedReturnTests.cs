using MathNet.Numerics;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Testing;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>Expected returns are risk-free rate and premiums whatever the process: convexity is taken out through its loadings.</summary>
public sealed class ExpectedReturnTests
{
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .Until("3m", "18m")
                .RiskFree(0.04)
                .With(
                    Factors.Brownian("m", 0.18, premium: 0.05),
                    Factors.Reverting("yield", 0.012, halfLife: 1.5, start: 0.042, mean: 0.05),
                    Factors.Forecast("demand", 0.25, Parameter.Of(1), (SmallScenario.After("0d"), 100), (SmallScenario.After("2y"), 300)),
                    Factors.Share("share", 0.5, 1, 0.1, 0.9, (SmallScenario.After("0d"), 0.6), (SmallScenario.After("2y"), 0.5))
                )
                .Correlate("m", "yield", -0.4)
                .Correlate("m", "demand", 0.5)
                .Correlate("yield", "demand", 0.2)
                .With(
                    Instruments.Equity("bond", 0.09, ("yield", -7)),
                    Instruments.Equity("mixed", 0.5, ("m", 1.2), ("yield", -9), ("demand", 0.8)),
                    Instruments.Equity("sharer", 0.3, ("share", 0.7)),
                    Instruments.Cash("cash")
                )
                .Hold("p", ("mixed", 1))
        );

    [TestCase("bond", 0.04)]
    [TestCase("mixed", 0.04 + 1.2 * 0.05)]
    public void It_is_the_risk_free_rate_and_the_premiums_exactly(string instrument, double rate) =>
        Within.FourErrorsOfMean(Sample.Of(simulated.Values(instrument)), Math.Exp(rate * SmallScenario.Years("18m")));

    // What an event does to volatility or correlation is no gain: an instrument's expected value stays that of its premiums.
    [TestCase(EffectChannel.Volatility, 0.5)]
    [TestCase(EffectChannel.Volatility, -0.5)]
    [TestCase(EffectChannel.Correlation, 0.6)]
    public void It_is_so_whatever_events_do_to_volatility_and_correlation(EffectChannel channel, double size)
    {
        var shaken = Simulated.Of(
            SmallScenario
                .New()
                .Until("3m", "18m")
                .RiskFree(0.04)
                .With(
                    Factors.Brownian("m", 0.2, premium: 0.05),
                    Factors.Brownian("s", 0.15),
                    Factors.Reverting("yield", 0.012, halfLife: 1.5)
                )
                .Correlate("m", "s", 0.3)
                .Correlate("m", "yield", -0.4)
                .Correlate("s", "yield", 0.2)
                .With(Instruments.Equity("share", 0.43, ("m", 1.5), ("s", 1.2), ("yield", -5)), Instruments.Cash("cash"))
                .With(Events.Sure("storm", "1m", Effects.Shifts(channel, size, "m", "s").Recovering("1y")))
                .Hold("p", ("share", 1)),
            seed: 7
        );
        Within.FourErrorsOfMean(Sample.Of(shaken.Values("share")), Math.Exp((0.04 + 1.5 * 0.05) * SmallScenario.Years("18m")));
    }

    // A bounded share is not linear in its normals: prices know its median, and convexity is taken out to first order. What is left is no
    // premium of the model but this integral: E exp(b (ln X - ln median) - b^2 loading^2 / 2), over the logit's normal law.
    [Test]
    public void For_a_share_it_is_so_to_first_order()
    {
        var t = SmallScenario.Years("18m");
        var kappa = Math.Log(2);
        var variance = 0.25 * (1 - Math.Exp(-2 * kappa * t)) / (2 * kappa);
        double Share(double logit) => 0.1 + 0.8 / (1 + Math.Exp(-logit));
        double Logit(double share) => Math.Log((share - 0.1) / (0.9 - share));
        var median = Logit(0.6) + (Logit(0.5) - Logit(0.6)) * t / SmallScenario.Years("2y");
        var slope = (Share(median) - 0.1) * (0.9 - Share(median)) / (0.8 * Share(median));
        var moment = Integrate.OnClosedInterval(
            z => Math.Pow(Share(median + Math.Sqrt(variance) * z) / Share(median), 0.7) * Normal.PDF(0, 1, z),
            -8,
            8
        );
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("sharer")), Math.Exp(0.04 * t - 0.49 * slope * slope * variance / 2) * moment);
    }

    [Test]
    public void Cash_earns_the_risk_free_rate_on_every_path() =>
        Assert.That(simulated.Values("cash"), Is.All.EqualTo(Math.Exp(0.04 * SmallScenario.Years("18m"))).Within(1e-7));

    [Test]
    public void The_variance_is_that_of_exposures_and_own_risk()
    {
        // Var = sum of b_i b_j rho_ij int s_i(u) s_j(u) du + own^2 T, with the Ornstein-Uhlenbeck kernel s(u) = sigma e^(-kappa (T - u)),
        // exactly when the normals of a step are correlated as a whole: sums over steps of products of loadings.
        var t = SmallScenario.Years("18m");
        var kappa = Math.Log(2) / 1.5;
        double own = simulated.Planner.OwnRiskOf(new("mixed")).OwnVolatility;
        double market = 0,
            rate = 0,
            demand = 0,
            marketRate = 0,
            marketDemand = 0,
            rateDemand = 0;
        for (var k = 0; k < simulated.Grid.IndexOf(SmallScenario.After("18m")); k++)
        {
            var h = simulated.Grid.StepYears(k);
            var (a, c) = (1.2 * 0.18 * Math.Sqrt(h), 0.8 * 0.25 * Math.Sqrt(h));
            var b =
                -9 * 0.012 * Math.Sqrt((1 - Math.Exp(-2 * kappa * h)) / (2 * kappa)) * Math.Exp(-kappa * (t - simulated.Grid.Years[k + 1]));
            (market, rate, demand) = (market + a * a, rate + b * b, demand + c * c);
            (marketRate, marketDemand, rateDemand) = (marketRate + a * b, marketDemand + a * c, rateDemand + b * c);
        }

        var expected = market + rate + demand + 2 * (-0.4 * marketRate + 0.5 * marketDemand + 0.2 * rateDemand) + own * own * t;
        Within.FourErrorsOfVariance(Sample.OfLogs(simulated.Values("mixed")), expected);
    }
}
