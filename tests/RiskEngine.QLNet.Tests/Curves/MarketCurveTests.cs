using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Time;
using RiskEngine.QLNet.Curves;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Curves;

/// <summary>Curves from quotes.</summary>
public sealed class MarketCurveTests
{
    private static RateQuote[] Quotes { get; } =
    [
        new(RateQuoteType.Deposit, Months(3), 0.0365),
        new(RateQuoteType.Deposit, Months(6), 0.036),
        new(RateQuoteType.Swap, Months(12), 0.0352),
        new(RateQuoteType.Swap, Years(2), 0.0345),
        new(RateQuoteType.Swap, Years(5), 0.036),
        new(RateQuoteType.Swap, Years(10), 0.0395),
        new(RateQuoteType.Swap, Years(30), 0.043),
    ];

    // QuantLib 1.29, PiecewiseLinearZero of the same quotes (reference.py).
    [Test]
    public void Yields_are_those_of_QuantLib()
    {
        var curve = MarketCurve.Bootstrap(SmallScenario.AsOf, Quotes);
        Assert.That(
            curve.Select(p => p.Date),
            Is.EqualTo(Quotes.Select(q => q.Tenor.After(SmallScenario.AsOf)).Prepend(SmallScenario.AsOf))
        );
        double[] expected =
        [
            0.0368391204,
            0.0368391204,
            0.0361736076,
            0.0345946448,
            0.0339065539,
            0.0354098325,
            0.0391748848,
            0.0436398056,
        ];
        Assert.That(curve.Select((p, i) => Math.Abs(p.Value - expected[i])).Max(), Is.LessThan(1e-9));
    }

    // By the bonds of the engine's own Hull-White factor, without QLNet: a deposit's simple rate, a swap's par rate.
    [Test]
    public void A_factor_with_that_path_gives_every_quote_back()
    {
        var curve = MarketCurve.Bootstrap(SmallScenario.AsOf, Quotes);
        var factor = Factors.HullWhite("r", 0.01, 10, [.. curve.Select(p => (p.Date, p.Value))]);
        var bonds = Priced.Kinds.KindOf(factor).Bonds(factor, SmallScenario.AsOf)!;
        double Discount(DateOnly day) => bonds.At(SmallScenario.AsOf, day).Price(curve[0].Value);
        foreach (var quote in Quotes)
        {
            var end = quote.Tenor.After(SmallScenario.AsOf);
            var rate =
                quote.Type == RateQuoteType.Deposit
                    ? (1 / Discount(end) - 1) * 360 / (end.DayNumber - SmallScenario.AsOf.DayNumber)
                    : (1 - Discount(end))
                        / Enumerable.Range(1, end.Year - SmallScenario.AsOf.Year).Sum(y => Discount(SmallScenario.AsOf.AddYears(y)));
            Assert.That(rate, Is.EqualTo(quote.Rate).Within(1e-9), quote.ToString());
        }
    }

    [Test]
    public void The_valuation_date_is_the_one_that_is_given()
    {
        var later = MarketCurve.Bootstrap(new DateOnly(2031, 5, 7), Quotes);
        Assert.That(later[0].Date, Is.EqualTo(new DateOnly(2031, 5, 7)));
        Assert.That(later[^1].Date, Is.EqualTo(new DateOnly(2061, 5, 7)));
    }

    [Test]
    public void Quotes_that_end_on_one_day_are_refused() =>
        Assert.That(
            () => MarketCurve.Bootstrap(SmallScenario.AsOf, [.. Quotes, new(RateQuoteType.Swap, Years(1), 0.035)]),
            Throws.ArgumentException.With.Message.StartsWith(
                "Expected quotes that end on a day of their own, found 2 that end on 2027-01-01."
            )
        );

    private static Tenor Months(int count) => new(count, TenorUnit.Month);

    private static Tenor Years(int count) => new(count, TenorUnit.Year);
}
