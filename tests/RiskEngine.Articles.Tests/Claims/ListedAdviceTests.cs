using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Tests.Claims;

/// <summary>Advice in headings and lists, in the author's own trades, and about "the stock".</summary>
public sealed class ListedAdviceTests
{
    [TestCase("## Two stocks to sell:\n\n### Halden Grid (HLDN)\n\nIts margins shrink.\n", "halden", AdviceDirection.Reduce)]
    [TestCase("Here are her Buy-rated picks:\n\n- Halden Grid, a maker of meters.\n", "halden", AdviceDirection.Buy)]
    [TestCase("## Selling Halden Grid\n\nThe order was filled in June.\n", "halden", AdviceDirection.Reduce)]
    [TestCase("## Halden Grid downgraded to \"Hold\"\n\nNothing more was said.\n", "halden", AdviceDirection.Watch)]
    [TestCase("## 推荐标的\n\n- 云岭储能：订单充足。\n", "yunling", AdviceDirection.Buy)]
    public void A_heading_or_the_words_before_a_list_advise_what_follows(string text, string target, AdviceDirection direction)
    {
        var claim = TestArticles.ReadText(text).Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Targets.Select(t => t.Id), Is.EqualTo(new[] { target }));
        Assert.That(claim.Direction, Is.EqualTo(direction));
    }

    [TestCase("## Stocks not to buy\n\n- Halden Grid, a maker of meters.\n")]
    [TestCase("## Which stocks to buy?\n\n- Halden Grid, a maker of meters.\n")]
    [TestCase("Here is what analysts cover:\n\n- Halden Grid, a maker of meters.\n")]
    public void A_list_of_something_else_advises_nothing(string text) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<AdviceClaim>(), Is.Empty);

    [TestCase("Halden Grid had a good year. The firm raised its rating to Outperform from Neutral.", AdviceDirection.Buy)]
    [TestCase("Halden Grid is cheap. Now is the time to buy the stock.", AdviceDirection.Buy)]
    [TestCase("Halden Grid is worth owning.", AdviceDirection.Buy)]
    [TestCase("I just bought Halden Grid.", AdviceDirection.Buy)]
    [TestCase("In June we trimmed Halden Grid.", AdviceDirection.Reduce)]
    [TestCase("Halden Grid remains a top underperform idea; the top underperform ideas are Halden Grid and gas.", AdviceDirection.Reduce)]
    [TestCase("Ada Ferrow moved Halden Grid from Sell all the way to Neutral.", AdviceDirection.Watch)]
    public void Advice_without_a_name_or_in_the_past_tense_of_a_trade_is_read(string text, AdviceDirection direction)
    {
        var claim = TestArticles.ReadText(text).Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Targets.Select(t => t.Id), Is.EqualTo(new[] { "halden" }));
        Assert.That(claim.Direction, Is.EqualTo(direction));
    }

    [Test]
    public void Companies_of_a_recommended_list_need_no_symbol()
    {
        var reading = TestArticles.ReadText("建议关注龙头松溪水泥、白河水泥及弹性标的青岚股份。");
        var claim = reading.Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Targets.Select(t => t.Name), Is.EqualTo(new[] { "松溪水泥", "白河水泥", "青岚股份" }));
    }

    [TestCase("建议关注光伏玻璃、海上风电、新型储能等方向。")]
    [TestCase("推荐关注农药、代糖、维生素等行业。")]
    public void Products_and_industries_are_no_companies(string text)
    {
        var names = TestArticles.ReadText(text).Claims.OfType<AdviceClaim>().SelectMany(c => c.Targets);

        Assert.That(names.Where(t => t.Kind == Articles.Entities.EntityKind.UnknownName), Is.Empty);
    }
}
