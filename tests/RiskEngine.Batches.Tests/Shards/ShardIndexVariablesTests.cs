using RiskEngine.Batches.Shards;

namespace RiskEngine.Batches.Tests.Shards;

/// <summary>The index of a shard, as each scheduler's documentation says that it tells it.</summary>
public sealed class ShardIndexVariablesTests
{
    [TestCase("SLURM_ARRAY_TASK_ID", "0", 0)]
    [TestCase("SLURM_ARRAY_TASK_ID", "199", 199)]
    [TestCase("JOB_COMPLETION_INDEX", "7", 7)]
    [TestCase("AWS_BATCH_JOB_ARRAY_INDEX", "9", 9)]
    [TestCase("AZ_BATCH_TASK_ID", "12", 12)]
    [TestCase("AZ_BATCH_TASK_ID", "shard-012", 12)]
    [TestCase("RISKENGINE_SHARD", "3", 3)]
    [TestCase("PBS_ARRAY_INDEX", "4", 4)]
    [TestCase("SGE_TASK_ID", "1", 0)]
    public void A_scheduler_s_variable_tells_the_index(string name, string value, int expected)
    {
        Assert.That(ShardIndexVariables.Find(n => n == name ? value : null, out var problem), Is.EqualTo(expected));
        Assert.That(problem, Is.Empty);
    }

    [TestCase("SLURM_ARRAY_TASK_ID", "x", "SLURM_ARRAY_TASK_ID: expected a number from 0 at its end, found 'x'")]
    [TestCase("SGE_TASK_ID", "0", "SGE_TASK_ID: expected a number from 1 at its end, found '0'")]
    [TestCase("AZ_BATCH_TASK_ID", "99999999999", "AZ_BATCH_TASK_ID: expected a number from 0 at its end, found '99999999999'")]
    public void What_is_no_index_is_refused(string name, string value, string expected)
    {
        Assert.That(ShardIndexVariables.Find(n => n == name ? value : null, out var problem), Is.Null);
        Assert.That(problem, Is.EqualTo(expected));
    }

    [Test]
    public void What_the_user_sets_counts_before_what_a_scheduler_sets() =>
        Assert.That(ShardIndexVariables.Find(n => n == "RISKENGINE_SHARD" ? "5" : "1", out _), Is.EqualTo(5));

    [Test]
    public void Without_any_the_variables_are_listed()
    {
        Assert.That(ShardIndexVariables.Find(_ => null, out var problem), Is.Null);
        Assert.That(problem, Does.StartWith("expected --index, or one of the variables RISKENGINE_SHARD, SLURM_ARRAY_TASK_ID"));
    }
}
