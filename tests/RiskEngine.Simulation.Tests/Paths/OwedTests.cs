using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>Portfolios that owe something: shares sold short, cash borrowed. One lognormal share has closed forms for all of it.</summary>
public sealed class OwedTests
{
    private const double Rate = 0.03;
    private const double Premium = 0.05;
    private const double Volatility = 0.3;
    private const double Fee = 0.02;
    private const double Spread = 0.015;

    private static readonly ScenarioBuilder market = SmallScenario
        .New()
        .RiskFree(Rate)
        .Until("3m", "1y")
        .With(Factors.Brownian("m", Volatility, premium: Premium))
        .With(
            Instruments.Equity("share", Volatility, ("m", 1)) with
            {
                BorrowCost = Fee,
            },
            Instruments.Cash("cash") with
            {
                BorrowCost = Spread,
            }
        );

    private static readonly Simulated simulated = Simulated.Of(
        market.Hold("short", ("share", -1), ("cash", 2)).Hold("levered", ("share", 2), ("cash", -1)).Hold("long", ("share", 1))
    );

    // Two in cash at the rate, one share owed whose owner gets its return, and the fee: 2 e^r - S e^fee.
    [Test]
    public void A_short_sale_loses_what_the_share_gains_and_the_fee()
    {
        var profits = Sample.Of(simulated.Profits("short", horizon: 1));
        Within.FourErrorsOfMean(profits, 2 * Math.Exp(Rate) - Math.Exp(Rate + Premium + Fee) - 1);
        var worst = 2 * Math.Exp(Rate) - Share(0.95) * Math.Exp(Fee) - 1;
        Within.FourErrorsOfShare(simulated.Profits("short", horizon: 1).Count(x => x <= worst), Simulated.Paths, 0.05, "VaR 95%");
    }

    // Hull (2018), section 5.2: what is borrowed grows at the rate that the lender asks.
    [Test]
    public void Leverage_pays_for_its_credit()
    {
        var profits = Sample.Of(simulated.Profits("levered", horizon: 1));
        Within.FourErrorsOfMean(profits, 2 * Math.Exp(Rate + Premium) - Math.Exp(Rate + Spread) - 1);
        var worst = 2 * Share(0.01) - Math.Exp(Rate + Spread) - 1;
        Within.FourErrorsOfShare(simulated.Profits("levered", horizon: 1).Count(x => x <= worst), Simulated.Paths, 0.01, "VaR 99%");
    }

    // More than all is lost where the shares are worth less than the loan; and nothing is sold on the way there.
    [Test]
    public void Losses_may_exceed_all_there_was()
    {
        var z = (Math.Log(Math.Exp(Rate + Spread) / 2) - (Rate + Premium - Volatility * Volatility / 2)) / Volatility;
        var lost = simulated.Profits("levered", horizon: 1).Count(x => x < -1);
        Within.FourErrorsOfShare(lost, Simulated.Paths, Normal.CDF(0, 1, z));
        Assert.That(lost, Is.GreaterThan(500));
        Assert.That(simulated.Drawdowns("levered", horizon: 1).Max(), Is.EqualTo(1).Within(1e-6));
    }

    // Steps of a day see the drawdowns that steps of a month work out between their ends.
    [Test]
    public void Drawdowns_on_credit_are_those_of_every_day()
    {
        float[] Drawdowns(string step) =>
            Simulated.Of(market.Every(step).Hold("p", ("share", 2), ("cash", -1)), 20_000).Drawdowns("p", horizon: 1);
        var (months, days) = (Sample.Of(Drawdowns("1m")), Sample.Of(Drawdowns("1d")));
        Assert.That(months.Mean, Is.EqualTo(days.Mean).Within(4).Percent);
    }

    // First passage of a Brownian motion with drift (Harrison 1985, eq. 1.8.11): equity below m of 2 S where ln S - (r + spread) t is
    // below -ln(2 (1 - m)).
    [TestCase(0, 0.25)]
    [TestCase(1, 0.25)]
    [TestCase(1, 0.4)]
    public void The_probability_of_a_call_on_a_loan_is_that_of_first_passage(int horizon, double ratio)
    {
        var levered = Simulated.Of(market.Hold("p", ("share", 2), ("cash", -1)).Maintaining(ratio), 50_000);
        var expected = FirstPassage(Math.Log(2 * (1 - ratio)), Premium - Spread - Volatility * Volatility / 2, Years(horizon));
        HoldsWithin(levered.MarginCalls(horizon), expected);
    }

    // Two in cash against one share: called where S e^(fee t) (1 + m) is above 2 e^(r t).
    [TestCase(0)]
    [TestCase(1)]
    public void So_is_that_on_a_short_sale(int horizon)
    {
        var sold = Simulated.Of(market.Hold("p", ("share", -1), ("cash", 2)).Maintaining(0.3), 50_000);
        var expected = FirstPassage(Math.Log(2 / 1.3), -(Premium + Fee - Volatility * Volatility / 2), Years(horizon));
        HoldsWithin(sold.MarginCalls(horizon), expected);
    }

    [Test]
    public void A_call_that_is_due_today_is_sure() =>
        Assert.That(Simulated.Of(market.Hold("p", ("share", 5), ("cash", -4)).Maintaining(0.25), 1000).MarginCalls(), Is.All.EqualTo(1f));

    // What is bought for a tenth of the equity is borrowed: its gain is a tenth of the share's less that of cash, whatever the portfolio
    // is worth then.
    [Test]
    public void Advice_is_paid_by_cash()
    {
        var advised = Simulated.Of(
            market.Hold("p", ("share", 2), ("cash", -1)).With(Advice.Buy("buy", 0.1, "0d", "2y", ("share", 1.0))),
            2000
        );
        var values = advised.Values("share");
        var (held, only) = (advised.Profits("p", horizon: 1), advised.Profits("p", advised.Variants.Only(0), 1));
        for (var k = 0; k < held.Length; k++)
            Assert.That(only[k] - held[k], Is.EqualTo(0.1 * (values[k] - Math.Exp(Rate))).Within(1e-5));
    }

    // Half of a short sale bought back for what it costs, and a hundredth on top: 1 / 0.99 is paid for each unit that arrives.
    [Test]
    public void Reducing_a_short_sale_buys_a_part_back()
    {
        var cover = Advice.Reduce("cover", 0.5, "0d", "2y", "share") with { Cost = 0.01 };
        var advised = Simulated.Of(market.Hold("p", ("share", -1), ("cash", 2)).With(cover), 2000);
        var values = advised.Values("share");
        var (held, only) = (advised.Profits("p", horizon: 1), advised.Profits("p", advised.Variants.Only(0), 1));
        for (var k = 0; k < held.Length; k++)
            Assert.That(only[k] - held[k], Is.EqualTo(0.5 * (values[k] - Math.Exp(Rate) / 0.99)).Within(1e-5));
    }

    // What owes nothing is simulated to the same bits beside what does.
    [Test]
    public void Who_owes_nothing_is_not_touched() =>
        Assert.That(
            simulated.Profits("long", horizon: 1),
            Is.EqualTo(Simulated.Of(market.Hold("long", ("share", 1))).Profits("long", horizon: 1))
        );

    /// <summary>The share's quantile after a year.</summary>
    private static double Share(double probability) =>
        Math.Exp(Rate + Premium - Volatility * Volatility / 2 + Volatility * Normal.InvCDF(0, 1, probability));

    private static double Years(int horizon) => SmallScenario.Years(horizon == 0 ? "3m" : "1y");

    /// <summary>That a motion with a drift falls by a distance within so many years.</summary>
    private static double FirstPassage(double distance, double drift, double years)
    {
        var deviation = Volatility * Math.Sqrt(years);
        return Normal.CDF(0, 1, (-distance - drift * years) / deviation)
            + Math.Exp(-2 * drift * distance / (Volatility * Volatility)) * Normal.CDF(0, 1, (-distance + drift * years) / deviation);
    }

    /// <summary>Within four errors, and what 1,024 paths do not know of a step's deviation: 2%, of a fifth of the calls.</summary>
    private static void HoldsWithin(float[] calls, double expected)
    {
        var sample = Sample.Of(calls);
        Assert.That(expected, Is.InRange(0.003, 0.9));
        Assert.That(sample.Mean, Is.EqualTo(expected).Within(4 * sample.MeanError + 0.01 * expected));
    }
}
