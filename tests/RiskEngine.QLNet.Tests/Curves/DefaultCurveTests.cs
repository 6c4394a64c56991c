using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;
using RiskEngine.QLNet.Curves;

namespace RiskEngine.QLNet.Tests.Curves;

/// <summary>Default curves from credit default swaps.</summary>
public sealed class DefaultCurveTests
{
    private static readonly DateOnly asOf = new(2007, 5, 15);

    // QuantLib's own example CDS.cpp: 1% flat, recovery 50%, all spreads 150 bp, TARGET, ACT/365F. It prints survival probabilities of
    // 97.040061% after one year and 94.175780% after two.
    [Test]
    public void Survival_is_that_of_QuantLibs_example()
    {
        var curve = DefaultCurve.Bootstrap(
            asOf,
            Flat(0.01),
            Quotes(0.015, "3m", "6m", "1y", "2y"),
            0.5,
            new TARGET(),
            new Actual365Fixed()
        );
        Assert.That(After(curve, 1), Is.EqualTo(0.97040061).Within(2e-5));
        Assert.That(After(curve, 2), Is.EqualTo(0.94175780).Within(2e-5));
    }

    // Hull 2022, section 25.4: over a short time the hazard is the spread over the loss given default.
    [TestCase(0.01, 0.4)]
    [TestCase(0.03, 0.2)]
    public void The_hazard_of_equal_spreads_is_about_the_spread_over_the_loss(double spread, double recovery)
    {
        var last = DefaultCurve.Bootstrap(asOf, Flat(0.03), Quotes(spread, "1y", "5y"), recovery)[^1];
        var hazard = -Math.Log(last.Value) / DayCount.Years(asOf, last.Date);
        Assert.That(hazard, Is.EqualTo(spread * 365 / 360 / (1 - recovery)).Within(1.5).Percent);
    }

    [Test]
    public void A_spread_that_rises_with_the_tenor_is_a_hazard_that_rises()
    {
        var curve = DefaultCurve.Bootstrap(asOf, Flat(0.03), [.. Quotes(0.005, "1y"), .. Quotes(0.01, "3y"), .. Quotes(0.02, "5y")], 0.4);
        double[] hazards =
        [
            .. curve.Prepend(new DatedValue(asOf, 1)).Zip(curve, (a, b) => -Math.Log(b.Value / a.Value) / DayCount.Years(a.Date, b.Date)),
        ];
        Assert.That(hazards, Is.Ordered.And.All.Positive);
    }

    [Test]
    public void Spreads_that_no_hazard_gives_are_refused() =>
        Assert.That(
            () => DefaultCurve.Bootstrap(asOf, Flat(0.03), [.. Quotes(0.2, "1y"), .. Quotes(0.001, "5y")], 0.4),
            Throws.ArgumentException.With.Message.Contains("at a recovery of 0.4")
        );

    [Test]
    public void Two_swaps_that_end_on_one_day_are_refused() =>
        Assert.That(
            () => DefaultCurve.Bootstrap(asOf, Flat(0.03), [.. Quotes(0.01, "1y"), .. Quotes(0.02, "12m")], 0.4),
            Throws.ArgumentException.With.Message.Contains("found 2 that end on 2008-06-20")
        );

    private static DatedValue[] Flat(double rate) => [new(asOf, rate), new(asOf.AddYears(40), rate)];

    private static CreditQuote[] Quotes(double spread, params string[] tenors) =>
        [.. tenors.Select(t => new CreditQuote(Tenor.Parse(t), spread))];

    /// <summary>Survival after whole years: the hazard is constant between the curve's points.</summary>
    private static double After(IReadOnlyList<DatedValue> curve, int years)
    {
        var day = asOf.AddYears(years);
        var before = curve.Prepend(new DatedValue(asOf, 1)).Last(p => p.Date <= day);
        var after = curve.First(p => p.Date > day);
        var share = DayCount.Years(before.Date, day) / DayCount.Years(before.Date, after.Date);
        return before.Value * Math.Pow(after.Value / before.Value, share);
    }
}
