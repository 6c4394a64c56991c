using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Planning;

public sealed class OwedCheckTests
{
    private static readonly ScenarioBuilder market = SmallScenario
        .New()
        .With(Factors.Brownian("m", 0.2, premium: 0.04))
        .With(
            Instruments.Equity("share", 0.3, ("m", 1)),
            Instruments.Cash("cash"),
            Instruments.Private("start-up", 0.5, [Instruments.Exit(ExitRoute.Sale, 0.5, 2)])
        );

    [Test]
    public void Owing_more_than_is_owned_is_an_error() =>
        Assert.That(
            Findings(market.Hold("p", ("share", 1), ("cash", -1.5))),
            Has.One.Contains("error: portfolio 'p': expected more owned than owed").And.Contains("found -0.5 USD")
        );

    [Test]
    public void Nobody_lends_stakes_in_private_companies() =>
        Assert.That(
            Findings(market.Hold("p", ("start-up", -1), ("cash", 3))),
            Has.One.Contains("error: portfolio 'p', 'start-up': expected a quantity above 0")
        );

    [Test]
    public void Costs_that_are_not_stated_are_said() =>
        Assert.That(
            Findings(market.Hold("p", ("share", 2), ("cash", -1))),
            Has.One.Contains("notice: portfolio 'p': it owes 'cash', which has no 'borrowCost'")
        );

    [Test]
    public void A_ratio_that_is_never_asked_for_and_one_that_is_broken_today_are_said()
    {
        Assert.That(Findings(market.Hold("p", ("share", 1)).Maintaining(0.25)), Has.One.Contains("it owes nothing"));
        Assert.That(
            Findings(market.Hold("p", ("share", 5), ("cash", -4)).Maintaining(0.25)),
            Has.One.Contains("its equity is 20.0% of what it owns and owes, below its 'maintenance' of 25.0%")
        );
    }

    private static IEnumerable<string> Findings(ScenarioBuilder small) =>
        ScenarioCheck.Of(small.Build(), Simulated.Kinds).Select(d => d.ToString());
}
