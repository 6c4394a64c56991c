using RiskEngine.Simulation.Pricing;

namespace RiskEngine.Simulation.Tests.Pricing;

/// <summary>The formula against a textbook's figures and what must hold for any option.</summary>
public sealed class BlackScholesTests
{
    // Hull (2018), Options, Futures, and Other Derivatives, example 15.6: S 42, K 40, r 10%, volatility 20%, six months.
    [TestCase(true, 4.76)]
    [TestCase(false, 0.81)]
    public void Options_cost_what_the_textbook_says(bool isCall, double price) =>
        Assert.That(BlackScholes.Price(isCall, 42, 40, 0.1, 0, 0.2, 0.5), Is.EqualTo(price).Within(0.005));

    // Haug (2007), The Complete Guide to Option Pricing Formulas, section 1.1.2: a put on an index, S 100, K 95, r 10%, q 5%, volatility
    // 20%, six months.
    [Test]
    public void A_dividend_yield_is_counted_as_the_handbook_does() =>
        Assert.That(BlackScholes.Price(false, 100, 95, 0.1, 0.05, 0.2, 0.5), Is.EqualTo(2.4648).Within(0.00005));

    [TestCase(80, 0.3, 0.05, 0.02, 2.0)]
    [TestCase(130, 0.1, -0.01, 0, 0.1)]
    [TestCase(100, 1.5, 0, 0.1, 5)]
    public void A_call_less_a_put_is_the_forward(double spot, double volatility, double rate, double dividendYield, double years)
    {
        var difference =
            BlackScholes.Price(true, spot, 100, rate, dividendYield, volatility, years)
            - BlackScholes.Price(false, spot, 100, rate, dividendYield, volatility, years);
        Assert.That(difference, Is.EqualTo(spot * Math.Exp(-dividendYield * years) - 100 * Math.Exp(-rate * years)).Within(1e-12 * spot));
    }

    [TestCase(0, 1)]
    [TestCase(-0.1, 1)]
    [TestCase(0.3, 0)]
    public void Without_volatility_or_time_the_forward_is_certain(double volatility, double years)
    {
        Assert.That(BlackScholes.Price(true, 110, 100, 0.05, 0, volatility, years), Is.EqualTo(110 - 100 * Math.Exp(-0.05 * years)));
        Assert.That(BlackScholes.Price(false, 110, 100, 0.05, 0, volatility, years), Is.Zero);
    }

    [Test]
    public void An_underlying_that_is_worth_nothing_leaves_the_put_its_strike() =>
        Assert.That(BlackScholes.Price(false, 0, 100, 0.05, 0, 0.3, 2), Is.EqualTo(100 * Math.Exp(-0.1)));
}
