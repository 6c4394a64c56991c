using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Tests.Claims;

/// <summary>Which horizon of a text is that of which advice. What is expected is what the sentences say; we wrote them ourselves.</summary>
public sealed class AdviceHorizonTests
{
    [TestCase("Buy Halden Grid for the medium to long term.", "halden Buy Long|Medium")]
    [TestCase("For the medium to long term, buy Halden Grid.", "halden Buy Long|Medium")]
    [TestCase("On a 12-month view, sell Voltara.", "voltara Reduce Medium")]
    [TestCase("With a three-year horizon, buy Halden Grid.", "halden Buy Long")]
    [TestCase("Within the next quarter, take profits on Voltara.", "voltara Reduce Short")]
    [TestCase("Longer term, we prefer Halden Grid to Voltara.", "halden Buy Long")]
    [TestCase("Over the medium term, we recommend buying Halden Grid.", "halden Buy Medium")]
    [TestCase("Over the next 6-12 months we would add to Halden Grid and trim Voltara.", "halden Buy Medium; voltara Reduce Medium")]
    [TestCase("In the short term, avoid Voltara; over the long run, accumulate Halden Grid.", "voltara Reduce Short; halden Buy Long")]
    [TestCase("Short term: trim Voltara. Long term: buy Halden Grid.", "voltara Reduce Short; halden Buy Long")]
    [TestCase("Investors with a horizon of 3-5 years should buy Halden Grid.", "halden Buy Long")]
    [TestCase("Until year-end, stay overweight Halden Grid.", "halden Buy Medium")]
    [TestCase("Buy Halden Grid; horizon: 12 months.", "halden Buy Medium")]
    [TestCase("中长期来看，逢低买入云岭储能。", "yunling Buy Long|Medium")]
    [TestCase("短期建议减持云岭储能，长期持有。", "yunling Reduce Short; yunling Watch Long")]
    [TestCase("未来6-12个月，我们建议增持云岭储能、减持北河电池。", "yunling Buy Medium; beihe Reduce Medium")]
    [TestCase("从中期看，建议配置云岭储能；短期回避北河电池。", "yunling Buy Medium; beihe Reduce Short")]
    [TestCase("短期来看，回避北河电池；长期来看，买入云岭储能。", "beihe Reduce Short; yunling Buy Long")]
    [TestCase("短线可减仓北河电池，中线继续持有云岭储能。", "beihe Reduce Short; yunling Watch Medium")]
    [TestCase("站在三年的维度，我们看好云岭储能。", "yunling Buy Long")]
    [TestCase("以12个月为限，卖出北河电池。", "beihe Reduce Medium")]
    [TestCase("长线投资者可逢低买入云岭储能，短线投资者宜回避。", "yunling Buy Long; yunling Reduce Short")]
    [TestCase("買入雲嶺儲能；持有期兩年。", "yunling Buy Long")]
    [TestCase("建议买入云岭储能，期限为6-12个月。", "yunling Buy Medium")]
    public void It_may_stand_before_or_behind_the_advice(string text, string expected) => Assert.That(Told(text), Is.EqualTo(expected));

    [TestCase("Our short-term ideas are:\n\n- Buy Halden Grid\n- Trim Voltara\n", "halden Buy Short; voltara Reduce Short")]
    [TestCase(
        "# Ideas\n\nFor the long term:\n\n- Buy Halden Grid\n\nShort term:\n\n- Trim Voltara\n",
        "halden Buy Long; voltara Reduce Short"
    )]
    [TestCase("# 策略\n\n未来两年的配置如下：\n\n- 减持北河电池\n- 买入云岭储能\n", "beihe Reduce Long; yunling Buy Long")]
    [TestCase("| Company | Short term | Long term |\n|---|---|---|\n| Halden Grid | Hold | Buy |\n", "halden Watch Short; halden Buy Long")]
    [TestCase("| 公司 | 短期（1-3个月） | 长期 |\n|---|---|---|\n| 北河电池 | 卖出 | 买入 |\n", "beihe Reduce Short; beihe Buy Long")]
    [TestCase("| Company | Horizon | Action |\n|---|---|---|\n| Halden Grid | 6-12 months | Buy |\n", "halden Buy Medium")]
    public void It_may_stand_above_a_list_or_in_a_table(string text, string expected) => Assert.That(Told(text), Is.EqualTo(expected));

    [TestCase("For the medium to long term, do not buy Halden Grid.")]
    [TestCase("For the medium to long term, if rates fall, buy Halden Grid.")]
    [TestCase("Should you, for the long term, buy Halden Grid?")]
    [TestCase("For the long term, bears say, sell Halden Grid.")]
    [TestCase("In the long term, we recommended buying Halden Grid last year.")]
    [TestCase("Over the long term, stock prices follow earnings at Halden Grid.")]
    [TestCase("Over the next 12 months, Voltara will sell its unit to Halden Grid.")]
    [TestCase("Over the past two years, buyers of Halden Grid did well.")]
    [TestCase("长期来看，不建议买入云岭储能。")]
    [TestCase("长期来看，若需求回暖，可买入云岭储能。")]
    [TestCase("长期来看，有人建议买入云岭储能。")]
    [TestCase("长期来看，要不要买入云岭储能？")]
    [TestCase("长期来看，我们去年推荐的云岭储能已兑现。")]
    [TestCase("短期投资云岭储能的基金上月遭遇赎回。")]
    public void A_horizon_in_front_makes_no_advice_of_what_is_none(string text) => Assert.That(Told(text), Is.Empty);

    private static string Told(string text) =>
        string.Join(
            "; ",
            TestArticles
                .ReadText(text)
                .Claims.OfType<AdviceClaim>()
                .Select(c => $"{string.Join(",", c.Targets.Select(t => t.Id))} {c.Direction} {Told(c.Horizon)}")
        );

    private static string Told(HorizonExpression? horizon) =>
        horizon is null ? "none" : Short(horizon.Bucket) + (horizon.Otherwise is { } other ? "|" + Short(other) : "");

    private static string Short(HorizonBucket bucket) => bucket.ToString().Replace("Term", "", StringComparison.Ordinal);
}
