using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet.Pricing;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>Barrier options: prices on the as-of date, and what touching the barrier does on a path.</summary>
public sealed class KnockOptionTests
{
    private static ScenarioBuilder Market { get; } =
        SmallScenario
            .New()
            .RiskFree(0.08)
            .With(Factors.Brownian("market", 0.25), Factors.Fixed("vol", 0.25))
            .With(Instruments.Equity("share", 0.25, ("market", 1)))
            .Hold("all", ("share", 1));

    private static Instrument Option(string id, string type, string knock, double barrier, double rebate = 0) =>
        Priced.Of(
            id,
            new KnockOption(),
            ("type", type),
            ("underlying", "share"),
            ("spot", 100),
            ("strike", 90),
            ("expiry", SmallScenario.AsOf.AddDays(181)),
            ("impliedVolatility", "vol"),
            ("dividendYield", 0.04),
            ("knock", knock),
            ("barrier", barrier),
            ("rebate", rebate)
        );

    // QuantLib 1.29 (reference.py): spot 100, strike 90, rebate 3, r 8%, q 4%, volatility 25%, 181 days; the calls as Haug (2007), table
    // 4-13, to its half a year.
    [TestCase("put", "down-and-out", 95, 2.277212)]
    [TestCase("call", "down-and-out", 95, 9.024096)]
    [TestCase("put", "down-and-in", 95, 2.944900)]
    [TestCase("call", "down-and-in", 95, 7.734515)]
    [TestCase("put", "up-and-out", 105, 3.767779)]
    [TestCase("call", "up-and-out", 105, 2.680251)]
    [TestCase("put", "up-and-in", 105, 1.457160)]
    [TestCase("call", "up-and-in", 105, 14.081187)]
    public void Prices_are_those_of_QuantLib(string type, string knock, double barrier, double price) =>
        Assert.That(Priced.StartPrice(Market.With(Option("o", type, knock, barrier, rebate: 3)), "o"), Is.EqualTo(price).Within(1e-6));

    // In and out together are the plain option, on every path and date.
    [TestCase("1m")]
    [TestCase("6m")]
    [TestCase("1y")]
    public void In_and_out_together_are_the_plain_option(string horizon)
    {
        var plain = Priced.Of(
            "p",
            new EuropeanOption(),
            ("type", "call"),
            ("underlying", "share"),
            ("spot", 100),
            ("strike", 90),
            ("expiry", SmallScenario.AsOf.AddDays(181)),
            ("impliedVolatility", "vol"),
            ("dividendYield", 0.04)
        );
        var small = Market.With(Option("in", "call", "down-and-in", 88), Option("out", "call", "down-and-out", 88), plain).Until(horizon);
        var values = Priced.Simulate(small, 1000);
        var (i, o, p) = (Priced.StartPrice(small, "in"), Priced.StartPrice(small, "out"), Priced.StartPrice(small, "p"));
        Assert.That(i + o, Is.EqualTo(p).Within(1e-10));
        Assert.That(values["in"].Select((v, k) => Math.Abs(v * i + values["out"][k] * o - values["p"][k] * p)).Max(), Is.LessThan(1e-4));
    }

    // One path by hand: 100, then 92 touches 93, then back to 110, expiry between dates two and three.
    [Test]
    public void A_barrier_that_was_touched_stays_touched()
    {
        var grid = Simulation.Planning.ResolutionDates.GridOf(
            Market.With(Option("o", "call", "down-and-out", 93)).Until("8m").Every("3m").Build(1000)
        );
        var expiry = grid.IndexOf(SmallScenario.AsOf.AddDays(181));

        // Prices of the share by its spot; its simulated value has the dividends of 4% in it.
        double[] spot = [1, 0.92, .. Enumerable.Repeat(1.1, grid.Dates.Count - 2)];
        double[] path = [.. spot.Select((value, date) => value * Math.Exp(0.04 * grid.Years[date]))];
        var (dead, alive) = (
            Along(Option("o", "call", "down-and-out", 93, rebate: 2), path),
            Along(Option("o", "call", "down-and-in", 93, rebate: 2), path)
        );

        Assert.That(dead[1], Is.EqualTo(2));
        Assert.That(dead[^1], Is.EqualTo(2 * Math.Exp(0.08 * (grid.Years[^1] - grid.Years[1]))).Within(1e-12));
        Assert.That(alive[expiry], Is.EqualTo(20).Within(1e-12));
        Assert.That(alive[^1], Is.EqualTo(20 * Math.Exp(0.08 * (grid.Years[^1] - grid.Years[expiry]))).Within(1e-12));

        double[] Along(Instrument instrument, double[] share)
        {
            var pricer = instrument.Pricing!.Kind.Create(instrument.Pricing.Terms, new PricingSetting(Market.Model, Priced.Kinds, grid));
            var (prices, state) = (new double[1], new double[pricer.StateCount]);
            return
            [
                .. share.Select(
                    (value, date) =>
                    {
                        pricer.Price(date, new PricingBlock(prices, [0.25], [value], state));
                        return prices[0];
                    }
                ),
            ];
        }
    }

    [Test]
    public void A_barrier_is_ahead_of_the_spot() =>
        Assert.That(
            Priced.Problems(Market.With(Option("o", "call", "down-and-out", 100))),
            Is.EqualTo(new[] { "instrument 'o': expected a barrier that the spot of 100 has not touched, found down-and-out at 100" })
        );
}
