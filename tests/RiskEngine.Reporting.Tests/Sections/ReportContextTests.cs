using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Sections;

namespace RiskEngine.Reporting.Tests.Sections;

internal sealed class ReportContextTests
{
    private static readonly Claim claim = new(new("chips"), 7, LocalText.Same(""), LocalText.Same("Buy chips."));

    [Test]
    public void A_claim_is_found_by_its_line() => Assert.That(ReportContext.Spot(claim), Is.EqualTo(new LocalText("line 7", "第 7 行")));

    [Test]
    public void A_claim_of_an_article_in_one_line_is_found_by_its_sentence() =>
        Assert.That(ReportContext.Spot(claim with { Sentence = 18 }), Is.EqualTo(new LocalText("sentence 18", "第 18 句")));
}
