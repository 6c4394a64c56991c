using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Loading.Tests.Prices;

public sealed class HoldingsReaderTests
{
    private static readonly string[] columns = ["SPY", "000660.KS"];

    [Test]
    public void Values_are_quantity_times_price_of_the_column_as_the_price_file_writes_it()
    {
        var (holdings, findings) = Read("instrument,quantity,price,currency\nspy,2,600,USD\n000660.KS,10,5.5,USD\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings, Is.Empty);
            Assert.That(holdings, Is.EqualTo(new[] { new Holding("SPY", 1200), new Holding("000660.KS", 55) }));
        }
    }

    [TestCase(
        "instrument,quantity,price,currency\nspx,2,600,USD\n",
        "p.csv:2:1: error: instrument: unknown column 'spx' (did you mean 'spy'?)"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nspy,2,600,USD\n000660.ks,1,5,KRW\n",
        "p.csv:3:15: error: currency: expected USD, the currency of the others, found 'KRW'"
    )]
    [TestCase(
        "instrument,quantity,price,currency\n",
        "p.csv:1:1: error: the portfolio has no positions: expected at least one row below the header"
    )]
    [TestCase(
        "instrument,quantity,price,currency\nspy,0,600,USD\n",
        "p.csv:2:5: error: quantity: expected a number other than 0, found '0'"
    )]
    public void A_bad_file_is_refused_at_its_place(string text, string finding)
    {
        var (holdings, findings) = Read(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(holdings, Is.Null);
            Assert.That(findings, Is.EqualTo(new[] { finding }));
        }
    }

    private static (IReadOnlyList<Holding>? Holdings, string[] Findings) Read(string text)
    {
        var found = new DiagnosticBag();
        var holdings = HoldingsReader.Read(Encoding.UTF8.GetBytes(text), "p.csv", columns, found);
        return (holdings, [.. found.Sorted().Select(d => d.ToString())]);
    }
}
