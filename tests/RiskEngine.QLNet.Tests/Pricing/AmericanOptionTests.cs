using QLNet;
using RiskEngine.Abstractions.Building;
using RiskEngine.QLNet.Pricing;
using RiskEngine.Testing;
using EuropeanOption = RiskEngine.Simulation.Pricing.EuropeanOption;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>American options: prices on the as-of date, and exercise along paths.</summary>
public sealed class AmericanOptionTests
{
    private static ScenarioBuilder Market(double rate, double volatility) =>
        SmallScenario
            .New()
            .RiskFree(rate)
            .With(Factors.Brownian("market", volatility), Factors.Fixed("vol", volatility))
            .With(Instruments.Equity("share", volatility, ("market", 1)))
            .Hold("all", ("share", 1));

    private static Abstractions.Market.Instrument Option(
        string type,
        double spot,
        int days,
        double dividends = 0,
        double strike = 100,
        double steps = 301
    ) =>
        Priced.Of(
            "o",
            new AmericanOption(),
            ("type", type),
            ("underlying", "share"),
            ("spot", spot),
            ("strike", strike),
            ("expiry", SmallScenario.AsOf.AddDays(days)),
            ("impliedVolatility", "vol"),
            ("dividendYield", dividends),
            ("steps", steps)
        );

    // QuantLib 1.29 by finite differences of 2,000 by 2,000 (reference.py): strike 100.
    [TestCase("put", 80, 365, 0.05, 0, 0.2, 20.0000)]
    [TestCase("put", 100, 365, 0.05, 0, 0.2, 6.0901)]
    [TestCase("put", 100, 730, 0.05, 0.03, 0.35, 17.0008)]
    [TestCase("put", 120, 181, 0.02, 0.06, 0.25, 1.8159)]
    [TestCase("call", 100, 365, 0.05, 0, 0.2, 10.4506)]
    [TestCase("call", 100, 730, 0.05, 0.03, 0.35, 20.0364)]
    [TestCase("call", 120, 181, 0.02, 0.06, 0.25, 20.3982)]
    public void Prices_are_those_of_QuantLib(
        string type,
        double spot,
        int days,
        double rate,
        double dividends,
        double volatility,
        double price
    ) =>
        Assert.That(
            Priced.StartPrice(Market(rate, volatility).With(Option(type, spot, days, dividends)), "o"),
            Is.EqualTo(price).Within(0.003)
        );

    // A twin: QLNet's BinomialVanillaEngine with the same tree.
    [Test]
    public void Prices_are_those_of_QLNet_s_engine(
        [Values("put", "call")] string type,
        [Values(70.0, 100.0, 130.0)] double spot,
        [Values(0.08, 0.3, 0.9)] double volatility
    )
    {
        var expiry = SmallScenario.AsOf.AddDays(271);
        var twin = ValuationDate.On(
            SmallScenario.AsOf,
            () =>
            {
                var payoff = new PlainVanillaPayoff(type == "call" ? global::QLNet.Option.Type.Call : global::QLNet.Option.Type.Put, 100);
                var option = new VanillaOption(payoff, new AmericanExercise(SmallScenario.AsOf.ToQLNet(), expiry.ToQLNet()));
                var process = BlackScholesMarket.On(SmallScenario.AsOf, spot, volatility, 0.05, 0.02);
                option.setPricingEngine(new BinomialVanillaEngine<LeisenReimer>(process, 51));
                return option.NPV();
            }
        );

        var small = Market(0.05, volatility).With(Option(type, spot, 271, 0.02, steps: 51));
        Assert.That(Priced.StartPrice(small, "o"), Is.EqualTo(twin).Within(1e-9 * spot));
    }

    // Geske and Johnson (1984), table I, numerical values: puts on a spot of 40 with r 4.88% and volatility 20% for one, four and seven
    // months. Whole days leave half a cent open.
    [TestCase(35, 122, 0.2004)]
    [TestCase(40, 122, 1.5798)]
    [TestCase(40, 213, 1.9904)]
    [TestCase(45, 30, 5.0000)]
    [TestCase(45, 213, 5.2670)]
    public void Puts_cost_what_the_published_table_says(double strike, int days, double price) =>
        Assert.That(
            Priced.StartPrice(Market(0.0488, 0.2).With(Option("put", 40, days, strike: strike)), "o"),
            Is.EqualTo(price).Within(0.005)
        );

    // Exercise can only wait for a date of the grid, so the discounted value may fall short of the price by a little, and never beats it.
    // Dividends are in the share's simulated value and not in the price that is exercised against.
    [TestCase("put", 0)]
    [TestCase("put", 0.08)]
    [TestCase("call", 0.08)]
    public void A_holder_who_exercises_when_that_is_best_gets_the_price(string type, double dividends)
    {
        const double Rate = 0.06;
        var values = Priced.Simulate(Market(Rate, 0.3).With(Option(type, 100, 365, dividends, steps: 51)).Every("2w"), 3000);
        var sample = Sample.Of(values["o"].Select(v => v * Math.Exp(-Rate)));
        Assert.That(sample.Mean, Is.EqualTo(1).Within(4 * sample.MeanError + 0.01));
        Assert.That(values["o"], Has.Some.GreaterThan(0f));
    }

    [Test]
    public void Deep_in_the_money_it_is_exercised_at_once_and_is_cash() =>
        Assert.That(
            Priced.Simulate(Market(0.05, 0.2).With(Option("put", 60, 365, steps: 51)).Every("6m"), 1000)["o"],
            Is.All.EqualTo((float)Math.Exp(0.05)).Within(1e-6)
        );

    [Test]
    public void Without_dividends_a_call_is_the_european_one_on_every_path()
    {
        var european = Priced.Of(
            "e",
            new EuropeanOption(),
            ("type", "call"),
            ("underlying", "share"),
            ("spot", 100),
            ("strike", 110),
            ("expiry", SmallScenario.After("2y")),
            ("impliedVolatility", "vol")
        );
        var values = Priced.Simulate(Market(0.03, 0.25).With(Option("call", 100, 730, strike: 110)).With(european).Every("6m"), 1000);
        Assert.That(values["o"].Zip(values["e"], (a, e) => Math.Abs(a - e)).Max(), Is.LessThan(2e-3));
    }

    [Test]
    public void Threads_change_no_bit()
    {
        var small = Market(0.05, 0.2).With(Option("put", 100, 365, steps: 21)).Every("3m");
        Assert.That(Priced.Simulate(small, 1500, threads: 3)["o"], Is.EqualTo(Priced.Simulate(small, 1500, threads: 1)["o"]));
    }

    [Test]
    public void A_tree_has_an_odd_number_of_steps() =>
        Assert.That(
            Priced.Problems(Market(0.05, 0.2).With(Option("put", 100, 365, steps: 50))),
            Is.EqualTo(new[] { "instrument 'o': expected an odd number of steps, found 50" })
        );
}
