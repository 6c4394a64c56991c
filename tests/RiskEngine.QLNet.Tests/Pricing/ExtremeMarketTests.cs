using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;
using RiskEngine.QLNet.Pricing;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>
/// Paths lead to markets that no textbook prices: every option still has a price, between nothing and what it can pay at most.
/// </summary>
public sealed class ExtremeMarketTests
{
    private static ScenarioBuilder Market { get; } =
        SmallScenario.New().RiskFree(0.04).With(Factors.Fixed("vol", 0.25)).With(Instruments.Cash("share")).Hold("all", ("share", 1));

    [Test]
    public void An_option_has_a_price_everywhere(
        [Values("call", "put")] string type,
        [Values("american", "down-and-out", "down-and-in", "up-and-out", "up-and-in")] string kind,
        [Values(1, 30, 400, 4000)] int days
    )
    {
        (string, object)[] terms =
        [
            ("type", type),
            ("underlying", "share"),
            ("spot", 100),
            ("strike", 100),
            ("expiry", SmallScenario.AsOf.AddDays(days)),
            ("impliedVolatility", "vol"),
            ("dividendYield", 0.01),
        ];
        var option =
            kind == "american"
                ? Priced.Of("o", new AmericanOption(), terms)
                : Priced.Of(
                    "o",
                    new KnockOption(),
                    [.. terms, ("knock", kind), ("barrier", kind.StartsWith("down", StringComparison.Ordinal) ? 1e-4 : 1e7)]
                );
        foreach (var spot in new[] { 0.001, 0.1, 0.5, 0.9, 1, 1.1, 2, 10, 1000 })
        {
            foreach (var volatility in new[] { -0.1, 0, 0.001, 0.02, 0.2, 1, 5 })
            {
                var price = Price(option, spot, volatility);
                Assert.That(price, Is.InRange(0, type == "put" ? 100.001 : 100 * spot * 1.001), $"value {spot}, volatility {volatility}");
            }
        }
    }

    // The barrier at a place where prices are.
    [Test]
    public void A_barrier_option_has_a_price_beside_its_barrier(
        [Values("down-and-out", "down-and-in")] string knock,
        [Values(1, 400)] int days
    )
    {
        var option = Priced.Of(
            "o",
            new KnockOption(),
            ("type", "put"),
            ("underlying", "share"),
            ("spot", 100),
            ("strike", 100),
            ("expiry", SmallScenario.AsOf.AddDays(days)),
            ("impliedVolatility", "vol"),
            ("knock", knock),
            ("barrier", 80)
        );
        foreach (var spot in new[] { 0.8000001, 0.81, 1, 1.2, 5 })
        {
            foreach (var volatility in new[] { 0, 0.01, 0.05, 0.2, 1 })
                Assert.That(Price(option, spot, volatility), Is.InRange(0, 100), $"value {spot}, volatility {volatility}");
        }
    }

    private static double Price(Instrument option, double spot, double volatility)
    {
        var grid = new TimeGrid([SmallScenario.AsOf, SmallScenario.AsOf.AddDays(5000)]);
        var pricer = option.Pricing!.Kind.Create(option.Pricing.Terms, new PricingSetting(Market.Model, Priced.Kinds, grid));
        var price = new double[1];
        pricer.Price(0, new PricingBlock(price, [volatility], [spot], new double[pricer.StateCount]));
        return price[0];
    }
}
