using RiskEngine.Loading.Drafts;

namespace RiskEngine.Loading.Tests.Drafts;

public sealed class ReferenceMarketTests
{
    private static readonly ReferenceMarket market = ReferenceMarket.Read();

    [TestCase("technology")]
    [TestCase("communication-services")]
    [TestCase("consumer-discretionary")]
    [TestCase("consumer-staples")]
    [TestCase("energy")]
    [TestCase("financials")]
    [TestCase("health-care")]
    [TestCase("industrials")]
    [TestCase("materials")]
    [TestCase("real-estate")]
    [TestCase("utilities")]
    [TestCase("treasuries-20y")]
    [TestCase("gold")]
    [TestCase("bitcoin")]
    [TestCase("ether")]
    public void Sector_or_asset_class_is_a_factor(string id) => Assert.That(market.Factors, Contains.Key(id));

    // Calendar-year and crisis returns that their issuers publish: 2008-09 halved shares, and long Treasuries gained.
    [TestCase("us-equity", -0.60, -0.45)]
    [TestCase("financials", -0.80, -0.60)]
    [TestCase("treasuries-20y", 0.10, 0.35)]
    public void Crisis_of_2008_went_as_it_is_remembered(string factor, double low, double high) =>
        Assert.That(market.Factors[factor].Episodes[0], Is.InRange(low, high));

    [Test]
    public void Every_country_and_currency_names_a_factor() =>
        Assert.Multiple(() =>
        {
            Assert.That(market.Countries.Values.Distinct(), Is.SubsetOf(market.Factors.Keys));
            Assert.That(
                market.Currencies.Values.Select(c => c.Factor).Where(f => f.Length > 0).Distinct(),
                Is.SubsetOf(market.Factors.Keys)
            );
        });

    [Test]
    public void No_variance_of_any_mix_is_below_zero()
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var mix = market.Factors.Keys.Select(f => KeyValuePair.Create(f, random.NextDouble() - 0.5)).ToList();
            Assert.That(market.Covariance(mix, mix), Is.Positive);
        }
    }
}
