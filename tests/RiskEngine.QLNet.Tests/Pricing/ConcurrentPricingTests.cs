using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet.Pricing;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>Many threads in QLNet at once.</summary>
public sealed class ConcurrentPricingTests
{
    private const int Threads = 4;
    private const int Paths = 64;

    // Each thread walks the dates by itself, so that at any time they stand on different ones: what QLNet shared between threads would
    // show.
    [Test]
    public void Threads_on_different_dates_get_the_bits_of_one_alone()
    {
        var small = SmallScenario
            .New()
            .RiskFree(0.025)
            .With(Abstractions.Building.Factors.Fixed("vol", 0.25))
            .With(Instruments.Cash("share"))
            .Hold("all", ("share", 1));
        Abstractions.Market.Instrument[] options =
        [
            .. new[] { "put", "call" }.Select(type =>
                Priced.Of(
                    type,
                    new AmericanOption(),
                    ("type", type),
                    ("underlying", "share"),
                    ("spot", 100),
                    ("strike", 100),
                    ("expiry", SmallScenario.After(type == "put" ? "9m" : "14m")),
                    ("impliedVolatility", "vol"),
                    ("dividendYield", 0.03)
                )
            ),
        ];
        var scenario = small.With(options).Build(1000);
        var setting = new PricingSetting(scenario.Base.Model, Priced.Kinds, new Planner(scenario, Priced.Kinds, 1).Grid);
        var kind = new AmericanOption();
        var alone = options.Select(option => Walk(kind.Create(option.Pricing!.Terms, setting), setting)).ToArray();

        var pricers = options.Select(option => kind.Create(option.Pricing!.Terms, setting)).ToArray();
        var together = new double[3 * Threads][];
        Parallel.For(
            0,
            together.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Threads },
            at => together[at] = Walk(pricers[at % 2], setting)
        );

        for (var at = 0; at < together.Length; at++)
            Assert.That(together[at], Is.EqualTo(alone[at % 2]), $"walk {at}");
    }

    /// <summary>Prices on all dates, of paths on which the underlying differs.</summary>
    private static double[] Walk(Pricer pricer, PricingSetting setting)
    {
        var (prices, state) = (new double[Paths], new double[Paths * pricer.StateCount]);
        var all = new List<double>();
        for (var date = 0; date < setting.Grid.Dates.Count; date++)
        {
            var values = Enumerable.Range(0, Paths).Select(path => 0.7 + 0.01 * path + 0.002 * date).ToArray();
            var volatilities = Enumerable.Repeat(0.25, Paths).ToArray();
            pricer.Price(date, new PricingBlock(prices, volatilities, values, state));
            all.AddRange(prices);
        }

        return [.. all];
    }
}
