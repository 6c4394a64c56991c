using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;
using RiskEngine.QLNet.Pricing;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>Swaps held with their notional.</summary>
public sealed class FundedSwapTests
{
    private static RiskFactor Curve { get; } =
        Factors.HullWhite(
            "r",
            0.012,
            5,
            (SmallScenario.AsOf, 0.03),
            (SmallScenario.After("5y"), 0.036),
            (SmallScenario.After("10y"), 0.04)
        );

    private static ScenarioBuilder Market(RiskFactor curve) =>
        SmallScenario.New().RiskFree(0.03).With(curve).With(Instruments.Cash("cash")).Hold("all", ("cash", 1));

    private static Instrument Swap(string id, string side, double rate, string maturity = "5y") =>
        Priced.Of(
            id,
            new FundedSwap(),
            ("curve", "r"),
            ("side", side),
            ("rate", rate),
            ("maturity", SmallScenario.After(maturity)),
            ("fixedFrequency", 1)
        );

    /// <summary>(1 - P(T)) / sum of P: yearly coupons of 30/360, all periods whole.</summary>
    private static double ParRate(RiskFactor curve, int years)
    {
        var bonds = Priced.Kinds.KindOf(curve).Bonds(curve, SmallScenario.AsOf)!;
        var start = curve.Kind == "fixed" ? curve.Parameter("value").Mean : curve.Path[0].Value;
        double Discount(int year) => bonds.At(SmallScenario.AsOf, SmallScenario.AsOf.AddYears(year)).Price(start);
        return (1 - Discount(years)) / Enumerable.Range(1, years).Sum(Discount);
    }

    [TestCase("payer")]
    [TestCase("receiver")]
    public void A_swap_at_par_is_worth_nothing_beside_its_notional(string side) =>
        Assert.That(Priced.StartPrice(Market(Curve).With(Swap("s", side, ParRate(Curve, 5))), "s"), Is.EqualTo(100).Within(1e-9));

    // Off par it is worth the difference of the rates times the annuity.
    [Test]
    public void A_lower_fixed_rate_is_worth_its_annuity()
    {
        var bonds = Priced.Kinds.KindOf(Curve).Bonds(Curve, SmallScenario.AsOf)!;
        var annuity = Enumerable.Range(1, 5).Sum(y => bonds.At(SmallScenario.AsOf, SmallScenario.AsOf.AddYears(y)).Price(0.03));
        Assert.That(
            Priced.StartPrice(Market(Curve).With(Swap("s", "payer", ParRate(Curve, 5) - 0.01)), "s"),
            Is.EqualTo(100 + annuity).Within(1e-9)
        );
    }

    // After a year, on a day of both legs' payments, what is left is a new swap of four years, 100 (1 - P(4)) - rate x annuity; before came
    // four floating payments, each fixed by the path's rate three months earlier, and one fixed payment.
    [Test]
    public void On_a_path_it_is_worth_what_is_left_and_what_was_paid()
    {
        double[] rates = [0.03, 0.034, 0.027, 0.031, 0.04];
        DateOnly[] days = [.. Enumerable.Range(0, 5).Select(q => SmallScenario.AsOf.AddMonths(3 * q))];
        var bonds = Priced.Kinds.KindOf(Curve).Bonds(Curve, SmallScenario.AsOf)!;
        var expected = 100 * Math.Exp(0.03);
        for (var q = 0; q < 4; q++)
        {
            expected +=
                100 * (1 / bonds.At(days[q], days[q + 1]).Price(rates[q]) - 1) * Math.Exp(0.03 * DayCount.Years(days[q + 1], days[4]));
        }

        double Discount(int year) => bonds.At(days[4], SmallScenario.AsOf.AddYears(year)).Price(rates[4]);
        expected += -3.5 + 100 * (1 - Discount(5)) - 3.5 * Enumerable.Range(2, 4).Sum(Discount);

        var swap = Swap("s", "payer", 0.035);
        var pricer = swap.Pricing!.Kind.Create(
            swap.Pricing.Terms,
            new PricingSetting(Market(Curve).Model, Priced.Kinds, new TimeGrid(days))
        );
        var (prices, state) = (new double[1], new double[pricer.StateCount]);
        for (var q = 0; q < 5; q++)
            pricer.Price(q, new PricingBlock(prices, [rates[q]], [], state));

        Assert.That(prices[0], Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void What_one_side_gains_the_other_loses()
    {
        var rate = ParRate(Curve, 5);
        var small = Market(Curve)
            .With(
                Swap("pay", "payer", rate),
                Swap("get", "receiver", rate),
                Priced.Of("zero", new Simulation.Pricing.CouponBond(), ("curve", "r"), ("maturity", SmallScenario.After("5y")))
            );
        var values = Priced.Simulate(small, 1000);
        Assert.That(
            values["pay"].Zip(values["get"], (p, g) => Math.Abs(p + g - 2 * Math.Exp(0.03))).Max(),
            Is.LessThan(1e-6),
            "the two sides are each other's mirror"
        );
        Assert.That(Correlation(values["get"], values["zero"]), Is.GreaterThan(0.99), "who receives the fixed rate gains as a bond does");
    }

    // Where the curve is the risk-free rate and stands still, nothing is won or lost.
    [TestCase("1y")]
    [TestCase("7m")]
    [TestCase("6y")]
    public void At_a_fixed_rate_it_grows_at_that_rate(string maturity)
    {
        var flat = Factors.Fixed("r", 0.03);
        var small = Market(flat).With(Swap("s", "payer", 0.05, maturity));
        var start = Priced.StartPrice(small, "s");
        Assert.That(start, Is.LessThan(100));
        Assert.That(Priced.Simulate(small, 1000)["s"], Is.All.EqualTo((float)Math.Exp(0.03)).Within(1e-6));
    }

    [Test]
    public void A_curve_is_a_short_rate() =>
        Assert.That(
            Priced.Problems(Market(Factors.Brownian("r", 0.1)).With(Swap("s", "payer", 0.03))),
            Is.EqualTo(
                new[]
                {
                    "instrument 's': expected a curve that is a short rate with bond prices in closed form (such as hull-white), found "
                        + "'r' of kind 'geometric-brownian'",
                }
            )
        );

    private static double Correlation(float[] first, float[] second) =>
        Sample.Correlation([.. first.Select(x => (double)x)], [.. second.Select(x => (double)x)]);
}
