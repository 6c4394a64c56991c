using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Backtesting;

namespace RiskEngine.Calibration.Tests.Backtesting;

public sealed class PortfolioReturnsTests
{
    private static readonly DateOnly[] dates = [.. Enumerable.Range(1, 4).Select(day => new DateOnly(2026, 1, day))];
    private static readonly PriceHistory history = new(
        dates,
        ["A", "B"],
        [
            [100, 110, double.NaN, 99],
            [10, 10, 11, 11],
        ]
    );

    /// <summary>By hand: A +10% and B 0% at 3 to 1 make 7.5%; then A -10% and B +10%, across the day without a price, make -5%.</summary>
    [Test]
    public void Weighted_simple_returns_are_added_and_made_logarithms()
    {
        var portfolio = PortfolioReturns.Of(history, [("A", 3), ("B", 1)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(portfolio.Returns, Is.EqualTo(new[] { Math.Log(1.075), Math.Log(0.95) }).Within(1e-12));
            Assert.That(portfolio.Dates, Is.EqualTo(new[] { dates[1], dates[3] }));
            Assert.That(portfolio.LeftOut, Is.EqualTo(1));
        }
    }

    [Test]
    public void The_scale_of_weights_does_not_matter() =>
        Assert.That(
            PortfolioReturns.Of(history, [("A", 300), ("B", 100)]).Returns,
            Is.EqualTo(PortfolioReturns.Of(history, [("A", 0.75), ("B", 0.25)]).Returns).Within(1e-14)
        );

    [Test]
    public void A_portfolio_without_common_days_is_refused() =>
        Assert.That(
            () => PortfolioReturns.Of(history, [("A", 1)], new DateOnly(2026, 1, 1)),
            Throws.ArgumentException.With.Message.Contains("two days or more on which A")
        );
}
