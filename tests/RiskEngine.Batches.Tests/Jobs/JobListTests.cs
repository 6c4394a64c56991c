using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Batches.Jobs;
using RiskEngine.Batches.Sweeps;
using RiskEngine.Loading.Batches;

namespace RiskEngine.Batches.Tests.Jobs;

public sealed class JobListTests
{
    private static readonly SweptPath first = new("a", ["1", "2", "3"], null, new SourceLocation("batch.yaml"));
    private static readonly SweptPath second = new("b", ["x", "y"], null, new SourceLocation("batch.yaml"));

    [Test]
    public void Jobs_are_every_combination_once()
    {
        var jobs = new JobList(2, ["base", "bear"], ["p", "q"], [1, 2], new GridDesign([first, second]));
        var all = Enumerable.Range(0, (int)jobs.Count).Select(i => jobs[i]).ToList();

        Assert.That(jobs.Count, Is.EqualTo(2 * 2 * 2 * 2 * 3 * 2));
        Assert.That(
            all.Select(j => (j.Scenario, j.Case, j.Portfolio, j.Seed, string.Join(' ', j.Values))).Distinct().Count(),
            Is.EqualTo(jobs.Count)
        );
        Assert.That(all.Select(j => j.Index), Is.EqualTo(Enumerable.Range(0, all.Count)));
        Assert.That(all[1].Values[1].Value, Is.EqualTo("y"), "the last path's values follow each other fastest");
    }

    [Test]
    public void A_hundred_thousand_jobs_are_planned_one_by_one()
    {
        var paths = Enumerable
            .Range(0, 5)
            .Select(i => new SweptPath($"p{i}", [.. Enumerable.Range(0, 10).Select(v => $"{v}")], null, new SourceLocation("batch.yaml")));
        var jobs = new JobList(1, ["base"], [], [], new GridDesign([.. paths]));

        Assert.That(jobs.Count, Is.EqualTo(100_000));
        // The digits of the index are the values.
        for (var i = 0; i < jobs.Count; i++)
            Assert.That(string.Concat(jobs[i].Values.Select(v => v.Value)), Is.EqualTo($"{i:00000}"));
    }

    [Test]
    public void One_at_a_time_begins_with_nothing_changed()
    {
        var jobs = new JobList(1, ["base"], [], [], new OneAtATimeDesign([first, second]));

        Assert.That(
            Enumerable.Range(0, (int)jobs.Count).Select(i => string.Join(' ', jobs[i].Values)),
            Is.EqualTo(new[] { "", "a=1", "a=2", "a=3", "b=x", "b=y" })
        );
    }

    [Test]
    public void A_job_that_the_batch_does_not_have_is_refused() =>
        Assert.That(() => new JobList(1, ["base"], [], [], new GridDesign([first]))[3], Throws.TypeOf<ArgumentOutOfRangeException>());
}
