using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Plans;
using RiskEngine.Results;
using RiskEngine.Testing;
using RiskEngine.Tests.Plans;

namespace RiskEngine.Tests.Execution;

/// <summary>
/// Shards of a run, merged, find out the bits of the run in one process: whatever is asked of it, however many there are.
/// </summary>
public sealed class ShardTests
{
    // No multiple of the block of 256 paths; fewer blocks for the largest number of shards than would give each one of them.
    private const int Paths = 3_003;

    [TestCase(SamplingMethod.Pseudo, 500_000_000)]
    [TestCase(SamplingMethod.Sobol, 500_000_000)]
    [TestCase(SamplingMethod.Antithetic, 1)] // every case in several parts
    public void Merged_shards_are_the_bits_of_one_process(SamplingMethod sampling, long bytes)
    {
        var plan = Prepare(sampling, bytes);
        object[] expected = [.. ResultFigures.Of(Runs.Engine.Run(plan))];

        var merged = new[] { 1, 3, 17 }.Select(count => Merge(plan, count)).ToArray();

        Assert.That(expected, Has.Length.GreaterThan(1_000));
        foreach (var run in merged)
            Assert.That(ResultFigures.Of(run.Results), Is.EqualTo(expected));
        Assert.That(merged.Select(m => m.Receipt).Distinct().Count(), Is.EqualTo(1));
    }

    /// <summary>A hundredth of a hundred million paths.</summary>
    [Test]
    public void Of_a_million_paths_in_fifty_shards_value_at_risk_is_the_exact_order_statistic()
    {
        const int Many = 1_000_000;
        var one = SmallScenario.New().Every("1y").With(Instruments.Equity("a", 0.3)).Hold("p", ("a", 1)).Build(Many, seed: 7);
        var plan = Runs.Engine.Prepare(
            one,
            new RunOptions
            {
                HeadlineOnly = true,
                MeasuresOnly = true,
                Threads = 2,
            }
        );

        var merged = Merge(plan, 50).Results.Base.AsHeld();

        var ascending = merged.Profits.ToArray();
        Array.Sort(ascending);
        Assert.That(ascending, Has.Length.EqualTo(Many));
        // Type 1 of Hyndman and Fan (1996): the k-th of n in ascending order, k = n p where that is whole.
        Assert.That(merged.Measures.Var95.Value, Is.EqualTo(-(double)ascending[(Many / 20) - 1]));
        Assert.That(merged.Measures[MeasureKinds.Var99].Value, Is.EqualTo(-(double)ascending[(Many / 100) - 1]));
    }

    [Test]
    public void Receipts_of_different_outcomes_differ()
    {
        var one = Merge(Prepare(SamplingMethod.Pseudo, 500_000_000), 3);
        var other = Merge(Prepare(SamplingMethod.Pseudo, 500_000_000, seed: 7), 3);

        Assert.That(other.Receipt, Is.Not.EqualTo(one.Receipt));
    }

    [Test]
    public void All_shards_together_simulate_each_path_of_each_step_once([Values(1, 2, 7, 40)] int count)
    {
        foreach (var paths in new[] { 1_000, 3_003, 8_192 })
        {
            var next = 0;
            foreach (var part in Shard.All(count).Select(s => s.PartOf(paths)))
            {
                Assert.That(part.First, Is.EqualTo(next).And.Matches<int>(first => first % 256 == 0 || part.Count == 0));
                next += part.Count;
            }

            Assert.That(next, Is.EqualTo(paths));
        }
    }

    [Test]
    public void A_run_for_a_precision_has_no_shards_for_it_does_not_know_its_paths()
    {
        var until = new PrecisionTarget(MeasureKinds.All[0], "1y", 0.01);
        var plan = Runs.Engine.Prepare(CasePartsTests.Everything(Paths), new RunOptions { Until = until });

        Assert.That(
            () => Runs.Engine.Simulate(plan, new Shard(0, 2), Stream.Null),
            Throws.ArgumentException.With.Message.StartsWith("Expected a fixed number of paths")
        );
    }

    [Test]
    public void A_shard_that_holds_less_than_its_paths_need_is_refused()
    {
        var plan = Prepare(SamplingMethod.Pseudo, 500_000_000);
        var shards = Shards(plan, 2);
        shards[1].SetLength(shards[1].Length - 1);

        Assert.That(() => Runs.Engine.Merge(plan, shards), Throws.InstanceOf<EndOfStreamException>());
    }

    private static RunPlan Prepare(SamplingMethod sampling, long bytes, ulong seed = 20260101)
    {
        var scenario = CasePartsTests.Everything(Paths);
        return Runs.Engine.Prepare(
            scenario with
            {
                Simulation = scenario.Simulation with { Sampling = sampling, Seed = seed },
            },
            new RunOptions { ColumnBytes = bytes, Threads = 2 }
        );
    }

    private static MergedRun Merge(RunPlan plan, int count) => Runs.Engine.Merge(plan, Shards(plan, count));

    private static MemoryStream[] Shards(RunPlan plan, int count)
    {
        MemoryStream[] shards = [.. Enumerable.Range(0, count).Select(_ => new MemoryStream())];
        foreach (var shard in Shard.All(count))
        {
            Runs.Engine.Simulate(plan, shard, shards[shard.Index]);
            shards[shard.Index].Position = 0;
        }

        return shards;
    }
}
