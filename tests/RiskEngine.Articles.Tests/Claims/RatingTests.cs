using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Tests.Claims;

/// <summary>Ratings as notes and news write them: changed, set in quotation marks, behind a colon, without a name.</summary>
public sealed class RatingTests
{
    [TestCase("Analysts at Alder Research downgraded Halden Grid from Outperform to Market Perform.", "halden", AdviceDirection.Watch)]
    [TestCase("- Halden Grid (NYSE: HLDN) downgraded from Market Perform to Underperform.", "halden", AdviceDirection.Reduce)]
    [TestCase("- Halden Grid (NYSE: HLDN): Hold", "halden", AdviceDirection.Watch)]
    [TestCase("- Halden Grid (NYSE: HLDN): Sell, $9 price target", "halden", AdviceDirection.Reduce)]
    [TestCase("该行将云岭储能的评级由「中性」至「买入」。", "yunling", AdviceDirection.Buy)]
    [TestCase("云岭储能评级获上调至「增持」。", "yunling", AdviceDirection.Buy)]
    [TestCase("我们维持云岭储能“买入-A”的投资评级。", "yunling", AdviceDirection.Buy)]
    [TestCase("高盛指出，看好云岭储能。", "yunling", AdviceDirection.Buy)]
    [TestCase("Consider rebalancing toward fixed income.", "bonds", AdviceDirection.Buy)]
    [TestCase("We recommend selling Halden Grid.", "halden", AdviceDirection.Reduce)]
    public void The_rating_that_holds_is_the_advice(string text, string target, AdviceDirection direction)
    {
        var claim = TestArticles.ReadText(text).Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Targets.Select(t => t.Id), Is.EqualTo(new[] { target }));
        Assert.That(claim.Direction, Is.EqualTo(direction));
    }

    [TestCase("Goldman Sachs' Ada Ferrow upgraded Halden Grid from Sell to Neutral.", "halden")]
    [TestCase("高盛将云岭储能评级上调至买入。", "yunling")]
    public void Who_rates_is_not_what_is_rated(string text, string target)
    {
        var claim = TestArticles.ReadText(text).Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Targets.Select(t => t.Id), Is.EqualTo(new[] { target }));
        Assert.That(claim.Who, Is.Not.Null);
    }

    [Test]
    public void A_rating_without_a_name_is_of_the_company_in_the_title_and_for_its_price_targets_horizon()
    {
        var reading = TestArticles.ReadText("# 松溪精工(688777)：订单回暖\n\n2025-10-31\n\n- 维持“增持”评级\n- 12个月目标价为41.5元\n");
        var claim = reading.Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Targets.Single().Name, Is.EqualTo("松溪精工"));
        Assert.That(claim.Horizon?.Bucket, Is.EqualTo(HorizonBucket.MediumTerm));
    }

    [Test]
    public void A_name_that_the_article_introduces_by_a_symbol_is_known_from_then_on()
    {
        var reading = TestArticles.ReadText("Tolvane Pharma Inc TLVN reported on Monday.\n\nWe upgraded Tolvane to Buy.");
        var claim = reading.Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Targets.Single().Id, Is.EqualTo("tlvn"));
    }

    [TestCase("| 股份 | 投资评级 |\n|---|---|\n| 云岭储能 | 中性 -> 买入 |\n")]
    public void A_cell_that_shows_a_change_holds_the_new_rating(string table) =>
        Assert.That(TestArticles.ReadText(table).Claims.OfType<AdviceClaim>().Single().Direction, Is.EqualTo(AdviceDirection.Buy));

    [TestCase("我们认为储能迎来投资机遇。")]
    [TestCase("观察今年的走势，云岭储能偏强。")]
    [TestCase("Upgrades like Halden Grid's help everyone, we think.")]
    [TestCase("Follow Halden Grid and the rest of us on LinkedIn, Instagram and X.")]
    public void Words_of_advice_within_other_words_are_none(string text) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<AdviceClaim>(), Is.Empty);
}
