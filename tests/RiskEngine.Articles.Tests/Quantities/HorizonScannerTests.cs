using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Tests.Quantities;

public sealed class HorizonScannerTests
{
    [TestCase("短期（1-3个月）", HorizonBucket.ShortTerm, 3)]
    [TestCase("中期（6-12个月）", HorizonBucket.MediumTerm, 12)]
    [TestCase("长期（1-3年）", HorizonBucket.LongTerm, 36)]
    [TestCase("over the next two years", HorizonBucket.LongTerm, 24)]
    [TestCase("12-month price target", HorizonBucket.MediumTerm, 12)]
    [TestCase("Near term", HorizonBucket.ShortTerm, 3)]
    [TestCase("持有6个月", HorizonBucket.MediumTerm, 6)]
    public void A_horizon_is_read_from_months_before_words(string text, HorizonBucket bucket, double months)
    {
        var found = HorizonScanner.Find(InlineMarkup.Of(text, 0, text.Length));

        Assert.That(found!.Bucket, Is.EqualTo(bucket));
        Assert.That(found.ToMonths, Is.EqualTo(months));
    }

    [Test]
    public void Words_that_can_mean_two_horizons_keep_both() =>
        Assert.That(HorizonScanner.Find(InlineMarkup.Of("中长期", 0, 3))!.Otherwise, Is.EqualTo(HorizonBucket.MediumTerm));

    [TestCase("long-term Treasuries")]
    [TestCase("短期利率")]
    public void Terms_of_bonds_and_rates_are_no_horizons(string text) =>
        Assert.That(HorizonScanner.Find(InlineMarkup.Of(text, 0, text.Length)), Is.Null);
}
