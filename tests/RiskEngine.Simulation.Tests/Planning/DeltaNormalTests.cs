using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Tests.Pricing;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Planning;

/// <summary>The deviation of a portfolio's profit by deltas and covariances.</summary>
public sealed class DeltaNormalTests
{
    private const string Horizon = "1w";

    // Hull, Options, Futures, and Other Derivatives, value at risk, model-building approach: $10 million of Microsoft with a volatility of
    // 2% a day and $5 million of AT&T with 1%, correlation 0.3, have a deviation of $220,227 a day.
    [Test]
    public void Two_shares_have_the_deviation_of_hull_s_example()
    {
        var market = SmallScenario
            .New()
            .Until(Horizon)
            .With(Factors.Brownian("microsoft", OfADay(0.02)), Factors.Brownian("att", OfADay(0.01)))
            .Correlate("microsoft", "att", 0.3)
            .With(
                Instruments.Equity("msft", OfADay(0.02), ("microsoft", 1)),
                Instruments.Equity("t", OfADay(0.01), ("att", 1)),
                Instruments.Cash("cash")
            );
        Assert.That(15e6 * Deviation(market.Hold("p", ("msft", 2 / 3.0), ("t", 1 / 3.0))), Is.EqualTo(220_227).Within(0.5));
    }

    // Hull, the same chapter: options whose deltas are 1,000 and 20,000 on shares at 120 and 30, with the volatilities and the correlation
    // above, have a deviation of $7,099 a day: any options with these deltas, for instance calls of two and a half years.
    [Test]
    public void Options_have_the_deviation_of_hull_s_example()
    {
        const double Rate = 0.03;
        var years = SmallScenario.Years("30m");
        var (first, second) = (OfADay(0.02), OfADay(0.01));
        var market = SmallScenario
            .New()
            .RiskFree(Rate)
            .Until(Horizon)
            .With(Factors.Brownian("microsoft", first), Factors.Brownian("att", second))
            .With(Factors.Fixed("vol-1", first), Factors.Fixed("vol-2", second))
            .Correlate("microsoft", "att", 0.3)
            .With(
                Instruments.Equity("msft", first, ("microsoft", 1)),
                Instruments.Equity("t", second, ("att", 1)),
                Priced.Option("call-1", "call", "msft", 120, 110, "30m", "vol-1"),
                Priced.Option("call-2", "call", "t", 30, 33, "30m", "vol-2"),
                Instruments.Cash("cash")
            );
        double Value(double spot, double strike, double volatility, double delta) =>
            delta * BlackScholesPrice(spot, strike, Rate, volatility, years) / DeltaOf(spot, strike, Rate, volatility, years);
        var (one, two) = (Value(120, 110, first, 1000), Value(30, 33, second, 20_000));
        var deviation = Deviation(market.Hold("p", ("call-1", one / (one + two)), ("call-2", two / (one + two))));
        Assert.That((one + two) * deviation, Is.EqualTo(7099).Within(0.5));
    }

    // A zero bond's delta to a short rate that is pulled back is Vasicek's (1977): (1 - exp(-kappa T)) / kappa.
    [Test]
    public void A_bond_moves_by_its_duration()
    {
        var kappa = Math.Log(2) / 3;
        var market = SmallScenario
            .New()
            .With(Factors.Reverting("rate", 0.01, halfLife: 3, start: 0.04))
            .With(Priced.Bond("bond", "rate", "8y"), Instruments.Cash("cash"));
        var delta = (1 - Math.Exp(-kappa * SmallScenario.Years("8y"))) / kappa;
        var deviation = 0.01 * Math.Sqrt((1 - Math.Exp(-2 * kappa)) / (2 * kappa));
        Assert.That(Deviation(market.Until("1y").Hold("p", ("bond", 1)), "1y"), Is.EqualTo(delta * deviation).Within(1e-6));
    }

    // What is owed has its delta turned round; own risk of each instrument counts once, whatever its law: a share against itself has none.
    [Test]
    public void A_short_position_takes_off_and_own_risk_counts_once()
    {
        RiskFactor own = Factors.Garch("own", 0.3, 0.1, 0.85, observations: 52);
        var market = SmallScenario
            .New()
            .Until("1y")
            .With(Factors.Brownian("m", 0.2))
            .With(Instruments.Equity("share", own, ("m", 1.5)), Instruments.Equity("fund", 0.2, ("m", 1)), Instruments.Cash("cash"));
        Assert.That(Deviation(market.Hold("p", ("share", 1)), "1y"), Is.EqualTo(Math.Sqrt(0.09 + 0.09)).Within(0.3).Percent);
        Assert.That(Deviation(market.Hold("p", ("share", 1), ("fund", -1.5), ("cash", 1.5)), "1y"), Is.EqualTo(0.3).Within(0.3).Percent);
    }

    private static double OfADay(double volatility) => volatility / Math.Sqrt(SmallScenario.Years(Horizon));

    private static double Deviation(ScenarioBuilder market, string horizon = Horizon)
    {
        var scenario = market.Build(1000, 1);
        return new Planner(scenario, Simulated.Kinds, 1)
            .DeltaNormalOf(scenario.Base.Model)
            .Deviation(scenario.Base.Model.Portfolios[0], SmallScenario.After(horizon));
    }

    private static double BlackScholesPrice(double spot, double strike, double rate, double volatility, double years)
    {
        var second = First(spot, strike, rate, volatility, years) - (volatility * Math.Sqrt(years));
        return (spot * DeltaOf(spot, strike, rate, volatility, years)) - (strike * Math.Exp(-rate * years) * Normal.CDF(0, 1, second));
    }

    private static double DeltaOf(double spot, double strike, double rate, double volatility, double years) =>
        Normal.CDF(0, 1, First(spot, strike, rate, volatility, years));

    private static double First(double spot, double strike, double rate, double volatility, double years) =>
        (Math.Log(spot / strike) + ((rate + (volatility * volatility / 2)) * years)) / (volatility * Math.Sqrt(years));
}
