using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Tests.Claims;

/// <summary>Risks as notes and news name them.</summary>
public sealed class RiskTests
{
    [TestCase("Key risks stem from a stronger dollar.", "currency")]
    [TestCase("The geopolitical risks associated with the strait are likely to move prices.", "geopolitics")]
    [TestCase("Halden Grid faces a long-term risk from tariffs.", "geopolitics")]
    [TestCase("主要上行风险是通胀回落。", "rates")]
    public void A_sentence_that_names_a_risk_is_read(string text, string kind) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<RiskClaim>().Single().RiskKind, Is.EqualTo(kind));

    [TestCase("Rising costs might hurt Halden Grid's margins.", "margin")]
    [TestCase("If orders slow, shares of Halden Grid could fall.", "demand")]
    [TestCase("A stronger dollar remains a headwind for gold.", "currency")]
    [TestCase("Delays at the plant could push back deliveries and hurt Halden Grid's earnings.", "execution")]
    [TestCase("若下游需求不及预期，储能价格可能承压。", "demand")]
    [TestCase("公司毛利率可能受到原材料涨价冲击。", "margin")]
    public void Harm_that_may_come_is_a_risk_without_the_word(string text, string kind) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<RiskClaim>().Single().RiskKind, Is.EqualTo(kind));

    [TestCase("Rising costs hurt Halden Grid's margins last year.")]
    [TestCase("Tariffs could not hurt Halden Grid's margins.")]
    [TestCase("Could tariffs hurt Halden Grid's margins?")]
    [TestCase("去年公司毛利率承压。")]
    [TestCase("行业压力有望缓解。")]
    public void Harm_that_is_over_denied_or_asked_is_none(string text) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<RiskClaim>(), Is.Empty);

    [TestCase("Risk is the chance that an outcome differs from what is expected.")]
    [TestCase("A risk is the possibility of a loss of demand.")]
    [TestCase("Risk management is central to what the company does.")]
    [TestCase("Higher rates would hurt borrowers but help Cobalt Bancorp, whose margins widen.")]
    [TestCase("风险是指收益的不确定性。")]
    [TestCase("投资者可根据自身风险偏好配置。")]
    public void Definitions_and_other_words_with_risk_in_them_are_none(string text) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<RiskClaim>(), Is.Empty);

    [TestCase("技术路线变化是公司面临的最大变数。", "technology")]
    [TestCase("竞争加剧恐将压缩盈利空间。", "competition")]
    public void A_risk_may_be_called_so_at_the_end(string text, string kind) =>
        Assert.That(TestArticles.ReadText(text).Claims.OfType<RiskClaim>().Single().RiskKind, Is.EqualTo(kind));

    [Test]
    public void An_item_that_is_a_list_itself_is_taken_apart()
    {
        var reading = TestArticles.ReadText("## 风险提示\n\n1. 电网投资规模不及预期；用电量增速下降；关税上调。\n");

        Assert.That(reading.Claims.OfType<RiskClaim>().Select(r => r.RiskKind), Is.EqualTo(new[] { "demand", "demand", "geopolitics" }));
    }

    [Test]
    public void What_explains_a_named_risk_is_no_second_one()
    {
        var reading = TestArticles.ReadText("## 风险提示\n\n专利风险：行业门槛高。若保护不力，可能面临侵权诉讼。\n");

        Assert.That(reading.Claims.OfType<RiskClaim>().Select(r => r.RiskKind), Is.EqualTo(new[] { "litigation" }));
    }
}
