using RiskEngine.Importing.Positions;

namespace RiskEngine.Importing.Tests.Positions;

/// <summary>Each value is worked out by hand from the rows of the file: units times price, and cash.</summary>
public sealed class PositionSampleTests
{
    [TestCase("fidelity.csv", "USD", (30 * 410.20) + (10 * 480.10) + 1250.75, 3, 1)]
    [TestCase("schwab.csv", "USD", (1210 * 180.25) + (800.5 * 27.10) + 7500.10, 3, 0)]
    [TestCase("vanguard.csv", "USD", 37403.20 + 900.12 + 9710.00, 3, 0)]
    [TestCase("ibkr-flex.csv", "EUR", (50 * 210.5) + (30 * 200 * 0.9), 2, 3)]
    [TestCase("ibkr-activity.csv", "USD", (20 * 600) + (5.5 * 500) + 1500.5, 3, 1)]
    [TestCase("trading212.csv", "USD", (((10 + 2 - 4) * 10) + 20) * 19.0, 1, 0)]
    [TestCase("degiro-nl.csv", "EUR", 1250.40 + 6502.00 + 4320.00, 3, 0)]
    [TestCase("degiro-en.csv", "EUR", 80.25 + 12055.00, 2, 0)]
    [TestCase("comdirect.csv", "EUR", (40 * 185.50) + (12.5 * 98.40), 2, 0)]
    [TestCase("consorsbank.csv", "EUR", (15 * 320.10) + (1000 * 30.25), 2, 0)]
    [TestCase("portfolio-performance-de.csv", "EUR", (1500 * 18.20) + (100 * 45.10) + 6885.25, 3, 0)]
    [TestCase("portfolio-performance-en.csv", "USD", (30 * 600.50) + (15 * 298.45), 2, 0)]
    [TestCase("ghostfolio.csv", "USD", (10 + 5 - 3) * 500.0, 1, 0)]
    [TestCase("ghostfolio.json", "USD", (8 - 4) * 175.25, 1, 0)]
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
            Assert.That(import.NotHeld.Sum(n => n.Value), Is.EqualTo(-1500 + 2240 + 340000));
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
