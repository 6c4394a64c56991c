using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Plans;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Plans;

/// <summary>A plan is data: made of equal inputs it is equal, and each step finds what it reads.</summary>
public sealed class RunPlanTests
{
    private const int Paths = 5_003;

    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .Until("3m", "1y")
        .RiskFree(0.03)
        .With(Factors.Brownian("m", 0.2, 0.05), Factors.Reverting("yield", 0.01, 2, 0.04, 0.05))
        .With(
            Instruments.Equity("a", 0.4, ("m", 1.2)),
            Instruments.Equity("b", 0.1, ("yield", -6)),
            Instruments.Private("c", 0.5, [Instruments.Exit(ExitRoute.Listing, 0.6, 1.2)], ("m", 1)),
            Instruments.Cash("cash")
        )
        .Hold("p", ("a", 60), ("b", 20), ("c", 10), ("cash", 10))
        .Hold("q", ("b", 1))
        .With(Events.Of("shock", 0.3, "0d", "1y", Effects.Hits(-0.3, "a")), Events.Of("follow", 0.1, "0d", "1y", Effects.Hits(-0.1, "b")))
        .With(Advice.Buy("buy", 0.1, "1m", "6m", ("a", 0.5), ("c", 0.5)), Advice.Reduce("sell", 0.5, "0d", "2y", "a"))
        .Predict("up", "18m", new FactorCondition(new("m"), Side.Above, 1.1))
        .Watch("yield", "9m", confirms: new Threshold(Side.Above, 0.05))
        .Case("storm", m => m with { Risks = [.. m.Risks.Select(r => r with { Probability = 0.8 })] })
        .Case("calm", m => m with { Risks = [.. m.Risks.Select(r => r with { Probability = 0.05 })] });

    [Test]
    public void Equal_inputs_give_equal_text_for_any_number_of_threads() =>
        Assert.That(Json(new RunOptions { Threads = 7 }), Is.EqualTo(Json(new RunOptions { Threads = 1 })));

    [Test]
    public void What_changes_a_result_changes_the_text()
    {
        RunOptions[] different =
        [
            new(),
            new() { Seed = 7 },
            new() { Paths = 6_000 },
            new() { Cases = [new("storm")] },
            new() { Sampling = SamplingMethod.Antithetic },
            new() { MeasuresOnly = true },
            new() { ColumnBytes = 100_000 },
        ];
        Assert.That(different.Select(Json), Is.Unique);
    }

    [TestCase(500_000_000)]
    [TestCase(100_000)]
    public void Every_step_reads_what_was_made_and_not_released_and_all_is_released_in_the_end(long bytes)
    {
        var plan = Prepare(new RunOptions { ColumnBytes = bytes });
        var alive = new HashSet<string>();
        using (Assert.EnterMultipleScope())
        {
            foreach (var step in plan.Steps)
            {
                var reads = step switch
                {
                    SimulateStep { Known: { } known } => [known],
                    MeasureStep measure => measure.Reads,
                    ReleaseStep release => release.Outcomes,
                    _ => [],
                };
                Assert.That(alive, Is.SupersetOf(reads), step.ToString());
                if (step is SimulateStep simulate)
                    Assert.That(simulate.Outcomes.All(o => alive.Add(o.Name)), $"{step}: a name twice");
                if (step is ReleaseStep done)
                    alive.ExceptWith(done.Outcomes);
            }

            Assert.That(alive, Is.Empty);
        }
    }

    [Test]
    public void Attribution_is_steps_like_all_else()
    {
        var simulated = Prepare(new RunOptions()).Steps.OfType<SimulateStep>().SelectMany(s => s.Outcomes).Select(o => o.Version).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated.Count(v => v.Without.SequenceEqual(["shock"])), Is.EqualTo(2), "its effect, and a coalition of risks");
            Assert.That(simulated.Count(v => v.Without.Count == 2 && v.WithoutExits), Is.EqualTo(1), "instruments without events");
            Assert.That(Prepare(new RunOptions { MeasuresOnly = true }).Steps, Has.Count.EqualTo(3), "simulate, measure, release");
        }
    }

    [Test]
    public void What_is_simulated_in_parts_reads_the_same_paths_again()
    {
        var steps = Prepare(new RunOptions { ColumnBytes = 100_000, Cases = [new("storm")] }).Steps.OfType<SimulateStep>().ToList();
        Assert.That(steps, Has.Count.GreaterThan(2));
        Assert.That(steps.Select(s => s.Paths), Is.All.EqualTo(new PathRange(0, Paths, Paths)));
    }

    [Test]
    public void The_memory_a_run_needs_grows_with_its_paths()
    {
        using (Assert.EnterMultipleScope())
        {
            // A case: 2 portfolios x 6 variants x 2 horizons x 2 columns and 1 indicator, which are used again; and 1 condition, 2
            // events, 1
            // company, and bits for events and company at 2 horizons. The base case also has 4 instruments and 2 factors at 2 horizons, as
            // has the run without events the instruments. 2 threads sort 2 columns each, and each has 2,048 ends of digits. What is
            // simulated later fits into the columns that are released by then. Beside it, 2 threads split what is held and advised (6
            // parts at most, and their groups) and what 2 factors and 2 events do; and 2 others the factors alone, for reverse stress.
            const long Columns = 4 * 48 + 4;
            const long First = 1 + 2 * 2 + 5;
            const long Bits = 3 * 2 * 8;
            const long Values = 4 * 6 * 2 + 4 * 4 * 2;
            const long Ends = 4 * 2048;
            const long Split = 4 * (2 * (2 * 6 + 4 + 9) + 4 + 2 * (2 + 3) + 2);
            Assert.That(
                Needed(1_000),
                Is.EqualTo(1_000 * (3 * Columns + First + Values + Split + 2 * 2 * 4) + Bits * 16 + 2 * Ends),
                "few paths: all cases are simulated together"
            );

            // Many: one by one in parts, the last case's headline the largest of them beside those of the cases before; 1 thread sorts.
            const long Headline = 100_000_000 * 4L * 16 + Bits * (100_000_000 / 64) + 10 * (1 << 17);
            Assert.That(Needed(100_000_000), Is.EqualTo(Headline + 100_000_000 * 4L * (2 * 16 + 2) + Ends));
        }

        // What the model takes beside is the same for any number of paths of one kind of plan, and is left out here.
        static long Needed(int paths)
        {
            var plan = Prepare(new RunOptions { Paths = paths, Threads = 2 });
            return plan.PeakBytes - plan.ModelBytes;
        }
    }

    private static RunPlan Prepare(RunOptions options) => Runs.Engine.Prepare(small.Build(Paths), options);

    private static string Json(RunOptions options) => Prepare(options).ToJson();
}
