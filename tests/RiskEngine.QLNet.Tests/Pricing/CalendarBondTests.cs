using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet.Pricing;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>QLNet's bonds.</summary>
public sealed class CalendarBondTests
{
    private static RiskFactor Curve { get; } =
        Factors.HullWhite("r", 0.012, 5, (SmallScenario.AsOf, 0.03), (SmallScenario.After("10y"), 0.04));

    private static ScenarioBuilder Market { get; } =
        SmallScenario.New().RiskFree(0.025).With(Curve).With(Instruments.Cash("cash")).Hold("all", ("cash", 1));

    // The built-in bond has equal coupons and no holidays: so has this one by 30/360 without a calendar.
    [TestCase("15m", 2)]
    [TestCase("8m", 4)]
    [TestCase("10y", 1)]
    public void Without_holidays_it_is_the_built_in_bond_on_every_path(string maturity, int frequency)
    {
        (string, object)[] terms =
        [
            ("curve", "r"),
            ("maturity", SmallScenario.After(maturity)),
            ("coupon", 0.05),
            ("frequency", frequency),
            ("spread", 0.01),
        ];
        var small = Market.With(Priced.Of("q", new CalendarBond(), terms), Priced.Of("b", new CouponBond(), terms));
        var values = Priced.Simulate(small, 1000);
        Assert.That(Priced.StartPrice(small, "q"), Is.EqualTo(Priced.StartPrice(small, "b")).Within(1e-9));
        Assert.That(values["q"].Zip(values["b"], (q, b) => Math.Abs(q - b)).Max(), Is.LessThan(1e-6));
    }

    // 15 August 2026 is a Saturday: the payment waits until Monday, and is discounted for two days more.
    [Test]
    public void A_payment_on_a_holiday_waits()
    {
        (string, object)[] terms = [("curve", "r"), ("maturity", new DateOnly(2026, 8, 15)), ("coupon", 0), ("frequency", 1)];
        var small = Market.With(
            Priced.Of("rolled", new CalendarBond(), [.. terms, ("calendar", "united-states")]),
            Priced.Of("strict", new CalendarBond(), terms)
        );
        var bonds = Priced.Kinds.KindOf(Curve).Bonds(Curve, SmallScenario.AsOf)!;
        Assert.That(
            Priced.StartPrice(small, "strict"),
            Is.EqualTo(100 * bonds.At(SmallScenario.AsOf, new(2026, 8, 15)).Price(0.03)).Within(1e-10)
        );
        Assert.That(
            Priced.StartPrice(small, "rolled"),
            Is.EqualTo(100 * bonds.At(SmallScenario.AsOf, new(2026, 8, 17)).Price(0.03)).Within(1e-10)
        );
    }

    // A coupon of 6% accrues ACT/360 over 181 and 184 days.
    [Test]
    public void A_day_count_makes_coupons_of_their_days()
    {
        var small = Market.With(
            Priced.Of(
                "q",
                new CalendarBond(),
                ("curve", "r"),
                ("maturity", SmallScenario.After("1y")),
                ("coupon", 0.06),
                ("dayCount", "actual-360")
            )
        );
        var bonds = Priced.Kinds.KindOf(Curve).Bonds(Curve, SmallScenario.AsOf)!;
        double Discount(string tenor) => bonds.At(SmallScenario.AsOf, SmallScenario.After(tenor)).Price(0.03);
        Assert.That(
            Priced.StartPrice(small, "q"),
            Is.EqualTo(6 * 181 / 360.0 * Discount("6m") + (100 + 6 * 184 / 360.0) * Discount("1y")).Within(1e-9)
        );
    }

    // The sum of payments along a path's curve is what QLNet's own engine says of its own bond on that curve.
    [TestCase("none", "30-360")]
    [TestCase("target", "actual-actual")]
    [TestCase("united-states", "actual-365")]
    [TestCase("united-kingdom", "actual-360")]
    [TestCase("china", "actual-actual")]
    public void It_is_worth_what_QLNets_engine_says(string calendar, string dayCount)
    {
        const double Rate = 0.041;
        var bond = Priced.Of(
            "q",
            new CalendarBond(),
            ("curve", "r"),
            ("maturity", new DateOnly(2033, 10, 1)),
            ("coupon", 0.0375),
            ("calendar", calendar),
            ("dayCount", dayCount)
        );
        var scenario = Market.With(bond).Build(1000);
        var setting = new PricingSetting(scenario.Base.Model, Priced.Kinds, new Planner(scenario, Priced.Kinds, 1).Grid);
        var terms = bond.Pricing!.Terms;
        var prices = new double[1];
        new CalendarBond().Create(terms, setting).Price(0, new PricingBlock(prices, [Rate]));

        var expected = ValuationDate.On(
            setting.AsOf,
            () =>
            {
                var twin = BondPayments.Bond(setting.AsOf, terms);
                var curve = new AffineCurve(setting.AsOf, setting.Bonds(new("r"))!, new global::QLNet.SimpleQuote(Rate));
                twin.setPricingEngine(
                    new global::QLNet.DiscountingBondEngine(new global::QLNet.Handle<global::QLNet.YieldTermStructure>(curve))
                );
                return twin.NPV();
            }
        );
        Assert.That(prices[0], Is.EqualTo(expected).Within(1e-10));
    }
}
