using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Pricing;

/// <summary>Holdings in a foreign currency.</summary>
public sealed class ForeignHoldingTests
{
    private const double Rate = 0.03;

    private static ScenarioBuilder Market { get; } =
        SmallScenario
            .New()
            .RiskFree(Rate)
            .With(Factors.Brownian("market", 0.2), Factors.Brownian("eur-usd", 0.1, start: 1.08))
            .Correlate("market", "eur-usd", 0.3)
            .With(Instruments.Equity("share", 0.25, ("market", 1)));

    [Test]
    public void Its_value_is_the_product_of_both()
    {
        var simulated = Simulated.Of(Market.With(Priced.Foreign("f", "eur-usd", "share")).Hold("p", ("f", 1)).Watch("eur-usd", "1y"), 2000);
        var (share, rate) = (simulated.Values("share"), simulated.Watched("eur-usd", "1y"));
        Assert.That(simulated.Values("f").Select((v, i) => Math.Abs(v - share[i] * rate[i] / 1.08)).Max(), Is.LessThan(1e-6));
    }

    // Uncovered interest parity: cash abroad earns 1%, the currency gains the difference of 2%, so both together earn the domestic 3%.
    [Test]
    public void Cash_earns_the_foreign_rate_and_what_the_currency_gains()
    {
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(Rate)
                .With(Factors.Brownian("eur-usd", 0.1, drift: 0.02, start: 1.08))
                .With(Priced.Foreign("f", "eur-usd", interestRate: 0.01))
                .Hold("p", ("f", 1))
        );
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("f")), Math.Exp(0.03));
    }

    // Of a lognormal product the logarithms' covariance adds to the expected return: 0.3 x 0.2 x 0.1.
    [Test]
    public void An_asset_earns_its_own_rate_and_the_covariance()
    {
        var simulated = Simulated.Of(Market.With(Priced.Foreign("f", "eur-usd", "share", interestRate: 0.01)).Hold("p", ("f", 1)));
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("f")), Math.Exp(0.01 + 0.3 * 0.2 * 0.1));
    }

    [Test]
    public void A_foreign_bond_is_priced_after_the_bond_whatever_their_order()
    {
        var rates = Factors.Fixed("r", 0.02);
        var simulated = Simulated.Of(
            Market
                .With(rates)
                .With(Priced.Foreign("f", "eur-usd", "bund"), Priced.Bond("bund", "r", "5y"))
                .Hold("p", ("f", 1))
                .Watch("eur-usd", "1y"),
            1000
        );
        var rate = simulated.Watched("eur-usd", "1y");
        Assert.That(simulated.Values("f").Select((v, i) => Math.Abs(v - Math.Exp(0.02) * rate[i] / 1.08)).Max(), Is.LessThan(1e-6));
    }

    [Test]
    public void Threads_and_what_else_is_held_change_no_bit()
    {
        var small = Market.With(Priced.Foreign("f", "eur-usd", "share")).Hold("p", ("f", 1));
        var more = small.With(Instruments.Equity("other", 0.3, ("market", 1)), Priced.Foreign("cash", "eur-usd"));
        var one = Simulated.Of(small, 3000, threads: 1).Values("f");
        Assert.That(Simulated.Of(small, 3000, threads: 4).Values("f"), Is.EqualTo(one));
        Assert.That(Simulated.Of(more, 3000).Values("f"), Is.EqualTo(one));
    }
}
