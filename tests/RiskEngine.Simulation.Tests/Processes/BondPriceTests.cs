using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// Zero-coupon bonds discounted along simulated short rates, weekly steps. The trapezoid rule between dates adds less than 1e-6 beside the
/// kinks of a curve, which stand on grid dates and add at most half a step times the jump of the forward rate.
/// </summary>
public sealed class BondPriceTests
{
    private const int Paths = 64 * 500;

    // Cox, Ingersoll and Ross (1985), eq. 23.
    [TestCase(0.02)]
    [TestCase(0.09)]
    public void A_square_root_rate_gives_their_closed_form(double start)
    {
        var grid = ProcessRun.Grid("1w", "104w");
        var (kappa, theta, sigma, t) = (Math.Log(2) / 1.6, 0.05, 0.12, grid.Years[^1]);
        var g = Math.Sqrt(kappa * kappa + 2 * sigma * sigma);
        var below = (g + kappa) * (Math.Exp(g * t) - 1) + 2 * g;
        var a = Math.Pow(2 * g * Math.Exp((kappa + g) * t / 2) / below, 2 * kappa * theta / (sigma * sigma));
        var b = 2 * (Math.Exp(g * t) - 1) / below;
        var price = Sample.Of(ProcessRun.Discounts(Factors.SquareRoot("r", sigma, 1.6, start, theta), grid, Paths));
        Within.FourErrorsOfMean(price, a * Math.Exp(-b * start));
    }

    [TestCase("26w")]
    [TestCase("52w")]
    [TestCase("130w")]
    public void A_Hull_White_rate_gives_the_curve(string maturity)
    {
        var curve = Factors.HullWhite(
            "r",
            0.015,
            3,
            (SmallScenario.After("0d"), 0.03),
            (SmallScenario.After("52w"), 0.036),
            (SmallScenario.After("104w"), 0.035)
        );
        var grid = ProcessRun.Grid("1w", maturity);
        var t = grid.Years[^1];
        var yield = maturity switch
        {
            "26w" => 0.033,
            "52w" => 0.036,
            _ => 0.035,
        };
        var price = Sample.Of(ProcessRun.Discounts(curve, grid, Paths));

        // Forwards jump by 0.007 after one year, and up by 0.002 after two; half a week of both is all that may be missing.
        Assert.That(price.Mean, Is.EqualTo(Math.Exp(-yield * t)).Within(4 * price.MeanError + 0.5 / 52 * 0.009));
    }

    [Test]
    public void Without_volatility_the_rate_is_the_forward_rate()
    {
        var curve = Factors.HullWhite("r", 0, 3, (SmallScenario.AsOf, 0.02), (SmallScenario.After("1y"), 0.04));
        var grid = ProcessRun.Grid("1m", "1y");
        ProcessRun.Of(
            curve,
            grid,
            64,
            (date, x) =>
            {
                var t = grid.Years[date];
                Assert.That(x, Is.All.EqualTo(t < 1 ? 0.02 + 0.02 * t + t * 0.02 : 0.04).Within(1e-12));
            }
        );
    }

    // The rate's variance is Vasicek's, and its mean the forward with half of the bond's variance: Brigo and Mercurio (2006), section
    // 3.3.1.
    [Test]
    public void The_rate_is_normal_about_forward_and_convexity()
    {
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(0.02)
                .With(Factors.HullWhite("r", 0.02, 2, (SmallScenario.AsOf, 0.03)))
                .With(Instruments.Equity("fund", 0.2, ("r", -7)), Instruments.Cash("cash"))
                .Hold("p", ("fund", 1))
                .Watch("r", "1y")
        );
        var kappa = Math.Log(2) / 2;
        var b = (1 - Math.Exp(-kappa)) / kappa;
        var sample = Sample.Of(simulated.Watched("r", "1y"));
        Within.FourErrorsOfMean(sample, 0.03 + 0.02 * 0.02 * b * b / 2);
        Within.FourErrorsOfVariance(sample, 0.02 * 0.02 * (1 - Math.Exp(-2 * kappa)) / (2 * kappa));
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("fund")), Math.Exp(0.02));
    }

    [Test]
    public void A_curve_is_of_decimals_from_the_as_of_date_on()
    {
        var curve = Factors.HullWhite("r", 0.01, 3, (SmallScenario.After("1y"), 3.5));
        Assert.That(
            Simulated.Kinds.KindOf(curve).Check(curve, SmallScenario.AsOf),
            Is.EqualTo(
                new[]
                {
                    "expected a path that starts on or before the as-of date 2026-01-01, found a first point on 2027-01-01",
                    "expected zero yields as decimals between -1 and 1, found 3.5 on 2027-01-01",
                }
            )
        );
    }
}
