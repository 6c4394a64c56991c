using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Sampling;

/// <summary>
/// Whatever the sampling, means are unbiased, replicates are independent, and what is simulated beside a case, or how much of it again,
/// changes no bit.
/// </summary>
[TestFixture(SamplingMethod.Pseudo)]
[TestFixture(SamplingMethod.Antithetic)]
[TestFixture(SamplingMethod.Sobol)]
public sealed class SamplingTests(SamplingMethod method)
{
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .Until("3m", "1y", "2y")
        .RiskFree(0.03)
        .With(Factors.Brownian("m", 0.2, 0.05), Factors.Brownian("s", 0.3))
        .Correlate("m", "s", 0.4)
        .With(
            Instruments.Equity("a", 0.4, ("m", 1.2), ("s", 0.3)),
            Instruments.Equity("b", 0.3, ("m", 0.8)),
            Instruments.Private(
                "c",
                0.5,
                [Instruments.Exit(ExitRoute.Sale, 0.5, 2), Instruments.Exit(ExitRoute.DownRound, 0.6, 0.7)],
                ("m", 1)
            )
        )
        .With(
            Events.Of(
                "rare",
                0.1,
                "0d",
                "1y",
                Effects.Hits(new Uniform(-0.5, -0.1), "a").Recovering("6m", 0.5),
                Effects.Shifts(EffectChannel.Volatility, 0.5, "m")
            ),
            Events.Of(
                "likely",
                0.9,
                "0d",
                "2y",
                Effects.Hits(new Uniform(-0.2, -0.1), "b"),
                Effects.Shifts(EffectChannel.Correlation, 0.3, "m", "s")
            )
        )
        .Hold("p", ("a", 60), ("b", 30), ("c", 10))
        .Hold("q", ("b", 1))
        .With(Advice.Buy("buy", 0.1, "1m", "6m", ("a", 1.0)))
        .Case("worse", m => m with { Risks = [.. m.Risks.Select(r => r with { Probability = 0.95 })] });

    private readonly Scenario scenario = With(small, method, 8_000);

    [Test]
    public void A_case_without_events_is_the_same_bits_whether_all_its_paths_are_simulated_or_only_those_on_which_they_occur(
        [Values("rare", "likely")] string gone,
        [Values] bool exits
    )
    {
        var simulator = Simulator(scenario);
        var with = simulator.Simulate(
            new SimulatedCase(scenario.Base),
            new OutcomeSelection(VariantSelection.All, Resolved: true, Instruments: true),
            null,
            CancellationToken.None
        );
        var simulated = new SimulatedCase(scenario.Base)
        {
            Without = new HashSet<Abstractions.Identity.Id<RiskEvent>> { new(gone) },
            WithoutExits = !exits,
        };
        var selection = new OutcomeSelection(VariantSelection.Headline, Instruments: true);
        var whole = simulator.Simulate(simulated, selection, null, CancellationToken.None);
        AssertSame(simulator.SimulateWithout(with, simulated, selection, null, CancellationToken.None), whole);
        var shorter = simulator.SimulateWithout(with, simulated, selection with { Horizons = 2 }, null, CancellationToken.None);
        var all = scenario.Base.Model.Variants.FollowingAll;
        Assert.That(shorter.Cube.Profits(new(0), all, new(1)), Is.EqualTo(whole.Cube.Profits(new(0), all, new(1))));
    }

    [Test]
    public void Cases_that_are_simulated_together_are_as_if_alone()
    {
        var simulator = Simulator(scenario);
        var (one, two) = (
            (new SimulatedCase(scenario.Cases[0]), new OutcomeSelection(VariantSelection.All, Resolved: true)),
            (new SimulatedCase(scenario.Cases[1]), new OutcomeSelection(VariantSelection.Headline, Horizons: 1))
        );
        var together = simulator.Simulate([one, two], null, CancellationToken.None);
        AssertSame(together[0], simulator.Simulate(one.Item1, one.Item2, null, CancellationToken.None));
        AssertSame(
            together[1],
            new PathSimulator(new Planner(scenario, Simulated.Kinds, 7), scenario.Simulation.Paths, 1).Simulate(
                two.Item1,
                two.Item2,
                null,
                CancellationToken.None
            )
        );
    }

    // E e^(mu T) of a lognormal, Levy's basket of two, by the replicates' own spread.
    [Test]
    public void The_mean_is_unbiased_by_the_error_that_replicates_tell()
    {
        var plain = With(
            SmallScenario
                .New()
                .RiskFree(0.02)
                .With(Factors.Brownian("m", 0.2, premium: 0.05))
                .With(Instruments.Equity("a", 0.25, ("m", 1)), Instruments.Equity("b", 0.4, ("m", 1.4)))
                .Hold("p", ("a", 50), ("b", 50)),
            method,
            64_000
        );
        var profits = Simulator(plain)
            .Simulate(new SimulatedCase(plain.Base), new OutcomeSelection(VariantSelection.Headline), null, CancellationToken.None)
            .Cube.Profits(new(0), VariantSet.AsHeld, new(0));
        var means = profits.Chunk(profits.Length / 16).Select(c => c.Average(x => (double)x)).ToArray();
        var error = Math.Sqrt(means.Sum(m => (m - means.Average()) * (m - means.Average())) / 15 / 16);
        Assert.That(means.Average(), Is.EqualTo((Math.Exp(0.07) + Math.Exp(0.09)) / 2 - 1).Within(4 * error));

        // Pseudo-random paths would have 0.0011; pairs remove what is odd in the normals, Sobol's points all but the finest.
        Assert.That(
            error,
            Is.LessThan(
                method switch
                {
                    SamplingMethod.Sobol => 4e-5,
                    SamplingMethod.Antithetic => 6e-4,
                    _ => 2e-3,
                }
            )
        );
    }

    [Test]
    public void Replicates_have_as_many_paths_as_they_can_do()
    {
        Assert.That(PathSampling.PathsFor(SamplingMethod.Sobol, 100_000), Is.EqualTo(131_072));
        Assert.That(PathSampling.PathsFor(SamplingMethod.Sobol, 1_000), Is.EqualTo(4_096));
        Assert.That(PathSampling.PathsFor(SamplingMethod.Antithetic, 1_000), Is.EqualTo(1_024));
        Assert.That(PathSampling.PathsFor(SamplingMethod.Pseudo, 1_001), Is.EqualTo(1_001));
    }

    private static Scenario With(ScenarioBuilder small, SamplingMethod method, int paths)
    {
        var built = small.Build(PathSampling.PathsFor(method, paths), 7);
        return built with { Simulation = built.Simulation with { Sampling = method } };
    }

    private static PathSimulator Simulator(Scenario scenario) =>
        new(new Planner(scenario, Simulated.Kinds, 7), scenario.Simulation.Paths, 2);

    private static void AssertSame(CaseOutcomes first, CaseOutcomes second)
    {
        Assert.That(first.Cube.Columns, Is.EqualTo(second.Cube.Columns));
        Assert.That(first.Instruments.All, Is.EqualTo(second.Instruments.All));
        Assert.That(first.FirstOccurrences, Is.EqualTo(second.FirstOccurrences));
    }
}
