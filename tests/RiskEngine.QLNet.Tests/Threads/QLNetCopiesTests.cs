using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet.Pricing;
using RiskEngine.QLNet.Threads;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Threads;

/// <summary>Copies of QLNet, which keep threads out of each other's way.</summary>
public sealed class QLNetCopiesTests
{
    private const int Copies = 4;
    private const int Paths = 64;

    [Test]
    public void No_copy_shares_static_state_with_another()
    {
        var copies = new QLNetCopies(3);
        var taken = Enumerable.Range(0, 3).Select(_ => copies.Take()).ToArray();
        var kinds = taken.Select(copy => copy.Kind(typeof(AmericanOption))).ToArray();

        Assert.That(taken.Select(copy => copy.Number), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(kinds.Select(kind => kind.GetType().Assembly).Distinct().Count(), Is.EqualTo(3));
        Assert.That(kinds.Select(kind => kind.Name), Is.All.EqualTo("qlnet-american-option"));
        Assert.That(kinds[1].GetType().BaseType, Is.SameAs(typeof(PricingKind)));
    }

    [Test]
    public void A_copy_that_is_given_back_is_taken_again()
    {
        var copies = new QLNetCopies(1);
        var copy = copies.Take();
        copies.GiveBack(copy);

        Assert.That(copies.Take(), Is.SameAs(copy));
    }

    [Test]
    public void One_who_finds_none_free_waits_for_it()
    {
        var copies = new QLNetCopies(1);
        var copy = copies.Take();
        var other = Task.Run(copies.Take);
        Assert.That(other.IsCompleted, Is.False);
        copies.GiveBack(copy);

        Assert.That(other.GetAwaiter().GetResult(), Is.SameAs(copy));
    }

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

        var concurrent = new ConcurrentKind(kind, new QLNetCopies(Copies));
        var pricers = options.Select(option => concurrent.Create(option.Pricing!.Terms, setting)).ToArray();
        var together = new double[3 * Copies][];
        Parallel.For(
            0,
            together.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Copies },
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
