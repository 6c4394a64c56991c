namespace RiskEngine.Importing.Tests.Positions;

/// <summary>What headings do not say, told by what stands in the rows.</summary>
public sealed class UnlabelledRowTests
{
    [Test]
    public void A_row_without_a_quantity_has_that_of_its_value_and_price()
    {
        var text = "symbol,quantity,price,value\nAAPL,,100,1000\nMSFT,5,100,500\n";

        var (import, findings) = Sample.Positions(Sample.Text("holdings.csv", text));

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.Holdings.Single(h => h.Id == "aapl").Quantity, Is.EqualTo(10));
            Assert.That(Sample.Lines(findings), Does.Contain("AAPL: no quantity; value by price gives 10"));
        }
    }

    [TestCase("Date,Ticker,Type,Quantity,Price\n2026-01-06,AAPL,BUY - MARKET,5,250\n2026-01-09,AAPL,SELL - MARKET,2,260\n", 3)]
    [TestCase(
        "date;isin;type;status;shares;price;currency\n2026-01-06;US0378331005;Buy;Executed;5;250;USD\n"
            + "2026-01-07;US0378331005;Sell;Cancelled;5;250;USD\n",
        5
    )]
    public void Sales_are_known_by_what_stands_in_a_column_where_no_heading_says_so(string text, double held)
    {
        var (import, findings) = Sample.Positions(Sample.Text("activity.csv", text));

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        Assert.That(import!.Holdings.Single().Quantity, Is.EqualTo(held));
    }

    [Test]
    public void What_was_sold_without_a_date_is_a_short_position()
    {
        var text = "Symbol,Type,Volume,Market price\nAAPL,BUY,5,250\nMSFT,SELL,2,400\n";

        var (import, findings) = Sample.Positions(Sample.Text("open.csv", text), "USD");

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        Assert.That(import!.Holdings.Select(h => (h.Id, h.Quantity)), Is.EqualTo(new[] { ("aapl", 5.0), ("msft", -2.0) }));
    }
}
