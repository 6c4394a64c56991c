using MathNet.Numerics.Distributions;
using RiskEngine.Analysis.Probabilities;

namespace RiskEngine.Analysis.Tests.Probabilities;

internal sealed class ProbabilityTests
{
    [TestCase(81, 263, 0.2553, 0.3662)] // Newcombe (1998), table I, method 3
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_matches_the_published_table(int count, int paths, double low, double high)
    {
        var estimate = Proportion.Of(count, paths);

        Assert.That(estimate.Value, Is.EqualTo((double)count / paths));
        Assert.That(estimate.Low, Is.EqualTo(low).Within(5e-5));
        Assert.That(estimate.High, Is.EqualTo(high).Within(5e-5));
    }

    [Test]
    public void Wilsons_interval_is_symmetric_in_success_and_failure([Values(0, 1, 7, 20)] int count)
    {
        var there = Proportion.Of(count, 20);
        var back = Proportion.Of(20 - count, 20);

        Assert.That(there.Low, Is.EqualTo(1 - back.High).Within(1e-15));
        Assert.That(there.StandardError, Is.EqualTo(back.StandardError).Within(1e-15));
    }

    [Test]
    public void Losses_are_counted_strictly_below_the_threshold()
    {
        // By hand: losses are -0.2, -0.2 and -0.3; exactly 0 is none, exactly -0.2 is not more than 0.2.
        float[] column = [0, -0.2f, 0.1f, -0.2f, -0.3f, 0];

        Assert.That(ProfitProbabilities.OfLoss(Samples.Sorted(column)).Value, Is.EqualTo(3.0 / 6));
        Assert.That(ProfitProbabilities.OfLosingMoreThan(Samples.Sorted(column), 0.2).Value, Is.EqualTo(1.0 / 6));
        Assert.That(
            () => ProfitProbabilities.OfLosingMoreThan(Samples.Sorted(column), -0.2),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void The_probability_of_loss_of_a_normal_matches_the_closed_form()
    {
        var column = Samples.Sorted(Samples.Normally(Samples.Normals(200_000, 51), 0.07, 0.2));

        Samples.AssertWithinFourErrors(ProfitProbabilities.OfLoss(column), Normal.CDF(0.07, 0.2, 0), "loss");
        Samples.AssertWithinFourErrors(ProfitProbabilities.OfLosingMoreThan(column, 0.3), Normal.CDF(0.07, 0.2, -0.3), "large loss");
    }

    [Test]
    public void Beating_is_counted_path_by_path_and_a_tie_does_not_count()
    {
        float[] one = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        float[] other = [0, 2, 4, 3, 5, 6, 7, 8, 9, 9];

        Assert.That(ProfitProbabilities.OfBeating(one, other).Value, Is.EqualTo(0.3)); // by hand: the first, fourth and last
        Assert.That(() => ProfitProbabilities.OfBeating(one, [1, 2]), Throws.ArgumentException.With.Message.Contains("10, found 2"));
    }

    [Test]
    public void A_prediction_scores_the_paths_on_which_it_holds()
    {
        Assert.That(Predictions.Score([true, false, true, true]), Is.EqualTo(Proportion.Of(3, 4)));
        Assert.That(() => Predictions.Score([]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
