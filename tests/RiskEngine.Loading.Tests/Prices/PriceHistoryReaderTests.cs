using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Loading.Tests.Prices;

public sealed class PriceHistoryReaderTests
{
    [Test]
    public void Dates_instruments_prices_and_gaps_are_read()
    {
        var history = Good("date,SPY,000660.KS\n2026-02-05,674.04,\n2026-02-06,686.97,837433.8\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(history.Dates, Is.EqualTo(new DateOnly[] { new(2026, 2, 5), new(2026, 2, 6) }));
            Assert.That(history.Instruments, Is.EqualTo(new[] { "SPY", "000660.KS" }));
            Assert.That(history.CloseOn("SPY", new DateOnly(2026, 2, 5)), Is.EqualTo(674.04));
            Assert.That(history.CloseOn("000660.KS", new DateOnly(2026, 2, 5)), Is.Null);
        }
    }

    [Test]
    public void A_byte_order_mark_semicolons_capitals_and_blank_lines_do_no_harm() =>
        Assert.That(
            Good("\uFEFFDate;SPY\r\n2026-02-05;674.04\r\n\r\n2026-02-06;686.97\r\n").CloseOn("SPY", new DateOnly(2026, 2, 6)),
            Is.EqualTo(686.97)
        );

    [TestCase(
        "",
        "prices.csv:1:1: error: expected a header (date, then one column an instrument) and at least two rows, found an empty file"
    )]
    [TestCase(
        "date,SPY\n",
        "prices.csv:1:1: error: expected a header (date, then one column an instrument) and at least two rows, found a header only"
    )]
    [TestCase(
        "date,SPY\n2026-02-05,1\n",
        "prices.csv:1:1: error: expected a header (date, then one column an instrument) and at least two rows, found one row"
    )]
    [TestCase("day,SPY\n2026-02-05,1\n2026-02-06,1\n", "prices.csv:1:1: error: expected the first column to be 'date', found 'day'")]
    [TestCase("date\n2026-02-05\n2026-02-06\n", "prices.csv:1:1: error: expected a column of prices beside the date, found none")]
    [TestCase(
        "date,SPY,\n2026-02-05,1,1\n2026-02-06,1,1\n",
        "prices.csv:1:10: error: expected the name of an instrument, found an empty column heading"
    )]
    [TestCase("date,SPY,SPY\n2026-02-05,1,1\n2026-02-06,1,1\n", "prices.csv:1:10: error: duplicate instrument 'SPY' (first at column 6)")]
    [TestCase(
        "date,SPY\n05.02.2026,1\n2026-02-06,1\n",
        "prices.csv:2:1: error: date: expected a date such as 2026-02-06, found '05.02.2026'"
    )]
    [TestCase(
        "date,SPY\n2026-02-30,1\n2026-03-06,1\n",
        "prices.csv:2:1: error: date: expected a date such as 2026-02-06, found '2026-02-30'"
    )]
    [TestCase(
        "date,SPY\n2026-02-06,1\n2026-02-05,1\n",
        "prices.csv:3:1: error: date: expected a date after 2026-02-06 (the oldest row comes first), found 2026-02-05"
    )]
    [TestCase(
        "date,SPY\n2026-02-06,1\n2026-02-06,1\n",
        "prices.csv:3:1: error: date: expected a date after 2026-02-06 (the oldest row comes first), found 2026-02-06"
    )]
    [TestCase(
        "date,A,B\n2026-02-05,1,n/a\n2026-02-06,1,1\n",
        "prices.csv:2:14: error: B: expected a price above 0 such as 12.34, or nothing where there is none, found 'n/a'"
    )]
    [TestCase(
        "date,A\n2026-02-05,0\n2026-02-06,1\n",
        "prices.csv:2:12: error: A: expected a price above 0 such as 12.34, or nothing where there is none, found '0'"
    )]
    [TestCase(
        "date,A\n2026-02-05,-3\n2026-02-06,1\n",
        "prices.csv:2:12: error: A: expected a price above 0 such as 12.34, or nothing where there is none, found '-3'"
    )]
    [TestCase("date,A\n2026-02-05,1,2\n2026-02-06,1\n", "prices.csv:2:1: error: expected 2 cells as in the header, found 3")]
    public void A_bad_file_is_refused_at_its_place(string text, string finding)
    {
        var (history, diagnostics) = Read(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(history, Is.Null);
            Assert.That(diagnostics.Select(d => d.ToString()), Is.EqualTo(new[] { finding }));
        }
    }

    [Test]
    public void Every_bad_cell_is_reported_at_once()
    {
        var (_, diagnostics) = Read("date,A,B\nx,1,y\n2026-02-06,z,1\n");
        Assert.That(diagnostics.Select(d => (d.Location.Line, d.Location.Column)), Is.EqualTo(new[] { (2, 1), (2, 5), (3, 12) }));
    }

    [TestCase(
        "date,A\n2026-02-02,1\n2026-02-03,\n2026-02-04,1\n2026-02-05,\n2026-02-06,1\n",
        "prices.csv:3:12: notice: A: no price in 2 of 5 rows between its first and its last one, here the first time; the returns "
            + "beside a gap are left out"
    )]
    [TestCase(
        "date,A\n2026-02-02,400\n2026-02-03,100\n2026-02-04,101\n",
        "prices.csv:3:12: warning: A: the price goes from 400 to 100 in a day; expected prices adjusted for splits and dividends"
    )]
    [TestCase(
        "date,A\n2026-02-02,1\n2026-02-03,2\n2026-02-04,\n2026-02-05,4\n2026-02-06,8\n",
        "prices.csv:3:12: warning: A: the price goes from 1 to 2 in a day; expected prices adjusted for splits and dividends, and 2 "
            + "more such jumps",
        "prices.csv:4:12: notice: A: no price in 1 of 5 rows between its first and its last one, here the first time; the returns "
            + "beside a gap are left out"
    )]
    [TestCase(
        "date,A\n2025-12-02,1\n2025-12-03,1\n2026-02-04,1\n2026-02-05,1\n",
        "prices.csv:4:1: notice: date: no rows between 2025-12-03 and 2026-02-04"
    )]
    [TestCase("date,A,B\n2026-02-02,1,\n2026-02-03,1,\n", "prices.csv:1:8: warning: B: the column has no prices")]
    public void A_usable_file_with_something_odd_is_read_and_the_oddity_told(string text, params string[] findings)
    {
        var (history, diagnostics) = Read(text);
        Assert.That(history, Is.Not.Null);
        Assert.That(diagnostics.Select(d => d.ToString()), Is.EqualTo(findings));
    }

    [Test]
    public void Months_between_rows_are_no_stretch_without_rows() => Good("date,A\n2025-12-31,1\n2026-01-31,1\n2026-02-28,3\n");

    private static PriceHistory Good(string text)
    {
        var (history, diagnostics) = Read(text);
        Assert.That(diagnostics, Is.Empty);
        return history!;
    }

    private static (PriceHistory? History, IReadOnlyList<Diagnostic> Diagnostics) Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var history = PriceHistoryReader.Read(Encoding.UTF8.GetBytes(text), "prices.csv", diagnostics);
        return (history, diagnostics.Sorted());
    }
}
