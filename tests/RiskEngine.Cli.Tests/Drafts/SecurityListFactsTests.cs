using RiskEngine.Importing.Securities;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Tests.Drafts;

/// <summary>What the security list and the reference market say of each other.</summary>
public sealed class SecurityListFactsTests
{
    private static readonly ReferenceMarket market = ReferenceMarket.Read();

    [Test]
    public void Every_sector_of_the_list_is_a_factor() =>
        Assert.That(ShippedSecurities.Read().Select(s => s.Sector).Distinct(), Is.SubsetOf(market.Factors.Keys));

    [Test]
    public void No_security_has_the_id_of_a_factor() =>
        Assert.That(ShippedSecurities.Read().Select(s => s.Id).Intersect(market.Factors.Keys), Is.Empty);

    [Test]
    public void Every_country_of_the_list_has_a_factor() =>
        Assert.That(
            ShippedSecurities.Read().Select(s => s.Country).Where(c => c.Length > 0).Distinct(),
            Is.SubsetOf(market.Countries.Keys)
        );

    [Test]
    public void Every_size_of_the_list_has_an_own_risk() =>
        Assert.That(ShippedSecurities.Read().Select(s => s.Size).Where(s => s.Length > 0).Distinct(), Is.SubsetOf(market.OwnRisks.Keys));
}
