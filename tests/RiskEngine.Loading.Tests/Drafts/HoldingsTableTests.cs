using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Loading.Tests.Drafts;

public sealed class HoldingsTableTests
{
    [Test]
    public void Columns_may_come_in_any_order_and_by_other_names()
    {
        var holdings = Read("Currency;Shares;Ticker;date\nusd;1.234,50;BRK.B;2026-02-06\n", out var diagnostics, out var asOf);
        Assert.Multiple(() =>
        {
            Assert.That(diagnostics.HasErrors, Is.False);
            Assert.That(
                holdings.Select(h => (h.Code, h.Quantity, h.Price, h.Currency)),
                Is.EqualTo(new[] { ("BRK.B", 1234.5, (double?)null, "USD") })
            );
            Assert.That(asOf, Is.EqualTo(new DateOnly(2026, 2, 6)));
        });
    }

    [TestCase("symbol,quantity,currency\nA,0,USD\n", "leave rows of nothing out")]
    [TestCase("symbol,quantity,currency\nA,-3,USD\n", "short positions")]
    [TestCase("symbol,quantity,currency\nA,1,dollars\n", "currency: expected three letters")]
    [TestCase("symbol,quantity\nA,1\n", "the column 'currency' is missing")]
    [TestCase("symbol,ticker,quantity,currency\nA,A,1,USD\n", "a second column for 'instrument'")]
    [TestCase("symbol,quantity,currency\nA,1\n", "expected 3 cells as in the header, found 2")]
    [TestCase("symbol,quantity,currency\n", "expected at least one holding")]
    [TestCase("", "the file is empty")]
    public void Mistake_is_named(string text, string message)
    {
        Read(text, out var diagnostics, out _);
        Assert.That(diagnostics.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.Message), Has.Some.Contains(message));
    }

    private static IReadOnlyList<DraftHolding> Read(string text, out DiagnosticBag diagnostics, out DateOnly? asOf)
    {
        diagnostics = new DiagnosticBag();
        return HoldingsTable.Read(Encoding.UTF8.GetBytes(text), "p.csv", diagnostics, out asOf);
    }
}
