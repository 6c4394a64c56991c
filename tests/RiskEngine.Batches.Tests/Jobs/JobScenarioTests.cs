using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Batches.Jobs;
using RiskEngine.Loading;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Tests.Jobs;

/// <summary>What jobs are known by: the same for the same figures, whichever way their values are written.</summary>
public sealed class JobScenarioTests
{
    private const string Probability = "risks.valuation-bubble.probability";

    private static readonly JobScenario shipped = Open("scenarios/ai-chips-2026");

    [Test]
    public void A_hundred_thousand_jobs_are_told_apart_in_a_small_part_of_300_MB()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var keys = Enumerable.Range(0, 100_000).Select(i => shipped.KeyOf(JobOf(i, (Probability, $"{i / 100_000.0:R}")))).ToHashSet();

        Assert.That(keys, Has.Count.EqualTo(100_000).And.No.Null);
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(60_000_000));
        GC.KeepAlive(keys);
    }

    [Test]
    public void Values_decide_the_key_and_the_job_s_number_does_not()
    {
        var key = shipped.KeyOf(JobOf(0, (Probability, "0.25")));

        Assert.That(shipped.KeyOf(JobOf(7, (Probability, "0.25"))), Is.EqualTo(key));
        Assert.That(shipped.KeyOf(JobOf(0, (Probability, "0.26"))), Is.Not.EqualTo(key));
        Assert.That(shipped.KeyOf(JobOf(0, (Probability, "0.25")) with { Case = "bear" }), Is.Not.EqualTo(key));
        Assert.That(shipped.KeyOf(JobOf(0, (Probability, "0.25")) with { Portfolio = "ai-chips" }), Is.Not.EqualTo(key));
        Assert.That(shipped.KeyOf(JobOf(0, ("risks.no-such-risk.probability", "0.25"))), Is.Null);
    }

    [Test]
    public void The_keys_of_many_threads_are_those_of_one()
    {
        Job[] jobs = [.. Enumerable.Range(0, 400).Select(i => JobOf(i, (Probability, $"{i / 400.0:R}")))];
        string?[] alone = [.. jobs.Select(shipped.KeyOf)];

        Assert.That(jobs.AsParallel().AsOrdered().Select(shipped.KeyOf).ToArray(), Is.EqualTo(alone));
    }

    private static Job JobOf(int index, (string Path, string Value) value) =>
        new(index, 0, [new SweptValue(value.Path, value.Value)], "base", null, null);

    private static JobScenario Open(string folder)
    {
        var found = new List<Diagnostic>();
        var opened = JobScenario.Open(
            Path.Combine(Root(), folder),
            new ReadOptions { Kinds = StandardKinds.Factors, Pricing = StandardKinds.Pricing },
            new Engine(),
            new RunOptions(),
            ["es95"],
            [],
            "a machine",
            found
        );
        return opened ?? throw new InvalidOperationException(string.Join(Environment.NewLine, found));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
