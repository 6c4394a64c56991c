using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Simulation.Processes;
using RiskEngine.Simulation.Tests.Processes;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Pricing;

/// <summary>Bonds off simulated short rates.</summary>
public sealed class CouponBondTests
{
    private const int Paths = 64 * 150;

    private static RiskFactor[] Rates { get; } =
    [
        Factors.HullWhite(
            "r",
            0.015,
            3,
            (SmallScenario.AsOf, 0.03),
            (SmallScenario.After("2y"), 0.036),
            (SmallScenario.After("10y"), 0.04)
        ),
        Factors.Reverting("r", 0.015, 2, 0.02, 0.05),
        Factors.SquareRoot("r", 0.1, 1.6, 0.03, 0.05),
    ];

    private static RiskFactor Flat(double rate) => Factors.Fixed("r", rate);

    // By the tower property, discounting the later price along the path gives the price today; this holds the whole of A and B to the
    // process.
    [TestCaseSource(nameof(Rates))]
    public void The_expected_discounted_later_price_is_todays(RiskFactor rate)
    {
        var grid = ProcessRun.Grid("1w", "52w");
        var bonds = Simulated.Kinds.KindOf(rate).Bonds(rate, SmallScenario.AsOf)!;
        var maturity = SmallScenario.After("7y");
        var (integral, last, products) = (new double[Paths], Array.Empty<double>(), Array.Empty<double>());
        var start = 0.0;
        ProcessRun.Of(
            rate,
            grid,
            Paths,
            (date, x) =>
            {
                if (date == 0)
                    start = bonds.At(grid.Dates[0], maturity).Price(x[0]);
                for (var i = 0; date > 0 && i < Paths; i++)
                    integral[i] += (last[i] + x[i]) / 2 * grid.StepYears(date - 1);
                last = [.. x];
                if (date == grid.StepCount)
                    products = [.. x.Select((r, i) => Math.Exp(-integral[i]) * bonds.At(grid.Dates[date], maturity).Price(r))];
            }
        );
        var sample = Sample.Of(products);
        Assert.That(sample.Mean, Is.EqualTo(start).Within(4 * sample.MeanError + 1e-5));
    }

    [TestCaseSource(nameof(Rates))]
    public void A_bond_that_is_due_costs_its_face(RiskFactor rate)
    {
        var bonds = Simulated.Kinds.KindOf(rate).Bonds(rate, SmallScenario.AsOf)!;
        var bond = bonds.At(SmallScenario.After("3y"), SmallScenario.After("3y"));
        Assert.That(bond.Log, Is.Zero.Within(1e-15));
        Assert.That(bond.Slope, Is.Zero);
    }

    // Zero-coupon bonds cost what the curve says: e^(-y t), here with yields linear between the points.
    [TestCase("2y", 0.036)]
    [TestCase("10y", 0.04)]
    [TestCase("20y", 0.04)]
    public void A_Hull_White_curve_gives_back_its_yields(string maturity, double yield)
    {
        var simulated = Simulated.Of(SmallScenario.New().With(Rates[0]).With(Priced.Bond("b", "r", maturity)).Hold("p", ("b", 1)), 1000);
        Assert.That(
            simulated.Planner.StartPrice(new("b")),
            Is.EqualTo(100 * Math.Exp(-yield * SmallScenario.Years(maturity))).Within(1e-10)
        );
    }

    // Vasicek with the letters of Brigo and Mercurio (2006), eq. 3.8, spelt out a second time; coupons of 2 every half year, the first one
    // due in half a year.
    [Test]
    public void On_a_path_it_is_worth_its_coupons_and_face_at_the_paths_rate()
    {
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(0.02)
                .With(Rates[1])
                .With(Priced.Bond("b", "r", "2y", coupon: 0.04))
                .Hold("p", ("b", 1))
                .Watch("r", "1y"),
            1000
        );
        var (k, theta, s) = (Math.Log(2) / 2, 0.05, 0.015);
        double Discount(double r, double tau)
        {
            var b = (1 - Math.Exp(-k * tau)) / k;
            return Math.Exp((theta - s * s / (2 * k * k)) * (b - tau) - s * s / (4 * k) * b * b - b * r);
        }

        double At(string tenor) => SmallScenario.Years(tenor);
        var start =
            2 * (Discount(0.02, At("6m")) + Discount(0.02, At("12m")) + Discount(0.02, At("18m"))) + 102 * Discount(0.02, At("24m"));
        var kept = 2 * Math.Exp(0.02 * (1 - At("6m"))) + 2;
        var expected = simulated
            .Watched("r", "1y")
            .Select(r => (kept + 2 * Discount(r, At("18m") - 1) + 102 * Discount(r, At("24m") - 1)) / start)
            .ToArray();
        Assert.That(simulated.Planner.StartPrice(new("b")), Is.EqualTo(start).Within(1e-10));
        Assert.That(simulated.Values("b").Select((v, i) => Math.Abs(v - expected[i])).Max(), Is.LessThan(1e-6));
    }

    // Where the short rate is the risk-free rate and stands still, nothing is gained by coupons, by when they come, or by redemption.
    [TestCase(0, 2, "5y")]
    [TestCase(0.08, 1, "5y")]
    [TestCase(0.08, 12, "40d")]
    [TestCase(0.03, 4, "11m")]
    [TestCase(0.03, 2, "1y")]
    public void At_a_fixed_rate_it_grows_at_that_rate(double coupon, double frequency, string maturity)
    {
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(0.035)
                .With(Flat(0.035))
                .With(Priced.Bond("b", "r", maturity, coupon, frequency))
                .Hold("p", ("b", 1)),
            1000
        );
        Assert.That(simulated.Values("b"), Is.All.EqualTo((float)Math.Exp(0.035)).Within(1e-6));
    }

    [Test]
    public void A_spread_is_earned_as_it_runs_off()
    {
        var added = Factors.Fixed("s", 0.005);
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .With(Flat(0.03), added)
                .With(Priced.Bond("b", "r", "5y", spread: 0.01, spreadFactor: "s"))
                .Hold("p", ("b", 1)),
            1000
        );
        Assert.That(simulated.Planner.StartPrice(new("b")), Is.EqualTo(100 * Math.Exp(-0.045 * SmallScenario.Years("5y"))).Within(1e-10));
        Assert.That(simulated.Values("b"), Is.All.EqualTo((float)Math.Exp(0.045)).Within(1e-6));
    }

    // Prices know the base case: a case with a higher rate is a surprise of the first day, by the duration of the zero-coupon bond.
    [Test]
    public void A_case_surprises_it()
    {
        var small = SmallScenario
            .New()
            .Until("1m")
            .With(Flat(0.03))
            .With(Priced.Bond("b", "r", "5y"))
            .Hold("p", ("b", 1))
            .Case("up", m => m with { Factors = [Flat(0.04)] });
        var left = SmallScenario.Years("5y") - SmallScenario.Years("1m");
        Assert.That(
            Simulated.Of(small, 1000, "up").Values("b")[0],
            Is.EqualTo(Math.Exp(-0.04 * left + 0.03 * SmallScenario.Years("5y"))).Within(1e-6)
        );
    }

    [Test]
    public void An_event_takes_a_part_of_it_as_long_as_it_is_no_cash()
    {
        var small = SmallScenario
            .New()
            .With(Flat(0))
            .With(Priced.Bond("short", "r", "3m"), Priced.Bond("long", "r", "9m"))
            .Hold("p", ("short", 1), ("long", 1))
            .With(Events.Sure("default", "6m", Effects.Hits(-0.6, "short", "long")));
        var simulated = Simulated.Of(small, 1000);
        Assert.That(simulated.Values("short"), Is.All.EqualTo(1f));
        Assert.That(simulated.Values("long"), Is.All.EqualTo(0.4f).Within(1e-6));
    }

    [Test]
    public void Payments_stand_on_the_same_day_of_the_month_back_from_maturity()
    {
        var instrument = Priced.Bond("b", "r", "1y", 0.06, 4);
        var terms = instrument.Pricing!.Terms with { Dates = new Dictionary<string, DateOnly> { ["maturity"] = new(2026, 12, 31) } };
        Assert.That(
            Simulation.Pricing.CouponBond.Payments(terms, SmallScenario.AsOf),
            Is.EqualTo(
                new[]
                {
                    new DatedValue(new(2026, 3, 31), 1.5),
                    new DatedValue(new(2026, 6, 30), 1.5),
                    new DatedValue(new(2026, 9, 30), 1.5),
                    new DatedValue(new(2026, 12, 31), 101.5),
                }
            )
        );
    }

    [Test]
    public void A_process_that_is_no_short_rate_has_no_bonds()
    {
        var share = Factors.Brownian("m", 0.2);
        Assert.That(new GeometricBrownian().Bonds(share, SmallScenario.AsOf), Is.Null);
    }
}
