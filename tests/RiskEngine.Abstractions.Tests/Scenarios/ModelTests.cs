using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Testing;

namespace RiskEngine.Abstractions.Tests.Scenarios;

public sealed class ModelTests
{
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .With(
            RiskEngine.Abstractions.Building.Factors.Brownian("first", 0.1),
            RiskEngine.Abstractions.Building.Factors.Brownian("second", 0.1),
            RiskEngine.Abstractions.Building.Factors.Brownian("third", 0.1)
        )
        .With(Instruments.Equity("a", 0.5, ("third", 0.4), ("first", 1)), Instruments.Equity("b", 0.5))
        .With(Said("third", 0.2, "a", "b"), Said("second", -0.3, "a"));

    [Test]
    public void Exposures_of_market_and_articles_add_up_in_the_order_of_the_factors()
    {
        var model = small.Build().Base.Model;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                model.ExposuresOf(model.Instruments[0]),
                Is.EqualTo(new Exposure[] { new(new("first"), 1), new(new("second"), -0.3), new(new("third"), 0.4 + 0.2) })
            );
            Assert.That(model.ExposuresOf(model.Instruments[1]), Is.EqualTo(new Exposure[] { new(new("third"), 0.2) }));
        }
    }

    [Test]
    public void Events_are_the_risks_and_then_the_deals_that_may_close()
    {
        var model = small.Deal("deal", Events.Sure("closes", "1y")).With(Events.Of("risk", 0.1, "0d", "1y")).Build().Base.Model;
        Assert.That(model.Events.Select(e => e.Id.Value), Is.EqualTo(new[] { "risk", "closes" }));
    }

    [Test]
    public void A_portfolio_s_weights_add_to_one()
    {
        var portfolio = small.Hold("p", ("a", 30), ("b", 10)).Build().Base.Model.Portfolios[0];
        Assert.That(portfolio.Positions.Select(portfolio.Weight), Is.EqualTo(new[] { 0.75, 0.25 }));
    }

    private static ThesisExposure Said(string factor, double size, params string[] who) =>
        new(
            [.. who.Select(w => new Identity.Id<Instrument>(w))],
            null,
            new Identity.Id<RiskFactor>(factor),
            size,
            ScenarioBuilder.Claim,
            size > 0
        );
}
