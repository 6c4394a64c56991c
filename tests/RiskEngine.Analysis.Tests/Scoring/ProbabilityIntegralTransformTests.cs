using RiskEngine.Analysis.Scoring;

namespace RiskEngine.Analysis.Tests.Scoring;

public sealed class ProbabilityIntegralTransformTests
{
    [TestCase(-1, 0)]
    [TestCase(2.5, 0.5)]
    [TestCase(3, 0.625)] // the path that equals it counts half
    [TestCase(9, 1)]
    public void It_is_the_share_of_paths_below(double outcome, double share) =>
        Assert.That(ProbabilityIntegralTransform.Of([4, 2, 3, 1], outcome), Is.EqualTo(share));

    [Test]
    public void What_is_no_number_is_refused()
    {
        Assert.That(() => ProbabilityIntegralTransform.Of([], 1), Throws.ArgumentException);
        Assert.That(() => ProbabilityIntegralTransform.Of([1], double.NaN), Throws.ArgumentException);
    }
}
