using RiskEngine.Analysis.Scoring;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Analysis.Tests.Scoring;

public sealed class SkillScoreTests
{
    [Test]
    public void Skill_is_1_less_the_ratio_of_scores_with_an_interval_of_whole_blocks()
    {
        double[] scores = [1, 2, 3, 4, 1, 2, 3, 4];
        var stream = RandomStream.Create(1, "skill");

        Assert.That(SkillScore.Of(scores, scores, 2, stream).Value, Is.Zero);
        var half = SkillScore.Of([.. scores.Select(s => s / 2)], scores, 2, stream);
        Assert.That((half.Value, half.Low, half.High), Is.EqualTo((0.5, 0.5, 0.5))); // the ratio is the same at each origin
        Assert.That(SkillScore.Of(scores, scores, 5, stream).HasError, Is.False); // fewer than two blocks say nothing of the error
    }

    /// <summary>
    /// Against a reference of 1 the skill is 1 minus a mean of 400 numbers of variance 1, in 40 runs of ten equal ones, neighbouring runs
    /// uncorrelated. Drawn one by one, its variance is 1 / 400. Ten together that begin o into a run have the sum of 10 - o of one run
    /// and o of the next: variance ((10 - o)^2 + o^2) / 100, on average 0.67 over o = 0, ..., 9, so that of the mean is 0.67 / 40. The two
    /// quantiles of 999 draws are uncertain by 4.3% of the half width each, and 3.7% together: four standard errors are 15%.
    /// </summary>
    [TestCase(1, 1 / 400.0)]
    [TestCase(10, 0.67 / 40)]
    public void The_interval_is_that_of_blocks_drawn_in_a_circle(int block, double variance)
    {
        double[] runs = [1, 1, -1, -1];
        double[] scores = [.. Enumerable.Range(0, 400).Select(i => 0.5 + runs[i / 10 % 4])];
        var skill = SkillScore.Of(scores, [.. scores.Select(_ => 1.0)], block, RandomStream.Create(5, "skill"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(skill.Value, Is.EqualTo(0.5).Within(1e-12));
            Assert.That(skill.StandardError, Is.EqualTo(Math.Sqrt(variance)).Within(15).Percent);
            Assert.That((skill.Low + skill.High) / 2, Is.EqualTo(0.5).Within(0.15 * 1.96 * Math.Sqrt(variance)));
        }
    }

    [Test]
    public void Two_blocks_have_an_interval_and_a_last_one_that_is_cut_short_does_not_matter()
    {
        var stream = RandomStream.Create(5, "skill");
        double[] scores = [1, 3, 2, 4, 6];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SkillScore.Of(scores[..4], [1, 1, 1, 1], 2, stream).HasError, Is.True);
            var cut = SkillScore.Of(scores, [1, 1, 1, 1, 1], 2, stream);
            Assert.That(cut.Value, Is.EqualTo(1 - 3.2).Within(1e-12));
            Assert.That(cut.Low, Is.GreaterThanOrEqualTo(1 - 6).And.LessThan(cut.High), "no mean is above the largest score");
            Assert.That(cut.High, Is.LessThanOrEqualTo(1 - 1), "nor below the smallest");
        }
    }

    [Test]
    public void Scores_of_other_origins_and_blocks_of_nothing_are_refused()
    {
        var stream = RandomStream.Create(5, "skill");
        Assert.That(() => SkillScore.Of([1, 2], [1], 1, stream), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => SkillScore.Of([1, 2], [1, 2], 0, stream), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
