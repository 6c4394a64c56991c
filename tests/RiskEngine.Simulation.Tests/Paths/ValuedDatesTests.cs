using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>Profits look at few dates, drawdowns at all: what is not looked at is not valued, and changes nothing.</summary>
public sealed class ValuedDatesTests
{
    private const int Paths = 3000;

    [Test]
    public void Profits_alone_are_the_bits_of_those_beside_drawdowns()
    {
        // All that moves values between the dates that are looked at: own risk, events that fade, exits and down rounds, trades that wait
        // for an exit.
        var scenario = SmallScenario
            .New()
            .Until("3y")
            .RiskFree(0.03)
            .With(Factors.Brownian("m", 0.2, drift: 0))
            .With(Instruments.Equity("share", 0.25, ("m", 1)), Instruments.Equity("other", 0.2, ("m", 0.5)), Instruments.Cash("cash"))
            .With(
                Instruments.Private(
                    "company",
                    0.4,
                    [
                        Instruments.Exit(ExitRoute.Listing, 0.3, 1.5),
                        Instruments.Exit(ExitRoute.Sale, 0.2, 2),
                        Instruments.Exit(ExitRoute.DownRound, 0.4, 0.6),
                    ],
                    ("m", 1)
                )
            )
            .Hold("p", ("share", 50), ("company", 30), ("cash", 20))
            .With(
                Events.Of("crash", 0.5, "1m", "2y", Effects.Hits(-0.3, "share", "company").Recovering("6m", 0.5)),
                Events.Of("storm", 0.5, "1m", "2y", Effects.Shifts(EffectChannel.Volatility, 0.5, "m").Recovering("1y"))
            )
            .With(Advice.Buy("buy", 0.1, "2m", "10m", ("company", 0.5), ("other", 0.5)), Advice.Reduce("sell", 0.1, "1m", "20m", "share"))
            .Build(Paths, seed: 7);
        var simulator = new PathSimulator(new Planner(scenario, Simulated.Kinds, 7), Paths, 2);
        CaseOutcomes Run(OutcomeColumns kept) =>
            simulator.Simulate(
                new SimulatedCase(scenario.Base),
                new OutcomeSelection(VariantSelection.All)
                {
                    Only = [.. Everywhere(scenario).Select(at => new KeptColumns(at.Portfolio, at.Variant, at.Horizon, kept))],
                },
                null,
                default
            );
        var (profits, both) = (Run(OutcomeColumns.Profits), Run(OutcomeColumns.Both));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(profits.Cube.HasDrawdowns, Is.False);
            foreach (var (p, v, h) in Everywhere(scenario))
                Assert.That(profits.Cube.Profits(p, v, h), Is.EqualTo(both.Cube.Profits(p, v, h)), $"{v}, {h}");
        }
    }

    private static IEnumerable<(PortfolioIndex Portfolio, VariantIndex Variant, HorizonIndex Horizon)> Everywhere(Scenario scenario) =>
        from p in PortfolioIndex.First(scenario.Base.Model.Portfolios.Count)
        from v in scenario.Base.Model.Variants.All
        from h in HorizonIndex.First(scenario.Horizons.Count)
        select (p, v, h);
}
