using RiskEngine.Batches.Sensitivity;

namespace RiskEngine.Batches.Tests.Sensitivity;

public sealed class LedgerRangesTests
{
    [TestCase("0.2", 1.5, "0.3")]
    [TestCase("-2", 0.5, "-1")]
    [TestCase("pert 0.3, 0.8, 1.2", 0.5, "{ pert: [0.15, 0.4, 0.6] }")]
    [TestCase("normal 0.5, 0.1", 2, "{ normal: [1, 0.1] }")]
    [TestCase("lognormal 2, 0.3", 2, "{ lognormal: [4, 0.3] }")]
    [TestCase("beta 2, 3, 0, 0.5", 2, "{ beta: [2, 3, 0, 1] }")]
    public void A_number_is_scaled_and_a_distribution_s_places_are(string value, double factor, string expected) =>
        Assert.That(LedgerRanges.Scaled(value)!(factor), Is.EqualTo(expected));

    [TestCase("0")]
    [TestCase("buy")]
    [TestCase("normal 0, 0.1")]
    [TestCase("36m")]
    [TestCase("440, 680")]
    public void What_scaling_would_not_change_has_no_range(string value) => Assert.That(LedgerRanges.Scaled(value), Is.Null);
}
