using RiskEngine.Abstractions.Building;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Pricing;

/// <summary>Options along simulated paths: their price, what they pay and what is expected of them.</summary>
public sealed class EuropeanOptionTests
{
    private const double Rate = 0.03,
        Sigma = 0.25;

    private static ScenarioBuilder Market { get; } =
        SmallScenario
            .New()
            .RiskFree(Rate)
            .With(Factors.Brownian("market", Sigma), Factors.Fixed("vol", Sigma))
            .With(Instruments.Equity("share", Sigma, ("market", 1)), Instruments.Cash("cash"));

    [TestCase("call", 0)]
    [TestCase("put", 0.02)]
    public void On_the_as_of_date_it_costs_the_formula(string type, double dividendYield)
    {
        var simulated = Simulated.Of(
            Market.With(Priced.Option("o", type, "share", 100, 95, "18m", "vol", dividendYield)).Hold("p", ("o", 1)),
            1000
        );
        Assert.That(
            simulated.Planner.StartPrice(new("o")),
            Is.EqualTo(BlackScholes.Price(type == "call", 100, 95, Rate, dividendYield, Sigma, SmallScenario.Years("18m")))
        );
    }

    // Risk-neutral set-up: the share earns the risk-free rate and has the volatility of the formula, so discounted prices have no trend
    // (Harrison and Pliska 1981), before expiry, on it and after it.
    [TestCase("call", "2y")]
    [TestCase("call", "1y")]
    [TestCase("call", "5m")]
    [TestCase("put", "2y")]
    [TestCase("put", "1y")]
    [TestCase("put", "17w")]
    public void Its_expected_discounted_value_is_its_price(string type, string expiry)
    {
        var simulated = Simulated.Of(Market.With(Priced.Option("o", type, "share", 100, 105, expiry, "vol")).Hold("p", ("o", 1)), 50_000);
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("o")), Math.Exp(Rate));
    }

    // The underlying's simulated value has dividends in it, an option's payoff has not: whatever the yield, and on all dates of the path, a
    // holder expects the risk-free rate where the underlying has no premium (Merton 1973).
    [Test]
    public void Its_expected_return_is_the_risk_free_rate_for_all_dividends_along_the_whole_path(
        [Values("call", "put")] string type,
        [Values(0, 0.03, 0.08)] double dividendYield
    )
    {
        string[] dates = ["2m", "6m", "12m", "18m"];
        var simulated = Simulated.Of(
            Market.With(Priced.Option("o", type, "share", 100, 100, "1y", "vol", dividendYield)).Until(dates).Hold("p", ("o", 1)),
            50_000
        );
        for (var horizon = 0; horizon < dates.Length; horizon++)
        {
            var values = simulated.Profits("p", horizon: horizon).Select(p => 1 + p).ToArray();
            Within.FourErrorsOfMean(Sample.Of(values), Math.Exp(Rate * SmallScenario.Years(dates[horizon])));
        }
    }

    [Test]
    public void On_expiry_every_path_has_its_payoff()
    {
        var simulated = Simulated.Of(Market.With(Priced.Option("o", "put", "share", 100, 110, "1y", "vol")).Hold("p", ("o", 1)), 2000);
        var price = BlackScholes.Price(false, 100, 110, Rate, 0, Sigma, 1);
        var payoffs = simulated.Values("share").Select(s => Math.Max(110 - 100 * (double)s, 0) / price).ToArray();
        Assert.That(simulated.Values("o").Select((v, i) => Math.Abs(v - payoffs[i])).Max(), Is.LessThan(1e-4));
    }

    // Expiry is no monthly date: the grid has it all the same, and the payoff then earns the risk-free rate.
    [Test]
    public void After_expiry_the_payoff_is_cash()
    {
        var simulated = Simulated.Of(
            Market.With(Priced.Option("o", "call", "share", 100, 90, "100d", "vol")).Until("100d", "1y").Hold("p", ("o", 1)),
            5000
        );
        var (then, later) = (simulated.Profits("p", horizon: 0), simulated.Profits("p", horizon: 1));
        var growth = Math.Exp(Rate * (1 - SmallScenario.Years("100d")));
        Assert.That(simulated.Grid.Dates, Does.Contain(SmallScenario.After("100d")));
        Assert.That(then.Select((v, i) => Math.Abs((1 + v) * growth - (1 + later[i]))).Max(), Is.LessThan(1e-5));
    }

    [Test]
    public void Call_less_put_is_the_forward_on_every_path()
    {
        var simulated = Simulated.Of(
            Market
                .With(Priced.Option("c", "call", "share", 100, 120, "3y", "vol"), Priced.Option("p", "put", "share", 100, 120, "3y", "vol"))
                .Hold("p", ("c", 1), ("p", 1)),
            2000
        );
        var (call, put) = (simulated.Planner.StartPrice(new("c"))!.Value, simulated.Planner.StartPrice(new("p"))!.Value);
        var (c, p, s) = (simulated.Values("c"), simulated.Values("p"), simulated.Values("share"));
        var discounted = 120 * Math.Exp(-Rate * (SmallScenario.Years("3y") - 1));
        Assert.That(s.Select((share, i) => Math.Abs(c[i] * call - p[i] * put - (100 * share - discounted))).Max(), Is.LessThan(1e-3));
    }

    [Test]
    public void The_volatility_of_the_price_is_the_factors()
    {
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(Rate)
                .With(Factors.Brownian("vol", 0.5, start: 0.3))
                .With(Instruments.Cash("cash"))
                .With(Priced.Option("o", "call", "cash", 100, 110, "2y", "vol"))
                .Hold("p", ("o", 1))
                .Watch("vol", "1y"),
            1000
        );
        var price = BlackScholes.Price(true, 100, 110, Rate, 0, 0.3, 2);
        var expected = simulated
            .Watched("vol", "1y")
            .Select(v => BlackScholes.Price(true, 100 * Math.Exp(Rate), 110, Rate, 0, v, 1) / price)
            .ToArray();
        Assert.That(simulated.Values("o").Select((v, i) => Math.Abs(v / expected[i] - 1)).Max(), Is.LessThan(1e-5));
    }

    [Test]
    public void An_event_reaches_it_through_its_underlying_until_expiry()
    {
        var crash = Events.Sure("crash", "6m", Effects.Hits(-0.4, "share"));
        var market = Market
            .With(crash)
            .With(
                Priced.Option("early", "put", "share", 100, 100, "3m", "vol"),
                Priced.Option("late", "put", "share", 100, 100, "1y", "vol")
            )
            .Hold("p", ("early", 1), ("late", 1));
        var (with, without) = (
            Simulated.Of(market, 2000),
            Simulated.Of(
                market,
                2000,
                change: c => c with { Without = new HashSet<Abstractions.Identity.Id<Abstractions.Risks.RiskEvent>> { new("crash") } }
            )
        );
        Assert.That(with.Values("early"), Is.EqualTo(without.Values("early")));
        Assert.That(with.Values("late").Average(), Is.GreaterThan(2 * without.Values("late").Average()));
    }

    [Test]
    public void One_that_is_nearly_worthless_can_still_be_traded()
    {
        var simulated = Simulated.Of(
            Market
                .With(Priced.Option("o", "call", "share", 100, 400, "3m", "vol"))
                .Hold("p", ("share", 1))
                .With(Advice.Buy("b", 0.01, "4m", "8m", ("o", 1))),
            1000
        );
        Assert.That(simulated.Profits("p", variant: simulated.Variants.FollowingAll), Has.All.Matches<float>(float.IsFinite));
    }
}
