using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Tests.Prices;

public sealed class PriceSampleTests
{
    private static readonly double[] first = [100.5, 101.25, 99.75, 102.0, 103.5, 102.75, 104.0, 105.25];
    private static readonly double[] second = [50.2, 50.4, 49.9, 50.1, 51.0, 50.7, 51.3, 51.9];

    /// <summary>Every file holds the same eight closes; those of one vendor quote an index at a hundred times them.</summary>
    [TestCase("yahoo-AAA.csv", "AAA", 1.0)]
    [TestCase("aaa_us_d.csv", "aaa", 1.0)]
    [TestCase("stooq-ascii.txt", "AAA.US", 1.0)]
    [TestCase("investing-us.csv", "investing-us", 100.0)]
    [TestCase("investing-de.csv", "investing-de", 100.0)]
    [TestCase("alphavantage.csv", "alphavantage", 1.0)]
    [TestCase("alphavantage.json", "alphavantage", 1.0)]
    [TestCase("nasdaq.csv", "nasdaq", 1.0)]
    [TestCase("tushare.csv", "600519.SH", 1.0)]
    [TestCase("akshare-600519.csv", "600519", 1.0)]
    [TestCase("yfinance-two-headers.csv", "AAA", 1.0)]
    [TestCase("yfinance-three-headers.csv", "AAA", 1.0)]
    [TestCase("long.csv", "AAA", 1.0)]
    [TestCase("wide-comma.csv", "AAA", 1.0)]
    [TestCase("wide-chinese.csv", "贵州茅台", 1.0)]
    [TestCase("wide-missing.csv", "AAA", 1.0)]
    [TestCase("pandas-index.csv", "AAA", 1.0)]
    [TestCase("folder/AAA.csv", "AAA", 1.0)]
    [TestCase("bloomberg.csv", "AAA US Equity", 1.0)]
    [TestCase("bloomberg-one.csv", "AAA US Equity", 1.0)]
    [TestCase("refinitiv-AAA.O.csv", "AAA.O", 1.0)]
    [TestCase("yahoo-japan-7203.csv", "7203", 100.0)]
    [TestCase("kabu-7203.csv", "7203", 1.0)]
    [TestCase("eastmoney-600519.csv", "600519", 1.0)]
    [TestCase("netease.csv", "600519", 1.0)]
    [TestCase("wind.csv", "600519.SH", 10.0)]
    [TestCase("wind-wide.csv", "贵州茅台", 1.0)]
    [TestCase("DAX Historische Daten.csv", "DAX", 100.0)]
    [TestCase("ariva.csv", "ariva", 1.0)]
    [TestCase("boerse-frankfurt.csv", "boerse-frankfurt", 1.0)]
    [TestCase("google-finance.csv", "google-finance", 1.0)]
    [TestCase("tiingo-AAA.csv", "AAA", 1.0)]
    [TestCase("eodhd-AAA.US.csv", "AAA.US", 1.0)]
    [TestCase("twelvedata.json", "twelvedata", 1.0)]
    [TestCase("twse-2330.csv", "2330", 10.0)]
    public void A_vendor_s_file_gives_its_closes_oldest_first(string name, string instrument, double times)
    {
        var (import, findings) = Sample.Prices(Sample.File("prices/" + name));

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.History.Instruments[0], Is.EqualTo(instrument));
            Assert.That(import.History.PricesOf(instrument).ToArray(), Is.EqualTo(first.Select(p => p * times)).Within(1e-9));
            Assert.That(import.History.Dates[0], Is.EqualTo(new DateOnly(2026, 1, 5)));
        }
    }

    [TestCase("yfinance-BBB.csv", "BBB")]
    [TestCase("yfinance-two-headers.csv", "BBB")]
    [TestCase("yfinance-three-headers.csv", "BBB")]
    [TestCase("long.csv", "BBB")]
    [TestCase("wide-comma.csv", "BBB")]
    [TestCase("pandas-index.csv", "LOW")]
    [TestCase("bloomberg.csv", "BBB US Equity")]
    [TestCase("wind-wide.csv", "平安银行")]
    public void The_second_instrument_has_its_own_closes(string name, string instrument)
    {
        var (import, findings) = Sample.Prices(Sample.File("prices/" + name));

        Assert.That(import?.History.PricesOf(instrument).ToArray(), Is.EqualTo(second), Sample.Lines(findings));
    }

    [Test]
    public void Blanks_and_words_for_nothing_are_gaps()
    {
        var (import, _) = Sample.Prices(Sample.File("prices/wide-missing.csv"));

        Assert.That(import!.Series[1].Gaps, Is.EqualTo(3));
        Assert.That(import.History.PricesOf("BBB")[2], Is.NaN);
    }

    [Test]
    public void Files_of_a_folder_make_one_table()
    {
        var (import, findings) = Sample.Prices(Sample.File("prices/folder/AAA.csv"), Sample.File("prices/folder/BBB.csv"));

        Assert.That(import?.History.Instruments, Is.EqualTo(new[] { "AAA", "BBB" }), Sample.Lines(findings));
        Assert.That(import!.History.PricesOf("BBB")[0], Is.NaN, "its file begins a day later");
    }

    [Test]
    public void A_split_that_nobody_took_out_is_named_and_nothing_is_changed()
    {
        var (import, findings) = Sample.Prices(Sample.File("defects/split.csv"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.Series[0].Splits, Is.EqualTo(new[] { (new DateOnly(2026, 1, 8), "4 for 1") }));
            Assert.That(import.History.PricesOf("split")[3], Is.EqualTo(101.5));
            Assert.That(findings.Any(f => f.Severity == Severity.Warning && f.Message.Contains("4 for 1")));
        }
    }

    [TestCase("only-volume.csv", 1, "opens, highs, lows and volumes are no closes")]
    [TestCase("two-closes-a-day.csv", 4, "2026-01-06 comes twice, with 101 and with 102")]
    [TestCase("bad-price.csv", 3, "found 'n.q.'")]
    public void A_defect_is_refused_where_it_stands(string name, int line, string reason)
    {
        var (import, findings) = Sample.Prices(Sample.File("defects/" + name));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(import, Is.Null);
            Assert.That(findings[0].Location.Line, Is.EqualTo(line));
            Assert.That(findings[0].Message, Does.Contain(reason));
        }
    }

    [TestCase("yahoo-SPY.csv", "SPY")]
    [TestCase("stooq-d.csv", "stooq-d")]
    [TestCase("yfinance-single.csv", "SPY")]
    [TestCase("yfinance-multi.csv", "AAPL,SPY")]
    [TestCase("investing-us.csv", "investing-us")]
    [TestCase("alphavantage.csv", "alphavantage")]
    [TestCase("long.csv", "SPY,AAPL")]
    [TestCase("monthly.csv", "SPY,AAPL")]
    [TestCase("nan.csv", "SPY,AAPL")]
    [TestCase("const.csv", "SPY,CASHFUND")]
    [TestCase("two.csv", "SPY")]
    public void A_file_beside_the_project_is_read_as_it_is(string name, string instruments)
    {
        var path = SharedInputs.Find("prices", name);

        var (import, findings) = Sample.Prices(new RiskEngine.Importing.Text.OutsideFile(name, File.ReadAllBytes(path)));

        Assert.That(import is null ? "" : string.Join(',', import.History.Instruments), Is.EqualTo(instruments), Sample.Lines(findings));
    }
}
