using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Theses;

namespace RiskEngine.Articles.Tests.Theses;

/// <summary>Advice followed at once sells no more than there is.</summary>
public sealed class AdviceSizesTests
{
    private static readonly AdviceClaim buy = Advice("Buy gold");
    private static readonly AdviceClaim sell = Advice("Sell gold");

    private static readonly HashSet<string> instruments = [.. TargetResolver.Securities(buy.Targets)];

    [Test]
    public void A_purchase_alone_has_its_verb_s_size() => Assert.That(AdviceSizes.Of([("a", buy)], instruments)["a"], Is.EqualTo(0.05));

    // Every position pays 5% of itself: of what is sold whole, the rest.
    [Test]
    public void A_sale_leaves_what_the_purchases_take() =>
        Assert.That(AdviceSizes.Of([("a", buy), ("b", sell)], instruments)["b"], Is.EqualTo(0.95));

    [Test]
    public void Two_sales_of_one_holding_sell_it_once()
    {
        var sizes = AdviceSizes.Of([("a", sell), ("b", sell)], instruments);

        Assert.That(sizes.Values, Is.All.EqualTo(0.5));
    }

    [Test]
    public void Many_purchases_take_four_fifths_together()
    {
        var sizes = AdviceSizes.Of([.. Enumerable.Range(0, 40).Select(i => ($"{i}", buy)), ("s", sell)], instruments);

        Assert.That(sizes.Where(s => s.Key != "s").Sum(s => s.Value), Is.EqualTo(0.8).Within(1e-9));
        Assert.That(sizes["s"], Is.EqualTo(0.2).Within(1e-9));
    }

    [Test]
    public void What_cannot_be_traded_has_no_size() => Assert.That(AdviceSizes.Of([("a", buy)], new HashSet<string>()), Is.Empty);

    private static AdviceClaim Advice(string text) =>
        TestArticles.ReadText($"# T\n\n## Recommendations\n\n- {text}\n").Claims.OfType<AdviceClaim>().Single();
}
