using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Verification;

namespace RiskEngine.Articles.Tests.Verification;

/// <summary>A claim that is right is bent in one place, and the verifier has to see it.</summary>
public sealed class ClaimVerifierTests
{
    private const string Text =
        "# Note\n\n## Recommendations\n\n### Short term (1-3 months)\n\n- Buy Halden Grid on weakness\n\nWe expect 420 GWh in 2026.\n";

    private readonly ArticleReading reading = TestArticles.ReadText(Text);

    private AdviceClaim Advice => reading.Claims.OfType<AdviceClaim>().Single();

    private PredictionClaim Prediction => reading.Claims.OfType<PredictionClaim>().Single();

    [Test]
    public void What_the_rules_read_is_proved() => Assert.That(reading.Rejections, Is.Empty);

    [Test]
    public void A_number_that_is_not_in_the_quote_is_rejected() =>
        Assert.That(Check(Prediction with { Quantity = Prediction.Quantity! with { Low = 480, High = 480 } }), Does.Contain("number 480"));

    [Test]
    public void A_year_that_is_not_in_the_quote_is_rejected()
    {
        var date = Prediction.Date! with { To = new DateOnly(2031, 12, 31) };

        Assert.That(Check(Prediction with { Date = date }), Does.Contain("2031"));
    }

    [Test]
    public void A_name_that_stands_elsewhere_is_rejected()
    {
        var target = Advice.Targets[0] with { Name = "Voltara" };

        Assert.That(Check(Advice with { Targets = [target] }), Does.Contain("Voltara"));
    }

    [Test]
    public void The_wrong_direction_is_rejected() =>
        Assert.That(Check(Advice with { Direction = AdviceDirection.Reduce }), Does.Contain("does not mean"));

    [Test]
    public void A_horizon_from_outside_the_quote_is_rejected() => Assert.That(Check(Advice with { Context = [] }), Does.Contain("horizon"));

    [Test]
    public void A_quote_that_is_not_at_its_place_is_rejected() =>
        Assert.That(Check(Advice with { Evidence = Advice.Evidence with { Quote = "Sell Halden Grid" } }), Does.Contain("quote"));

    [TestCase(62e9, "$620亿", true)]
    [TestCase(6.2e9, "$620亿", false)]
    [TestCase(0.85, "85%", true)]
    [TestCase(85, "8.5%", false)]
    [TestCase(3, "近三倍", true)]
    public void Digits_and_sizes_prove_a_value(double value, string text, bool expected) =>
        Assert.That(NumberProof.IsIn(text, text, value), Is.EqualTo(expected));

    private string? Check(ArticleClaim claim) => new ClaimVerifier(reading.Article).Check(claim);
}
