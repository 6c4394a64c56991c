using RiskEngine.Abstractions.Building;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>What is measured of portfolios that owe something.</summary>
public sealed class OwedTests
{
    private static readonly RiskResults results = Runs.Of(
        SmallScenario
            .New()
            .Until("3m", "1y")
            .RiskFree(0.03)
            .With(Factors.Brownian("m", 0.2, premium: 0.05))
            .With(
                Instruments.Equity("a", 0.3, ("m", 1.2)),
                Instruments.Equity("b", 0.35, ("m", 1)) with
                {
                    BorrowCost = 0.02,
                },
                Instruments.Cash("cash") with
                {
                    BorrowCost = 0.015,
                }
            )
            .Hold("p", ("a", 1.8), ("b", -0.5), ("cash", -0.3))
            .Maintaining(0.25)
            .With(Advice.Buy("more", 0.2, "1m", "6m", ("a", 1.0)))
            .Hold("long", ("a", 0.5), ("cash", 0.5)),
        20_000
    );

    [Test]
    public void Contributions_of_what_is_held_and_owed_add_up()
    {
        var split = results.Attribution!.Contributions.First(c => c.Portfolio.Id.Value == "p");
        Assert.That(split.Positions.Select(p => p.Weight), Is.EqualTo(new double?[] { 1.8, -0.5, -0.3 }).Within(1e-12));
        Assert.That(split.Positions.Sum(p => p.Volatility.Value), Is.EqualTo(split.Total.Volatility).Within(1e-6));
        Assert.That(split.Positions.Sum(p => p.Es95.Value), Is.EqualTo(split.Total.Es95).Within(1e-5));
        var measured = results.Base.Portfolios[0].AsHeld.Horizons[1].Measures;
        Assert.That(split.Total.Es95, Is.EqualTo(measured.Es95.Value).Within(1e-5));
        Assert.That(split.Positions[1].Volatility.Value, Is.Negative, "a hedge");
    }

    [Test]
    public void Calls_for_margin_are_by_portfolio_and_horizon_and_only_grow()
    {
        var margin = results.Base.Margins.Single();
        Assert.That(margin.Portfolio.Id.Value, Is.EqualTo("p"));
        Assert.That(margin.EquityRatio, Is.EqualTo(1 / 2.3).Within(1e-12));
        var (soon, late) = (margin.Calls[0].Probability, margin.Calls[1].Probability);
        Assert.That(soon.Value, Is.InRange(0, late.Value));
        Assert.That(late.Value, Is.InRange(0.001, 0.5));
        Assert.That(late.StandardError, Is.InRange(1e-5, 0.01));
    }
}
