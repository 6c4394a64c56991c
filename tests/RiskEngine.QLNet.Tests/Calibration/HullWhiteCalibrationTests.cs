using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;
using RiskEngine.QLNet.Calibration;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Calibration;

/// <summary>Hull-White parameters from swaptions.</summary>
public sealed class HullWhiteCalibrationTests
{
    private static DatedValue[] Flat { get; } = [new(SmallScenario.AsOf, 0.04)];

    // Implied volatilities of a model of a 0.08 and sigma 0.011 by QuantLib 1.29 (reference.py).
    [Test]
    public void Parameters_of_a_model_s_own_swaptions_are_found_again()
    {
        var fit = HullWhiteCalibration.Fit(
            SmallScenario.AsOf,
            Flat,
            [
                Quote(1, 9, 0.0080142790),
                Quote(2, 8, 0.0079560559),
                Quote(3, 7, 0.0079109830),
                Quote(5, 5, 0.0078798486),
                Quote(7, 3, 0.0079086617),
                Quote(9, 1, 0.0080080603),
            ]
        );
        Assert.That(fit.HalfLife, Is.EqualTo(Math.Log(2) / 0.08).Within(1e-3));
        Assert.That(fit.Volatility, Is.EqualTo(0.011).Within(1e-6));
        Assert.That(fit.Quotes.Select(q => Math.Abs(q.RelativeError)).Max(), Is.LessThan(1e-5));
    }

    // The quotes of QuantLib's cached test, on a flat curve and without holidays: its own fit of them (reference.py).
    [Test]
    public void A_fit_that_cannot_be_exact_is_QuantLib_s()
    {
        var fit = HullWhiteCalibration.Fit(
            SmallScenario.AsOf,
            Flat,
            [
                Quote(1, 5, 0.1148) with
                {
                    IsLognormal = true,
                },
                Quote(2, 4, 0.1108) with
                {
                    IsLognormal = true,
                },
                Quote(3, 3, 0.1070) with
                {
                    IsLognormal = true,
                },
                Quote(4, 2, 0.1021) with
                {
                    IsLognormal = true,
                },
                Quote(5, 1, 0.1000) with
                {
                    IsLognormal = true,
                },
            ]
        );
        Assert.That(Math.Log(2) / fit.HalfLife, Is.EqualTo(0.03923875666).Within(2e-5));
        Assert.That(fit.Volatility, Is.EqualTo(0.0046706008).Within(1e-6));
    }

    [Test]
    public void One_quote_is_too_few_for_two_parameters() =>
        Assert.That(
            () => HullWhiteCalibration.Fit(SmallScenario.AsOf, Flat, [Quote(1, 5, 0.01)]),
            Throws.ArgumentException.With.Message.StartsWith("Expected two swaption quotes or more")
        );

    private static SwaptionQuote Quote(int expiry, int length, double volatility) =>
        new(new Tenor(expiry, TenorUnit.Year), new Tenor(length, TenorUnit.Year), volatility);
}
