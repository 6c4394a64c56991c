using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests;

/// <summary>The front door: the same bits whatever the threads and the cases that run beside; errors before any path.</summary>
public sealed class EngineTests
{
    // No multiple of the block of 256 paths.
    private const int Paths = 5_003;

    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .Until("3m", "1y")
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
        .With(
            Events.Of(
                "shock",
                0.3,
                "0d",
                "1y",
                Effects.Hits(new Uniform(-0.5, -0.1), "a").Recovering("6m", 0.5),
                Effects.Shifts(EffectChannel.Volatility, 0.5, "m")
            ),
            Events.Of("follow", 0.1, "0d", "1y", Effects.Shifts(EffectChannel.Correlation, 0.5, "m", "yield"))
        )
        .With(Advice.Buy("buy", 0.1, "1m", "6m", ("a", 0.5), ("c", 0.5)), Advice.Reduce("sell", 0.5, "0d", "2y", "a"))
        .Predict("up", "18m", new FactorCondition(new("m"), Side.Above, 1.1))
        .Watch("yield", "9m", confirms: new Threshold(Side.Above, 0.05))
        .Case("storm", m => m with { Risks = [.. m.Risks.Select(r => r with { Probability = 0.8 })] })
        .Case("calm", m => m with { Risks = [.. m.Risks.Select(r => r with { Probability = 0.05 })] });

    private RiskResults run = null!;

    [OneTimeSetUp]
    public void Run() => run = Runs.Of(small, Paths, options: new RunOptions { Threads = 1 });

    [TestCase(2)]
    [TestCase(7)]
    public void Results_are_the_same_bits_for_any_number_of_threads(int threads)
    {
        var other = Runs.Of(small, Paths, options: new RunOptions { Threads = threads });
        using (Assert.EnterMultipleScope())
        {
            for (var c = 0; c < run.Cases.Count; c++)
                AssertSame(other.Cases[c], run.Cases[c]);
            Assert.That(other.EventEffects.Select(e => e.Effect), Is.EqualTo(run.EventEffects.Select(e => e.Effect)));
            Assert.That(
                other.Instruments.Select(i => (i.Expected, i.Events, i.SimulatedVolatility)),
                Is.EqualTo(run.Instruments.Select(i => (i.Expected, i.Events, i.SimulatedVolatility)))
            );
        }
    }

    [Test]
    public void Measures_alone_are_the_same_bits_and_the_run_says_what_was_left_out()
    {
        var alone = Runs.Of(small, Paths, options: new RunOptions { Threads = 2, MeasuresOnly = true });
        using (Assert.EnterMultipleScope())
        {
            for (var c = 0; c < run.Cases.Count; c++)
                AssertSame(alone.Cases[c], run.Cases[c]);
            Assert.That(alone.Attribution, Is.Null);
            Assert.That(alone.EventEffects, Is.Empty);
            Assert.That(alone.Instruments, Is.Empty);
            Assert.That(alone.Notices.Select(n => n.Message), Has.Some.Contains("only measures were asked for"));
            Assert.That(run.Notices.Select(n => n.Message), Has.None.Contains("only measures were asked for"));
        }
    }

    [TestCase("base")]
    [TestCase("storm")]
    public void A_case_alone_is_the_same_as_in_a_run_of_all(string @case)
    {
        var alone = Runs.Of(small, Paths, options: new RunOptions { Threads = 2, Cases = [new Id<Case>(@case)] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alone.Cases, Has.Count.EqualTo(1));
            AssertSame(alone.Cases[0], run.Cases.First(c => c.Case.Id.Value == @case));
            Assert.That(alone.EventEffects, Has.Count.EqualTo(@case == "base" ? run.EventEffects.Count : 0), "effects are the base case's");
        }
    }

    [Test]
    public void Another_seed_gives_other_paths()
    {
        var other = Runs.Of(small, Paths, options: new RunOptions { Threads = 2, Seed = 7 });
        Assert.That(other.Base.AsHeld().Profits.ToArray(), Is.Not.EqualTo(run.Base.AsHeld().Profits.ToArray()));
    }

    [Test]
    public void Options_go_before_the_scenario_s_own()
    {
        var scenario = Runs.Of(
            small,
            Paths,
            options: new RunOptions
            {
                Threads = 2,
                Paths = 1000,
                Seed = 7,
                Cases = [new("base")],
            }
        ).Scenario;
        Assert.That((scenario.Simulation.Paths, scenario.Simulation.Seed), Is.EqualTo((1000, 7UL)));
    }

    [Test]
    public void Every_case_portfolio_variant_and_horizon_is_there()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Cases.Select(c => c.Case.Id.Value), Is.EqualTo(new[] { "base", "storm", "calm" }));
            Assert.That(run.Base.Portfolios.Select(p => p.Portfolio.Id.Value), Is.EqualTo(new[] { "p", "q" }));
            Assert.That(
                run.Base.Portfolios[0].Variants.Select(v => v.Variant.Id),
                Is.EqualTo(new[] { "as-held", "all", "only:buy", "without:buy", "only:sell", "without:sell" })
            );
            Assert.That(run.Base.Portfolios[0].AsHeld.Horizons.Select(h => h.Horizon.Id.Value), Is.EqualTo(new[] { "3m", "1y" }));
            Assert.That(run.EventEffects, Has.Count.EqualTo(2 * 2 * 2 * 2), "event, portfolio, variant, horizon");
            Assert.That(run.Base.AsHeld().Profits.Length, Is.EqualTo(Paths));
            Assert.That(run.Base.AsHeld().Histogram is { } h ? h.Counts.Sum() + h.Below + h.Above : 0, Is.EqualTo(Paths));
        }
    }

    [Test]
    public void Progress_rises_to_one()
    {
        var seen = new Steps();
        Runs.Engine.Run(small.Build(1000), new RunOptions { Threads = 1 }, seen);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen.Fractions, Is.Ordered.Ascending.And.All.InRange(0, 1));
            Assert.That(seen.Fractions[^1], Is.EqualTo(1).Within(1e-12));
        }
    }

    [Test]
    public void A_cancelled_run_stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.That(
            () => Runs.Engine.Run(small.Build(1000), new RunOptions(), null, cancel.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    [Test]
    public void A_scenario_with_errors_is_not_run()
    {
        var wrong = small.With(Instruments.Equity("quiet", 0.1, ("m", 1)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Runs.Engine.Check(wrong.Build()).Diagnostics.Single().Severity, Is.EqualTo(Severity.Error));
            Assert.That(() => Runs.Of(wrong), Throws.ArgumentException.With.Message.Contains("instrument 'quiet': expected a volatility"));
            Assert.That(() => Runs.Engine.Explain(wrong.Build(), new RunOptions()), Throws.ArgumentException);
        }
    }

    [Test]
    public void Options_out_of_range_are_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => Runs.Of(small, options: new RunOptions { Paths = 999 }),
                Throws.ArgumentException.With.Message.Contains("1,000 paths or more, found 999")
            );
            Assert.That(
                () => Runs.Of(small, options: new RunOptions { Threads = 0 }),
                Throws.ArgumentException.With.Message.Contains("found 0")
            );
            Assert.That(
                () => Runs.Of(small, options: new RunOptions { Cases = [new("strom")] }),
                Throws.ArgumentException.With.Message.Contains("Unknown case 'strom'; the scenario has base, storm, calm")
            );
        }
    }

    [Test]
    public void A_repaired_correlation_is_among_the_notices()
    {
        var results = Runs.Of(
            SmallScenario
                .New()
                .With(Factors.Brownian("a", 0.1), Factors.Brownian("b", 0.1), Factors.Brownian("c", 0.1))
                .Correlate("a", "b", 0.9)
                .Correlate("b", "c", 0.9)
                .Correlate("a", "c", 0.55)
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1)),
            1000
        );
        Assert.That(results.Notices.Single().Message, Does.Contain("Higham 2002"));
    }

    [Test]
    public void A_scenario_may_have_no_factors_events_or_advice()
    {
        var results = Runs.Of(SmallScenario.New().With(Instruments.Equity("a", 0.2)).Hold("p", ("a", 1)), 1000);
        Assert.That(results.Base.Portfolios[0].Variants, Has.Count.EqualTo(1));
    }

    [Test]
    public void Explain_tells_what_a_run_tells()
    {
        var explained = Runs.Engine.Explain(small.Build(Paths), new RunOptions { Paths = Paths, Threads = 2 });
        Assert.That(explained.Select(i => (i.Expected, i.Events)), Is.EqualTo(run.Instruments.Select(i => (i.Expected, i.Events))));
    }

    [Test]
    public void A_limit_whose_case_was_not_simulated_is_a_notice()
    {
        var limited = small.Limit("es95", "p", below: 0.9, @case: "storm");
        var without = Runs.Of(limited, 1_000, options: new RunOptions { Cases = [new Id<Case>("base")], Threads = 2 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.Limits, Is.Empty);
            Assert.That(
                without.Notices.Select(n => n.Message),
                Does.Contain("the limit on es95 of 'p' (as-held, 3m) was not checked, for its case 'storm' was not simulated")
            );
            Assert.That(Runs.Of(limited, 1_000).Notices.Select(n => n.Message), Has.None.Contains("was not checked"));
        }
    }

    private static void AssertSame(CaseResult first, CaseResult second)
    {
        foreach (var (a, b) in first.Portfolios.Zip(second.Portfolios))
        {
            Assert.That(
                a.RecommendationEffects.Select(e => (e.Alone, e.Last)),
                Is.EqualTo(b.RecommendationEffects.Select(e => (e.Alone, e.Last)))
            );
            foreach (var (v, w) in a.Variants.Zip(b.Variants))
            {
                foreach (var (h, k) in v.Horizons.Zip(w.Horizons))
                {
                    Assert.That(h.Measures, Is.EqualTo(k.Measures).Using<Abstractions.Measures.MeasureSet>((x, y) => x.Equals(y)));
                    Assert.That(h.Profits.Span.SequenceEqual(k.Profits.Span), "profits");
                    Assert.That(h.Drawdowns.Span.SequenceEqual(k.Drawdowns.Span), "drawdowns");
                }

                Assert.That(v.Fan?.Median, Is.EqualTo(w.Fan?.Median));
            }
        }

        Assert.That(first.Predictions.Select(p => p.Probability), Is.EqualTo(second.Predictions.Select(p => p.Probability)));
        Assert.That(
            first.Indicators.Select(i => (i.Median, i.Confirms)),
            Is.EqualTo(second.Indicators.Select(i => (i.Median, i.Confirms)))
        );
        Assert.That(first.Events.SelectMany(e => e.Probability), Is.EqualTo(second.Events.SelectMany(e => e.Probability)));
        Assert.That(
            first.PrivateCompanies.Select(c => (c.Listed, c.DownRounds)),
            Is.EqualTo(second.PrivateCompanies.Select(c => (c.Listed, c.DownRounds)))
        );
        Assert.That(first.Factors.SelectMany(f => f.Fan.Q05), Is.EqualTo(second.Factors.SelectMany(f => f.Fan.Q05)));
    }

    private sealed class Steps : IProgress<RunProgress>
    {
        public List<double> Fractions { get; } = [];

        public void Report(RunProgress value) => Fractions.Add(value.Fraction);
    }
}
