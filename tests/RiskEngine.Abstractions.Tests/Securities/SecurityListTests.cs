using RiskEngine.Abstractions.Securities;

namespace RiskEngine.Abstractions.Tests.Securities;

/// <summary>A security is found under any of its names; the user's own row wins.</summary>
public sealed class SecurityListTests
{
    private static readonly Security tencent = new()
    {
        Id = "tencent",
        Kind = SecurityKind.Equity,
        Name = "Tencent",
        ChineseName = "腾讯控股",
        Aliases = ["腾讯"],
        Symbols = ["0700.HK", "TCEHY"],
        Isin = "KYG875721634",
    };

    [TestCase("0700.hk")]
    [TestCase(" TCEHY ")]
    [TestCase("KYG875721634")]
    [TestCase("tencent")]
    public void Codes_find_it_whatever_their_case(string code) =>
        Assert.That(new SecurityList([tencent]).FindCode(code), Is.SameAs(tencent));

    [TestCase("腾讯")]
    [TestCase("腾讯控股")]
    [TestCase("TENCENT")]
    public void Names_find_it_in_any_language(string name) => Assert.That(new SecurityList([tencent]).FindName(name), Is.SameAs(tencent));

    [Test]
    public void A_later_row_wins()
    {
        var own = tencent with { Name = "My Tencent" };

        Assert.That(new SecurityList([tencent, own]).FindCode("0700.HK"), Is.SameAs(own));
    }

    [Test]
    public void What_nobody_knows_is_not_found() => Assert.That(new SecurityList([tencent]).FindCode("0701.HK"), Is.Null);
}
