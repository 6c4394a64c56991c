using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Tests.Claims;

/// <summary>What sounds like advice and is none.</summary>
public sealed class CautionTests
{
    [TestCase("We would not buy Halden Grid.", "negated")]
    [TestCase("If rates fall, we would buy Halden Grid.", "conditional")]
    [TestCase("Bears say investors should sell Halden Grid.", "what others say")]
    [TestCase("Should investors buy Halden Grid?", "a question")]
    [TestCase("We recommend everyone buy Halden Grid, yeah right.", "irony")]
    [TestCase("Last year we recommended that clients buy Halden Grid.", "a past call")]
    [TestCase("我们不建议买入云岭储能。", "negated")]
    [TestCase("如果降息，建议买入云岭储能。", "conditional")]
    [TestCase("有人建议买入云岭储能。", "what others say")]
    [TestCase("建议现在买入云岭储能吗？", "a question")]
    [TestCase("去年我们推荐买入云岭储能。", "a past call")]
    public void Such_words_are_set_aside_with_the_reason(string text, string reason)
    {
        var reading = TestArticles.ReadText(text);

        Assert.That(reading.Claims.OfType<AdviceClaim>(), Is.Empty);
        Assert.That(reading.SetAside.Select(s => s.Reason), Does.Contain(reason));
    }

    [TestCase("We recommend investors buy Halden Grid.", "halden", AdviceDirection.Buy)]
    [TestCase("我们建议投资者买入云岭储能。", "yunling", AdviceDirection.Buy)]
    [TestCase("我們建議投資者減持雲嶺儲能。", "yunling", AdviceDirection.Reduce)]
    public void The_same_words_said_plainly_are_advice(string text, string target, AdviceDirection direction)
    {
        var claim = TestArticles.ReadText(text).Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Targets.Select(t => t.Id), Is.EqualTo(new[] { target }));
        Assert.That(claim.Direction, Is.EqualTo(direction));
    }

    [Test]
    public void No_horizon_leaves_three_readings_whose_weights_add_to_one()
    {
        var claim = TestArticles.ReadText("We recommend investors buy Halden Grid.").Claims.OfType<AdviceClaim>().Single();

        Assert.That(claim.Readings, Has.Count.EqualTo(3));
        Assert.That(claim.Readings.Sum(r => r.Weight), Is.EqualTo(1).Within(1e-12));
    }
}
