using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Outcomes;

/// <summary>What is kept of the paths, and that what is not there is no trouble.</summary>
public sealed class CaseOutcomesTests
{
    private static readonly PortfolioIndex first = new(0);

    private static readonly ScenarioBuilder plain = SmallScenario
        .New()
        .Until("3m", "7m")
        .With(Instruments.Equity("a", 0.2))
        .Hold("p", ("a", 1));

    [Test]
    public void A_scenario_without_factors_can_have_fans()
    {
        var outcomes = Simulate(plain, new OutcomeSelection(VariantSelection.All, Resolved: true, Fans: true));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.FactorFans.Count, Is.Zero);
            Assert.That(outcomes.PortfolioFans[first, VariantSet.AsHeld], Has.Count.EqualTo(8), "a column a month, and the as-of date");
            Assert.That(
                outcomes.PortfolioFans[first, VariantSet.AsHeld, 7].Zip(AsHeld(outcomes, 1), (value, profit) => value - 1 - profit),
                Is.All.EqualTo(0).Within(1e-6)
            );
        }
    }

    [Test]
    public void Factor_fans_are_kept_on_every_third_date_and_the_last_of_the_first_paths()
    {
        var outcomes = Simulate(
            plain.With(Factors.Brownian("x", 0.3, start: 7)).Watch("x", "7m"),
            new OutcomeSelection(VariantSelection.None, Resolved: true, Fans: true),
            10_000
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.FanDates, Is.EqualTo(new[] { 0, 3, 6, 7 }));
            Assert.That(outcomes.FactorFans[0, 0], Is.All.EqualTo(7f));
            Assert.That(outcomes.FactorFans[0, 3], Is.EqualTo(outcomes.Indicators[0].Take(OutcomeSelection.FanPaths)));
        }
    }

    [Test]
    public void An_indicator_may_be_read_on_the_as_of_date()
    {
        var outcomes = Simulate(
            plain.With(Factors.Brownian("x", 0.3, start: 7)).Watch("x", "0d"),
            new OutcomeSelection(VariantSelection.None, Resolved: true)
        );
        Assert.That(outcomes.Indicators[0], Is.All.EqualTo(7f));
    }

    [Test]
    public void What_is_not_asked_for_is_empty()
    {
        var outcomes = Simulate(
            plain.With(Factors.Brownian("x", 0.3)).With(Events.Of("e", 0.5, "0d", "7m")).Watch("x", "7m"),
            new OutcomeSelection(VariantSelection.None)
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.Cube.Columns, Is.Empty);
            Assert.That(outcomes.PortfolioFans.AreKept, Is.False);
            Assert.That(outcomes.Indicators, Is.Empty);
            Assert.That(outcomes.FirstOccurrences, Is.Empty);
            Assert.That(outcomes.Instruments.Count, Is.Zero);
        }
    }

    [Test]
    public void Paths_need_not_fill_the_last_block([Values(1, 255, 257, 1000)] int paths)
    {
        var some = Simulate(plain, new OutcomeSelection(VariantSelection.All), paths);
        var more = Simulate(plain, new OutcomeSelection(VariantSelection.All), 1024);
        Assert.That(AsHeld(some, 1), Is.EqualTo(AsHeld(more, 1).Take(paths)));
    }

    [Test]
    public void Progress_tells_every_path_once()
    {
        var done = 0;
        var scenario = plain.Build(1000);
        new PathSimulator(new Planner(scenario, Simulated.Kinds, 1), 1000, 2).Simulate(
            new SimulatedCase(scenario.Base),
            new OutcomeSelection(VariantSelection.All),
            paths => Interlocked.Add(ref done, paths),
            CancellationToken.None
        );
        Assert.That(done, Is.EqualTo(1000));
    }

    [Test]
    public void A_cancelled_simulation_stops()
    {
        var scenario = plain.Build();
        var simulator = new PathSimulator(new Planner(scenario, Simulated.Kinds, 1), 200_000, 2);
        using var cancel = new CancellationTokenSource();
        Assert.That(
            () =>
                simulator.Simulate(
                    new SimulatedCase(scenario.Base),
                    new OutcomeSelection(VariantSelection.All),
                    _ => cancel.Cancel(),
                    cancel.Token
                ),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    [Test]
    public void A_factor_that_leaves_the_range_of_numbers_is_named()
    {
        // e^(2 x 200) is 5e173: fine for a double, no number for a float, which is what is kept.
        var small = SmallScenario
            .New()
            .Until("200y")
            .With(Factors.Brownian("x", 0.01, drift: 2))
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1));
        Assert.That(
            () => Simulate(small, new OutcomeSelection(VariantSelection.All, Fans: true)),
            Throws
                .TypeOf<OutcomesNotFiniteException>()
                .With.Message.Contains(
                    "case 'base': expected finite values on every path, found that factor 'x' leaves the range of numbers"
                )
        );
    }

    [Test]
    public void A_portfolio_that_leaves_the_range_of_numbers_is_named()
    {
        // Prices know a mean of 0; a case with a mean of 1000 raises the instrument by e^1000.
        var scenario = SmallScenario
            .New()
            .With(Factors.Reverting("x", 0.01, 0.01))
            .With(Instruments.Equity("a", 0.5, ("x", 1)))
            .Hold("p", ("a", 1))
            .Case("wild", m => m with { Factors = [Factors.Reverting("x", 0.01, 0.01, mean: 1000)] })
            .Build(500);
        var simulator = new PathSimulator(new Planner(scenario, Simulated.Kinds, 1), 500, 2);
        Assert.That(
            () =>
                simulator.Simulate(
                    new SimulatedCase(scenario.Cases[1]),
                    new OutcomeSelection(VariantSelection.All),
                    null,
                    CancellationToken.None
                ),
            Throws
                .TypeOf<OutcomesNotFiniteException>()
                .With.Message.Contains(
                    "case 'wild': expected finite values on every path, found that portfolio 'p' leaves the range of numbers"
                )
        );
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public void Bytes_needed_are_those_of_the_columns(int advice)
    {
        var small = plain
            .With(Factors.Brownian("x", 0.3))
            .Watch("x", "7m")
            .With(Events.Of("e", 0.5, "0d", "7m"))
            .With(Instruments.Private("c", 0.5, [Instruments.Exit(ExitRoute.Listing, 0.6, 1.2)]))
            .With([.. Enumerable.Range(0, advice).Select(n => Advice.Buy($"buy-{n}", 0.1, "0d", "7m", ("a", 1)))])
            .Predict("up", "5m", new FactorCondition(new("x"), Side.Above, 1));
        var scenario = small.Build(500);
        var simulator = new PathSimulator(new Planner(scenario, Simulated.Kinds, 1), 500, 2);
        var selection = new OutcomeSelection(VariantSelection.All, Resolved: true, Instruments: true, Factors: true);
        var kept = simulator.Simulate(new SimulatedCase(scenario.Base), selection, null, CancellationToken.None);
        IEnumerable<Array> columns =
        [
            .. kept.Cube.Columns,
            .. kept.Conditions,
            .. kept.Indicators,
            .. kept.FirstOccurrences,
            .. kept.CompanyStates,
            .. kept.ExitDates,
            .. kept.DownRoundDates,
            .. kept.Instruments.All,
            .. kept.Factors.All,
        ];
        const int bits = 2 * 2 * 8 * 8; // event and company at 2 horizons: 500 paths take 8 words
        Assert.That(
            OutcomeShape.Of(scenario, scenario.Base.Model, selection, 500).Bytes,
            Is.EqualTo(
                columns.Sum(c => (long)Buffer.ByteLength(c is CompanyState[] states ? Array.ConvertAll(states, s => (byte)s) : c)) + bits
            )
        );
    }

    [Test]
    public void Instruments_and_factors_are_kept_as_they_are_at_every_horizon()
    {
        var small = plain.With(Factors.Brownian("x", 0.3)).Watch("x", "7m");
        var outcomes = Simulate(small, new OutcomeSelection(VariantSelection.Headline, Resolved: true, Instruments: true, Factors: true));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.Factors[0, new HorizonIndex(1)], Is.EqualTo(outcomes.Indicators[0]));
            Assert.That(outcomes.Factors[0, new HorizonIndex(0)], Is.Not.EqualTo(outcomes.Factors[0, new HorizonIndex(1)]));
            for (var h = 0; h < 2; h++)
            {
                Assert.That(
                    outcomes.Instruments[0, new HorizonIndex(h)],
                    Is.EqualTo(AsHeld(outcomes, h).Select(r => 1 + r)).Within(1e-6f),
                    "a portfolio of one instrument"
                );
            }
        }
    }

    private static float[] AsHeld(CaseOutcomes outcomes, int horizon) =>
        outcomes.Cube.Profits(first, VariantSet.AsHeld, new HorizonIndex(horizon));

    private static CaseOutcomes Simulate(ScenarioBuilder small, OutcomeSelection selection, int paths = 500)
    {
        var scenario = small.Build(paths);
        return new PathSimulator(new Planner(scenario, Simulated.Kinds, scenario.Simulation.Seed), paths, 2).Simulate(
            new SimulatedCase(scenario.Base),
            selection,
            null,
            CancellationToken.None
        );
    }
}
