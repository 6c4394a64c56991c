using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Plans;

/// <summary>A run that is squeezed into little memory simulates its paths in several parts, and finds out the same bits.</summary>
public sealed class CasePartsTests
{
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .Until("3m", "9m", "1y")
        .RiskFree(0.03)
        .With(Factors.Brownian("m", 0.2, 0.05), Factors.Reverting("yield", 0.01, 2, 0.04, 0.05))
        .Correlate("m", "yield", -0.3)
        .With(
            Instruments.Equity("a", 0.4, ("m", 1.2)),
            Instruments.Equity("b", 0.1, ("yield", -6)),
            Instruments.Private(
                "c",
                0.5,
                [Instruments.Exit(ExitRoute.Listing, 0.6, 1.2), Instruments.Exit(ExitRoute.DownRound, 0.5, 0.7)],
                ("m", 1)
            ),
            Instruments.Cash("cash")
        )
        .Hold("p", ("a", 60), ("b", 20), ("c", 10), ("cash", 10))
        .Hold("q", ("b", 1))
        .With(Events.Of("shock", 0.3, "0d", "1y", Effects.Hits(-0.3, "a")), Events.Of("late", 0.5, "6m", "2y", Effects.Hits(-0.1, "b")))
        .With(
            Advice.Buy("buy", 0.1, "1m", "6m", ("a", 1)),
            Advice.Reduce("sell", 0.5, "0d", "2y", "a"),
            Advice.Buy("hedge", 0.1, "0d", "1y", ("cash", 1))
        )
        .Predict("up", "18m", new FactorCondition(new("m"), Side.Above, 1.1))
        .Predict(
            "both",
            "1y",
            new AllCondition([new FactorCondition(new("m"), Side.Above, 1), new FactorCondition(new("yield"), Side.Below, 0.05)])
        )
        .Watch("yield", "9m", confirms: new Threshold(Side.Above, 0.05))
        .Watch("m", "2y")
        .Case("storm", m => m with { Risks = [.. m.Risks.Select(r => r with { Probability = 0.8 })] });

    [Test]
    public void Results_are_the_same_bits_in_any_number_of_parts(
        [Values(1, 150_000, 600_000)] long bytes,
        [Values] SamplingMethod sampling
    ) => AssertSame(5_003, bytes, sampling);

    [Test]
    public void What_reads_the_first_paths_only_is_the_same_too() =>
        AssertSame(OutcomeSelection.ColumnPaths + 999, 8_000_000, SamplingMethod.Pseudo, "base");

    /// <summary>A scenario that asks for all that a run can find out.</summary>
    internal static Scenario Everything(int paths) =>
        small.Build(paths) with
        {
            Views =
            [
                new StatedView
                {
                    Id = new("rise"),
                    Name = LocalText.Same("rise"),
                    Quantity = ViewQuantity.Mean,
                    On = ["m"],
                    Horizon = new("1y"),
                    Bound = ViewBound.Is,
                    Target = 1.1,
                    Confidence = 0.8,
                },
            ],
            Uncertainty = new UncertaintySettings([0.02, 0.1]),
            Optimiser = new OptimiserSettings(1, new Dictionary<Id<Instrument>, double>(), 3, UnderViews: true),
        };

    private static void AssertSame(int paths, long bytes, SamplingMethod sampling, params string[] cases)
    {
        var scenario = Everything(paths);
        var options = new RunOptions
        {
            Threads = 2,
            Sampling = sampling,
            Cases = [.. cases.Select(c => new Id<Case>(c))],
        };
        var whole = ResultFigures.Of(Runs.Engine.Run(scenario, options with { ColumnBytes = long.MaxValue })).ToArray();
        var squeezed = ResultFigures.Of(Runs.Engine.Run(scenario, options with { ColumnBytes = bytes })).ToArray();
        Assert.That(whole, Has.Length.GreaterThan(paths));
        Assert.That(squeezed.SequenceEqual(whole), Is.True);
    }
}
