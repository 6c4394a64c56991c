using RiskEngine.Importing.Positions;

namespace RiskEngine.Importing.Tests.Positions;

/// <summary>Each value is worked out by hand from the rows of the file: units times price, and cash.</summary>
public sealed class PositionSampleTests
{
    [TestCase("fidelity.csv", "USD", (30 * 410.20) + (10 * 480.10) + 1250.75, 3, 1)]
    [TestCase("schwab.csv", "USD", (1210 * 180.25) + (800.5 * 27.10) + 7500.10, 3, 0)]
    [TestCase("vanguard.csv", "USD", 37403.20 + 900.12 + 9710.00, 3, 0)]
    [TestCase("ibkr-flex.csv", "EUR", 14575.0, 3, 2)]
    [TestCase("ibkr-activity.csv", "USD", (20 * 600) + (5.5 * 500) + 1500.5, 3, 1)]
    [TestCase("trading212.csv", "USD", (((10 + 2 - 4) * 10) + 20) * 19.0, 1, 0)]
    [TestCase("degiro-nl.csv", "EUR", 1250.40 + 6502.00 + 4320.00, 3, 0)]
    [TestCase("degiro-en.csv", "EUR", 80.25 + 12055.00, 2, 0)]
    [TestCase("comdirect.csv", "EUR", (40 * 185.50) + (12.5 * 98.40), 2, 0)]
    [TestCase("consorsbank.csv", "EUR", (15 * 320.10) + (1000 * 30.25), 2, 0)]
    [TestCase("consorsbank-older.csv", "EUR", (40 * 210.25) + (10 * 100.25), 2, 0)]
    [TestCase("degiro-fr.csv", "EUR", 250.75 + 3555.00 + 2354.00, 3, 0)]
    [TestCase("saxo-it.csv", "EUR", (5 * 1185.0) + 3727.50, 2, 0)]
    [TestCase("futu-groups.csv", "HKD", 100 * 500.50, 1, 0)]
    [TestCase("dkb.csv", "EUR", 4205.00 + 1553.88, 2, 0)]
    [TestCase("firstrade.csv", "USD", 2776.00 + 2005.70, 2, 0)]
    [TestCase("kabu.csv", "JPY", 100 * 3150.0, 1, 0)]
    [TestCase("taiwan.csv", "TWD", 1000 * 1050.0, 1, 0)]
    [TestCase("avanza.csv", "SEK", 35000.00 + 25430.50, 2, 0)]
    [TestCase("scalable.csv", "EUR", (5 * 100.0) + ((10 - 4) * 205.0), 2, 0)]
    [TestCase("trade-republic.csv", "EUR", (10 - 2) * 101.0, 1, 0)]
    [TestCase("revolut.csv", "USD", (2 - 0.5) * 260.0, 1, 0)]
    [TestCase("freetrade.csv", "USD", (2 - 1) * 260.0, 1, 0)]
    [TestCase("flatex.csv", "EUR", 4205.00 + 1553.88, 2, 0)]
    [TestCase("xtb.csv", "USD", (3 * 277.60) + (2 * 401.14), 2, 0)]
    [TestCase("portfolio-performance-de.csv", "EUR", (1500 * 18.20) + (100 * 45.10) + 6885.25, 3, 0)]
    [TestCase("portfolio-performance-en.csv", "USD", (30 * 600.50) + (15 * 298.45), 2, 0)]
    [TestCase("ghostfolio.csv", "USD", (10 + 5 - 3) * 500.0, 1, 0)]
    [TestCase("ghostfolio.json", "USD", ((8 - 4) * 175.25) + 500.5, 2, 0)]
    [TestCase("parqet.csv", "EUR", (10 - 4) * 180.0, 1, 0)]
    [TestCase("futu.csv", "HKD", (300 * 500.50) + (1000 * 120.0) + 20000, 3, 0)]
    [TestCase("futu-en.csv", "USD", (20 * 270.10) + (50 * 130.20), 2, 0)]
    [TestCase("tonghuashun.xls", "CNY", (100 * 1500.0) + (500 * 130.0), 2, 0)]
    [TestCase("xueqiu.csv", "CNY", (2000 * 55.20) + (100 * 260.0), 2, 0)]
    [TestCase("plain-any-order.csv", "USD", (3 * 1020.50) + (40 * 55.25), 2, 0)]
    [TestCase("plain-french.csv", "EUR", (1200 * 58.45) + (10 * 410.20) + 1500.75, 3, 0)]
    [TestCase("plain-japanese.csv", "JPY", (200 * 3100.5) + (100 * 13500.0), 2, 0)]
    [TestCase("plain-taiwan.csv", "TWD", (1000 * 1050.0) + (2000 * 200.50), 2, 0)]
    [TestCase("plain-swiss.csv", "CHF", (150 * 95.12) + (40 * 290.50), 2, 0)]
    [TestCase("plain-utf16.txt", "USD", (75 * 110.40) + (12 * 310.0), 2, 0)]
    [TestCase("plain-pence.csv", "GBP", (5000 * 0.7520) + (300 * 7.20), 2, 0)]
    [TestCase("fidelity-history.csv", "USD", (20 - 5) * 270.0, 1, 0)]
    [TestCase("quantities-and-values.csv", "EUR", 9840.00 + 2900.40, 2, 0)]
    [TestCase("workbook.xlsx", "USD", (200 * 70.125) + (50 * 150.5), 2, 0)]
    [TestCase("etrade.csv", "USD", (10 * 277.60) + (18 * 238.58) + 499.967 + 3000, 4, 1)]
    [TestCase("merrill.csv", "USD", (100 * 277.60) + (40 * 686.97) + 2486.98, 3, 1)]
    [TestCase("robinhood.csv", "USD", ((15 - 5) * 260.0) + ((10 + 0.001791) * 188.48), 2, 1)]
    [TestCase("wealthsimple.csv", "CAD", (40 * 170.20) + (20 * 190.5) + 250.5, 3, 0)]
    [TestCase("questrade.csv", "CAD", (40 * 170.2) + (20 * 228.5), 2, 0)]
    [TestCase("hargreaves-lansdown.csv", "GBP", (30 * 105.0) + (45 * 27.3644) + 100, 3, 0)]
    [TestCase("aj-bell.csv", "GBP", 500.25 + (20 * 139.5) + 2043.14, 3, 0)]
    [TestCase("saxo.csv", "EUR", (5 * 1185.0) + 3727.50, 2, 0)]
    [TestCase("swissquote.csv", "CHF", (50 * 78.42) + 2153.90, 2, 0)]
    [TestCase("boursorama.csv", "EUR", (10 * 552.37) + (15 * 161.42), 2, 0)]
    [TestCase("sbi.csv", "JPY", (100 * 3150.0) + (50 * 3420.0) + (50_000 * 33_250.0 / 10_000), 3, 0)]
    [TestCase("rakuten.csv", "JPY", (100 * 3954.0) + 435_527 + 34_673, 3, 0)]
    [TestCase("eastmoney.xls", "CNY", (100 * 1525.0) + (200 * 361.2), 2, 0)]
    [TestCase("huatai.xls", "CNY", (100 * 1525.0) + (200 * 361.2) + 12345.67, 3, 0)]
    [TestCase("moomoo.csv", "USD", 10 * 277.60, 1, 1)]
    [TestCase("degiro-one-column.csv", "EUR", 125.50 + 23490.00, 2, 0)]
    [TestCase("schwab-assettype.csv", "USD", (100 * 277.60) + 2000, 2, 0)]
    [TestCase("fidelity-401k.csv", "USD", 2824.05 + (10 * 686.97) + (3 * 508.0), 3, 0)]
    [TestCase("degiro-transactions.csv", "USD", (10 - 4 + 8) * 277.60, 1, 0)]
    [TestCase("vanguard-transactions.csv", "USD", (10 + 5) * 320.5, 1, 0)]
    [TestCase("schwab-history.csv", "USD", (100 + 1.5) * 27.10, 1, 1)]
    [TestCase("tonghuashun-transactions.xls", "CNY", (100 - 50) * 1520.0, 1, 0)]
    [TestCase("ibkr-flex-sections.csv", "USD", 100 * 277.60, 1, 0)]
    [TestCase("plain-spanish.csv", "EUR", (20 * 47.25) + (100 * 18.05), 2, 0)]
    [TestCase("plain-india.csv", "INR", (10 * 1620.30) + (20 * 1712.0), 2, 0)]
    [TestCase("coinbase.csv", "USD", ((0.05 - 0.01) * 105_000) + (0.001 * 2500), 2, 0)]
    [TestCase("ibkr-tws.csv", "USD", (100 * 277.60) + 5000, 2, 0)]
    [TestCase("vanguard-529.csv", "USD", 250.123 * 13.41, 1, 0)]
    [TestCase("avanza-transactions.csv", "SEK", (10 - 4) * 260.5, 1, 0)]
    [TestCase("bitvavo-transactions.csv", "EUR", (0.5 - 0.2) * 42_000, 1, 0)]
    [TestCase("bux-transactions.csv", "USD", (1 - 0.5) * 180.0, 1, 0)]
    [TestCase("degiro-account.csv", "EUR", (5 - 2) * 700.0, 1, 0)]
    [TestCase("delta-transactions.csv", "USD", (5 - 2) * (380.0 / 2), 1, 0)]
    [TestCase("directa-transactions.csv", "EUR", (5 - 2) * (170.5 / 2), 1, 0)]
    [TestCase("etoro-transactions.csv", "USD", (5 - 2) * (380.0 / 2), 1, 0)]
    [TestCase("finpension.csv", "CHF", (1.5 - 0.5) * 190.5, 1, 0)]
    [TestCase("ibkr-trades.csv", "USD", (10 - 4) * 190.0, 1, 0)]
    [TestCase("investengine-transactions.csv", "GBP", (5 - 2) * 72.5, 1, 0)]
    [TestCase("investimental-transactions.csv", "EUR", (5 - 2) * 87.5, 1, 0)]
    [TestCase("rabobank-transactions.csv", "EUR", (5 - 2) * 700.0, 1, 0)]
    [TestCase("saxo-transactions.csv", "EUR", (5 - 2) * 700.0, 1, 0)]
    [TestCase("swissquote-transactions.csv", "USD", (200 - 50) * 20.0, 1, 0)]
    [TestCase("swissquote-transactions-de.csv", "EUR", (10 - 4) * 101.0, 1, 0)]
    [TestCase("trade-republic-nl.csv", "EUR", (5 - 2) * (170.5 / 2), 1, 0)]
    [TestCase("xtb-transactions.csv", "EUR", (5 - 2) * 87.5, 1, 0)]
    public void A_broker_s_file_is_read_as_it_is(string name, string currency, double value, int holdings, int notHeld)
    {
        var needsCurrency = name == "portfolio-performance-de.csv";

        var (import, findings) = Sample.Positions(Sample.File("positions/" + name), needsCurrency ? "EUR" : null);

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.Currencies, Is.EqualTo(new[] { currency }));
            Assert.That(import.ValueIn(currency), Is.EqualTo(value).Within(0.005));
            Assert.That(import.Holdings, Has.Count.EqualTo(holdings));
            Assert.That(import.NotHeld, Has.Count.EqualTo(notHeld));
            Assert.That(import.Totals.Where(t => !t.Agrees), Is.Empty);
        }
    }

    [TestCase("fidelity.csv", 9)]
    [TestCase("schwab.csv", 11)]
    [TestCase("vanguard.csv", 7)]
    [TestCase("trading212.csv", 9)]
    [TestCase("futu.csv", 5)]
    public void Every_row_is_accounted_for_once(string name, int rows)
    {
        var (import, findings) = Sample.Positions(Sample.File("positions/" + name));

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.Rows, Has.Count.EqualTo(rows));
            Assert.That(import.Rows.Select(r => r.Location), Is.Unique);
        }
    }

    [Test]
    public void A_security_in_two_accounts_adds_up()
    {
        var (import, _) = Sample.Positions(Sample.File("positions/fidelity.csv"));

        var microsoft = import!.Holdings.Single(h => h.Id == "msft");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(microsoft.Quantity, Is.EqualTo(25 + 5));
            Assert.That(microsoft.Rows, Is.EqualTo(2));
            Assert.That(import.Count(RowOutcome.Summed), Is.EqualTo(1));
        }
    }

    [Test]
    public void The_export_s_own_totals_are_checked_account_by_account()
    {
        var (import, _) = Sample.Positions(Sample.File("positions/schwab.csv"));

        Assert.That(import!.Totals.Select(t => t.Stated), Is.EqualTo(new[] { 245493.65, 1802.50 }));
    }

    /// <summary>Where an export has a total, the portfolio and what cannot be held are worth it to the cent.</summary>
    [TestCase("schwab.csv", 2)]
    [TestCase("schwab-assettype.csv", 1)]
    [TestCase("etrade.csv", 1)]
    [TestCase("ibkr-activity.csv", 2)]
    [TestCase("futu.csv", 1)]
    [TestCase("hargreaves-lansdown.csv", 1)]
    [TestCase("swissquote.csv", 1)]
    [TestCase("comdirect.csv", 1)]
    public void The_value_is_the_export_s_own_total(string name, int totals)
    {
        var (import, findings) = Sample.Positions(Sample.File("positions/" + name));

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        Assert.That(import!.Totals, Has.Count.EqualTo(totals));
        Assert.That(import.Totals.Select(t => t.Agrees), Is.All.True);
    }

    /// <summary>A statement with shares in two currencies: their totals, each in its own, and one that is converted.</summary>
    [Test]
    public void A_converted_total_is_not_compared_with_rows_of_another_currency()
    {
        var (import, findings) = Sample.Positions(
            Sample.Text(
                "a.csv",
                "Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost "
                    + "Price,Cost Basis,Close Price,Value\n"
                    + "Open Positions,Data,Summary,Stocks,USD,AAPL,1,1,1,1,200.5,200.5\n"
                    + "Open Positions,Total,,Stocks,USD,,,,,1,,200.5\n"
                    + "Open Positions,Data,Summary,Stocks,EUR,SAP,2,1,1,2,150.5,301\n"
                    + "Open Positions,Total,,Stocks,EUR,,,,,2,,301\n"
                    + "Open Positions,Total,,Stocks,USD,,,,,2.4,,358.19\n"
            )
        );

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        Assert.That(
            import!.Totals.Select(t => (t.IsComparable, t.Agrees)),
            Is.EqualTo(new[] { (true, true), (true, true), (false, false) })
        );
    }

    [TestCase("fidelity.csv", "2026-11-27")] // Date downloaded Nov-27-2026
    [TestCase("schwab.csv", "2026-11-27")] // as of ..., 11/27/2026
    [TestCase("etrade.csv", "2026-02-06")] // Generated at Feb 6 2026
    [TestCase("merrill.csv", "2026-02-06")] // a column of dates
    [TestCase("hargreaves-lansdown.csv", "2026-02-06")] // created at, 06-02-2026: the day first, as the format says
    [TestCase("wealthsimple.csv", "2026-02-06")] // As of 2026-02-06
    [TestCase("comdirect.csv", "2026-11-27")] // Stand: 27.11.2026
    [TestCase("ibkr-activity.csv", "2026-11-27")] // Period, November 27, 2026
    [TestCase("futu.csv", null)]
    public void The_day_is_what_the_file_says(string name, string? day)
    {
        var (import, findings) = Sample.Positions(Sample.File("positions/" + name));

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        Assert.That(import!.AsOf?.Date.ToString("yyyy-MM-dd"), Is.EqualTo(day));
    }

    [TestCase("Portfolio_Positions_Feb-06-2026.csv", "2026-02-06")]
    [TestCase("holdings-20260206-101500.csv", "2026-02-06")]
    [TestCase("Positions 2026-02-06.csv", "2026-02-06")]
    [TestCase("export-06-02-2026.csv", null)] // the day or the month first
    [TestCase("positions-600519.csv", null)]
    public void The_day_may_stand_in_the_file_s_name(string name, string? day)
    {
        var (import, _) = Sample.Positions(Sample.Text(name, "Symbol,Quantity,Price,Currency\nAAPL,1,200.5,USD\n"));

        Assert.That(import!.AsOf?.Date.ToString("yyyy-MM-dd"), Is.EqualTo(day));
    }

    [Test]
    public void A_spreadsheet_s_code_without_its_zeros_is_found()
    {
        var (import, findings) = Sample.Positions(
            Sample.Text("a.csv", "证券代码,证券名称,持仓数量,市价,市值\n1,平安银行,1000,11.50,11500.00\n")
        );

        Assert.That(import?.Holdings.Single().OtherNames, Does.Contain("000001.SZ"), Sample.Lines(findings));
    }

    [TestCase("tonghuashun.xls", "moutai")]
    [TestCase("futu.csv", "tencent")]
    [TestCase("plain-utf16.txt", "xom")]
    [TestCase("ibkr-activity.csv", "brk-b")]
    public void Symbols_and_numbers_lead_to_the_security_list(string name, string id)
    {
        var (import, _) = Sample.Positions(Sample.File("positions/" + name));

        Assert.That(import!.Holdings.Where(h => h.IsKnown).Select(h => h.Id), Does.Contain(id));
    }

    [Test]
    public void What_cannot_be_held_is_listed_with_its_value_and_contract()
    {
        var (import, _) = Sample.Positions(Sample.File("positions/ibkr-flex.csv"));

        var option = import!.NotHeld.Single(n => n.Option is not null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(option.Option!.OccSymbol, Is.EqualTo("SPY261218P00600000"));
            Assert.That(option.Option.Multiplier, Is.EqualTo(100));
            Assert.That(import.NotHeld.Sum(n => n.Value), Is.EqualTo(2240 + 340000));
        }
    }

    [TestCase("fidelity.csv", "Fidelity, positions")]
    [TestCase("futu.csv", "富途 Futu, positions")]
    [TestCase("moomoo.csv", "Futu (moomoo), positions in English")]
    [TestCase("huatai.xls", "同花顺, positions")]
    [TestCase("tiger.csv", "plain table")]
    public void Formats_are_recognised_by_their_headings(string name, string format)
    {
        var (import, findings) = Sample.Positions(Sample.File("positions/" + name));

        Assert.That(import?.Formats, Is.EqualTo(new[] { format }), Sample.Lines(findings));
    }

    [Test]
    public void Holdings_in_two_currencies_without_a_rate_stay_in_both()
    {
        var (import, _) = Sample.Positions(Sample.File("positions/tiger.csv"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.ValueIn("HKD"), Is.EqualTo(100 * 547.0));
            Assert.That(import.ValueIn("USD"), Is.EqualTo(10 * 277.6));
        }
    }

    [Test]
    public void Files_of_several_brokers_make_one_portfolio()
    {
        var found = new RiskEngine.Abstractions.Diagnostics.DiagnosticBag();

        var import = new PositionImporter(Sample.Options()).Read(
            [Sample.File("positions/fidelity.csv"), Sample.File("positions/ghostfolio.csv")],
            found
        );

        Assert.That(import!.ValueIn("USD"), Is.EqualTo((30 * 410.20) + (10 * 480.10) + 1250.75 + 6000).Within(0.005));
    }
}
