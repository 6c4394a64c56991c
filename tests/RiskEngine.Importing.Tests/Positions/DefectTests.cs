using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Positions;

namespace RiskEngine.Importing.Tests.Positions;

/// <summary>What cannot be read one way only is refused or listed, with file, row and reason.</summary>
public sealed class DefectTests
{
    [TestCase("mixed-locales.csv", 1, "mixes decimal points")]
    [TestCase("figures-without-a-name.csv", 3, "expected a symbol, an ISIN or a name")]
    [TestCase("unclosed-quote.csv", 2, "never closed")]
    [TestCase("quote-closed-elsewhere.csv", 2, "closing quote")]
    [TestCase("ambiguous.csv", 1, "--decimal")]
    [TestCase("sold-more-than-bought.csv", 3, "only 5 were held")]
    [TestCase("unknown-action.csv", 2, "unknown kind of transaction 'conjure'")]
    [TestCase("no-quantity.csv", 0, "no column for a quantity")]
    [TestCase("not-a-number.csv", 2, "found 'ten'")]
    [TestCase("no-currency.csv", 2, "--currency")]
    [TestCase("transfer.csv", 2, "does not say whether in or out")]
    [TestCase("listing-by-isin.csv", 2, "--currency")] // a German broker's price of Apple is no dollar price
    [TestCase("pounds-or-pence.csv", 2, "--currency")]
    [TestCase("two-currencies.csv", 3, "held in EUR and in USD")]
    [TestCase("ambiguous-dates.csv", 1, "--dates")]
    public void A_defect_is_refused_where_it_stands(string name, int line, string reason)
    {
        var (import, findings) = Sample.Positions(Sample.File("defects/" + name));

        var error = findings.FirstOrDefault(f => f.Severity == Severity.Error);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(import, Is.Null);
            Assert.That(error?.Location, Is.EqualTo(new SourceLocation(name, Math.Max(line, 1), 1)), Sample.Lines(findings));
            Assert.That(error?.Message, Does.Contain(reason));
        }
    }

    [Test]
    public void A_total_without_a_label_is_no_position()
    {
        var (import, findings) = Sample.Positions(Sample.File("defects/unlabelled-total.csv"));

        Assert.That(import, Is.Not.Null, Sample.Lines(findings));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.ValueIn("USD"), Is.EqualTo(4700));
            Assert.That(import.Rows.Single(r => r.Location.Line == 4).Outcome, Is.EqualTo(RowOutcome.Skipped));
        }
    }

    [Test]
    public void A_total_that_does_not_agree_is_shown_with_its_difference()
    {
        var (import, findings) = Sample.Positions(Sample.File("defects/wrong-total.csv"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.Totals.Single().Agrees, Is.False);
            Assert.That(Sample.Lines(findings), Does.Contain("a difference of 300.00"));
        }
    }

    [Test]
    public void An_ISIN_whose_check_digit_does_not_fit_is_left_aside()
    {
        var (import, findings) = Sample.Positions(Sample.File("defects/wrong-isin.csv"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(import!.Holdings.Single().Id, Is.EqualTo("aapl"), "found by its name");
            Assert.That(Sample.Lines(findings), Does.Contain("check digit does not fit"));
        }
    }

    /// <summary>No column says bought or sold, but an order's number stands in each row: a list of transactions.</summary>
    [Test]
    public void Transactions_without_a_word_for_them_are_summed_and_never_held()
    {
        var (import, findings) = Sample.Positions(
            Sample.Text(
                "a.csv",
                "Date,Symbol,Quantity,Price,Value,Currency,Order "
                    + "ID\n2026-01-13,AAPL,10,250.5,2505,USD,1\n2026-01-14,AAPL,-4,251.5,1006,USD,2\n"
            )
        );

        Assert.That(import?.Holdings.Single().Quantity, Is.EqualTo(6), Sample.Lines(findings));
    }

    [TestCase("Symbol,Quantity,Price,Value,Currency\nAAPL,10,250,2500,USD\nMSFT,-4,400,-1600,USD\n")]
    [TestCase("Symbol,Quantity,Price,Value,Currency\nAAPL,10,250,2500,USD\nMSFT,4,400,-1600,USD\n")]
    [TestCase("Symbol,Quantity,Price,Side,Currency\nAAPL,10,250,Long,USD\nMSFT,4,400,Short,USD\n")]
    public void A_short_position_is_owed(string text)
    {
        var (import, findings) = Sample.Positions(Sample.Text("a.csv", text));

        var owed = import!.Holdings.Single(h => h.Id == "msft");
        Assert.That((owed.Quantity, owed.Price, owed.Value), Is.EqualTo((-4, 400, -1600)), Sample.Lines(findings));
        Assert.That(import.NotHeld, Is.Empty);
    }

    [Test]
    public void Cash_that_was_borrowed_is_owed()
    {
        var (import, findings) = Sample.Positions(
            Sample.Text("a.csv", "Symbol,Quantity,Price,Currency\nAAPL,10,250.5,USD\nUSD,-700,1,USD\n")
        );

        var cash = import!.Holdings.Single(h => h.Id == "cash");
        Assert.That((cash.Quantity, cash.Price), Is.EqualTo((-700, 1)), Sample.Lines(findings));
    }

    [Test]
    public void What_is_held_and_owed_of_one_security_nets()
    {
        var (import, findings) = Sample.Positions(
            Sample.Text(
                "a.csv",
                "Symbol,Quantity,Price,Currency\nAAPL,10,250,USD\nAAPL,-9,300,USD\nMSFT,2,400,USD\nMSFT,-2,400,USD\nXOM,1,100,USD\n"
            )
        );

        Assert.That(import!.Holdings.Select(h => (h.Id, h.Quantity, h.Price)), Is.EqualTo(new[] { ("aapl", 1.0, 300.0), ("xom", 1, 100) }));
        Assert.That(Sample.Lines(findings), Does.Contain("'msft': what is held and what is owed of it cancel out"));
    }

    [Test]
    public void A_quantity_of_0_is_no_short_position()
    {
        var file = Sample.Text("a.csv", "Symbol,Quantity,Price,Currency\nAAPL,0,270.5,USD\nMSFT,1,400.5,USD\n");

        var (import, findings) = Sample.Positions(file);

        Assert.That(import!.Holdings, Has.Count.EqualTo(1), Sample.Lines(findings));
        Assert.That(import.NotHeld, Is.Empty);
    }
}
