using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.QLNet.Quotes;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Quotes;

/// <summary>Quote files, and the market files that come of them.</summary>
public sealed class QuoteFileTests
{
    private const string Whole = """
        instrument,expiry,tenor,strike,quote
        deposit,,3m,,0.04
        swap,,10y,,0.04
        swaption,1y,9y,,0.0080142790
        swaption,9y,1y,,0.0080080603
        option,3m,,80,0.2566698002
        option,3m,,120,0.1709127811
        option,12m,,80,0.2484406856
        option,12m,,100,0.2116249291
        option,12m,,120,0.1855994091
        option,24m,,100,0.2201543754
        spot,,,,100
        dividend-yield,,,,0.01
        """;

    [Test]
    public void Every_kind_of_quote_is_read()
    {
        var found = new DiagnosticBag();
        var quotes = QuoteFile.Read(Whole, "q.csv", found);
        Assert.That(found.Sorted(), Is.Empty);
        Assert.That(
            (quotes.Rates.Count, quotes.Swaptions.Count, quotes.Options.Count, quotes.Spot, quotes.DividendYield),
            Is.EqualTo((2, 2, 6, (double?)100, 0.01))
        );
        Assert.That(quotes.Options[0].Strike, Is.EqualTo(80));
        Assert.That(FactorFile.Problems(quotes), Is.Empty);
    }

    [TestCase(
        "deposit,,3m,,0.04",
        "deposit,,3,,0.04",
        "q.csv:2:1: error: deposit, tenor: expected a tenor such as 3m or 10y, up to 100 years, found '3'"
    )]
    [TestCase(
        "deposit,,3m,,0.04",
        "deposits,,3m,,0.04",
        "q.csv:2:1: error: instrument: expected one of deposit, swap, swaption, swaption-lognormal, option, "
            + "spot, dividend-yield, cds, recovery, "
            + "found 'deposits'"
    )]
    [TestCase(
        "swap,,10y,,0.04",
        "swap,1y,10y,,4",
        "q.csv:3:1: error: swap, expiry: expected an empty cell, found '1y'|q.csv:3:1: error: swap, quote: expected a number from -0.1 to "
            + "1, found '4'"
    )]
    [TestCase("spot,,,,100", "spot,,,100", "q.csv:12:1: error: expected five cells (instrument,expiry,tenor,strike,quote), found 4")]
    [TestCase("spot,,,,100", "spot,,,,0", "q.csv:12:1: error: spot, quote: expected a number above 0, found '0'")]
    [TestCase(
        "instrument,",
        "kind,",
        "q.csv:1:1: error: expected the header 'instrument,expiry,tenor,strike,quote', found 'kind,expiry,tenor,strike,quote'"
    )]
    public void A_bad_cell_is_told_with_its_line(string before, string after, string errors)
    {
        var found = new DiagnosticBag();
        QuoteFile.Read(Whole.Replace(before, after, StringComparison.Ordinal), "q.csv", found);
        Assert.That(found.Sorted().Select(d => d.ToString()), Is.EquivalentTo(errors.Split('|')));
    }

    [Test]
    public void What_is_too_little_to_fit_is_told() =>
        Assert.That(
            FactorFile.Problems(new MarketQuotes { Options = [new(new(1, Abstractions.Time.TenorUnit.Year), 100, 0.2)] }),
            Is.EqualTo(
                new[]
                {
                    "expected at least one deposit or swap, found none: every fit needs the curve",
                    "expected two swaptions or more for the two parameters of hull-white, found 0",
                    "expected five options or more for the five parameters of heston, found 1",
                    "expected the spot of the options' underlying, found none",
                }
            )
        );

    [Test]
    public void A_market_file_has_the_factors_with_their_sources()
    {
        var text = FactorFile.Write(SmallScenario.AsOf, QuoteFile.Read(Whole, "q.csv", new DiagnosticBag()), "q.csv");
        Assert.That(
            text,
            Does.Contain("    kind: hull-white\n    path: { 2026-01-01: 0.0403").And.Contain("    kind: heston\n    startVariance: 0.0")
        );
        Assert.That(
            text,
            Does.Match("halfLife: [0-9.]+\n    volatility: 0.01")
                .And.Contain("bootstrapped by QLNet from 2 rates; quotes of 2026-01-01 in q.csv")
        );
    }
}
