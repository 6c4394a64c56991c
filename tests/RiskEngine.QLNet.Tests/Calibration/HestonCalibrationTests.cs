using RiskEngine.Abstractions.Time;
using RiskEngine.QLNet.Calibration;
using RiskEngine.Testing;

namespace RiskEngine.QLNet.Tests.Calibration;

/// <summary>Heston parameters from options.</summary>
public sealed class HestonCalibrationTests
{
    // Implied volatilities of a model of v0 0.04, kappa 1.5, theta 0.06, sigma 0.4 and rho -0.6 by QuantLib 1.29 (reference.py): spot 100,
    // r 3%, q 1%.
    private static readonly (int Months, double[] Volatilities)[] surface =
    [
        (3, [0.2566698002, 0.2293925511, 0.2023471665, 0.1800960626, 0.1709127811]),
        (6, [0.2531010016, 0.2286998094, 0.2054386604, 0.1860666620, 0.1749287685]),
        (12, [0.2484406856, 0.2291417402, 0.2116249291, 0.1967397869, 0.1855994091]),
        (24, [0.2448170513, 0.2317407249, 0.2201543754, 0.2100677617, 0.2015276525]),
    ];

    [Test]
    public void Parameters_of_a_model_s_own_options_are_found_again()
    {
        var quotes = surface
            .SelectMany(e => e.Volatilities.Select((v, k) => new OptionQuote(new Tenor(e.Months, TenorUnit.Month), 80 + 10 * k, v)))
            .ToArray();
        var fit = HestonCalibration.Fit(SmallScenario.AsOf, 100, 0.03, 0.01, quotes);
        Assert.That(fit.StartVariance, Is.EqualTo(0.04).Within(1e-4));
        Assert.That(fit.LongVariance, Is.EqualTo(0.06).Within(1e-4));
        Assert.That(fit.HalfLife, Is.EqualTo(Math.Log(2) / 1.5).Within(2e-3));
        Assert.That(fit.VolOfVol, Is.EqualTo(0.4).Within(2e-3));
        Assert.That(fit.Correlation, Is.EqualTo(-0.6).Within(2e-3));
        Assert.That(fit.Quotes.Select(q => Math.Abs(q.RelativeError)).Max(), Is.LessThan(1e-4));
    }

    [Test]
    public void Four_quotes_are_too_few_for_five_parameters() =>
        Assert.That(
            () => HestonCalibration.Fit(SmallScenario.AsOf, 100, 0, 0, []),
            Throws.ArgumentException.With.Message.StartsWith("Expected five option quotes or more")
        );
}
