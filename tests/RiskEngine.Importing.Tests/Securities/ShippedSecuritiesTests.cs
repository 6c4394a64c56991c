using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Securities;

namespace RiskEngine.Importing.Tests.Securities;

/// <summary>The shipped list, held to what can be checked of it.</summary>
public sealed class ShippedSecuritiesTests
{
    private static readonly IReadOnlyList<Security> all = ShippedSecurities.Read();
    private static readonly SecurityList list = new(all);

    private static readonly string[] kindsWithSize = ["mega", "large", "mid", "small"];

    [Test]
    public void Some_hundreds_of_securities_of_every_region_are_known() =>
        Assert.Multiple(() =>
        {
            Assert.That(all, Has.Count.GreaterThan(400));
            foreach (var country in new[] { "US", "DE", "FR", "GB", "NL", "CH", "CN", "HK", "TW", "KR", "JP" })
                Assert.That(all.Count(s => s.Country == country), Is.GreaterThanOrEqualTo(4), country);
        });

    [Test]
    public void No_code_names_two_securities()
    {
        var twice = all.SelectMany(s =>
                new[] { s.Id, s.Isin, s.Cusip, s.Sedol, s.Wkn }
                    .Concat(s.Symbols)
                    .Where(c => c.Length > 0)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
            )
            .GroupBy(c => c, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key);
        Assert.That(twice, Is.Empty);
    }

    [Test]
    public void No_name_or_alias_names_two_securities()
    {
        var twice = all.SelectMany(s =>
                new[] { s.Name, s.ChineseName }.Concat(s.Aliases).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            )
            .GroupBy(n => n, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key);
        Assert.That(twice, Is.Empty);
    }

    [Test]
    public void Every_listed_share_has_symbol_country_currency_sector_and_size()
    {
        var bare = all.Where(s => s.Kind == SecurityKind.Equity)
            .Where(s => s.Symbols.Count == 0 || s.Country == "" || s.Currency == "" || s.Sector == "" || !kindsWithSize.Contains(s.Size));
        Assert.That(bare.Select(s => s.Id), Is.Empty);
    }

    // Codes as exchanges, filings and the numbering agencies publish them; among them every way that vendors write a symbol.
    [TestCase("US0378331005", "aapl")]
    [TestCase("037833100", "aapl")]
    [TestCase("865985", "aapl")]
    [TestCase("nvda", "nvda")]
    [TestCase("US.NVDA", "nvda")]
    [TestCase("BRK.B", "brk-b")]
    [TestCase("BRK-B", "brk-b")]
    [TestCase("BRK/B", "brk-b")]
    [TestCase("0700.HK", "tencent")]
    [TestCase("700.HK", "tencent")]
    [TestCase("00700", "tencent")]
    [TestCase("HK.00700", "tencent")]
    [TestCase("600519", "moutai")]
    [TestCase("600519.SS", "moutai")]
    [TestCase("SH600519", "moutai")]
    [TestCase("sz.300750", "catl")]
    [TestCase("2330.TW", "tsm")]
    [TestCase("005930.KS", "samsung")]
    [TestCase("7203.T", "toyota")]
    [TestCase("0263494", "bae")]
    [TestCase("716460", "sap")]
    [TestCase("SAP.DE", "sap")]
    [TestCase("BTC-USD", "btc")]
    public void Published_code_finds_its_security(string code, string id) => Assert.That(list.FindCode(code)?.Id, Is.EqualTo(id));

    [TestCase("英伟达", "nvda")]
    [TestCase("台积电", "tsm")]
    [TestCase("贵州茅台", "moutai")]
    [TestCase("腾讯", "tencent")]
    [TestCase("google", "googl")]
    [TestCase("Cerebras Systems", "cerebras")]
    [TestCase("摩尔线程", "moore-threads")]
    public void Name_in_either_language_finds_its_security(string name, string id) => Assert.That(list.FindName(name)?.Id, Is.EqualTo(id));

    [Test]
    public void Etf_of_the_market_data_is_in_the_list()
    {
        var file = Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../../../shared/market/prices-etf.csv");
        if (!File.Exists(file))
            Assert.Ignore("no market data beside the project");
        var tickers = File.ReadLines(file).First().Split(',').Skip(1);
        Assert.That(tickers.Where(t => list.FindCode(t) is null), Is.Empty);
    }
}
