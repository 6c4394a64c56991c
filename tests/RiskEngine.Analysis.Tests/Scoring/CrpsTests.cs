using MathNet.Numerics.Distributions;
using RiskEngine.Analysis.Scoring;

namespace RiskEngine.Analysis.Tests.Scoring;

public sealed class CrpsTests
{
    // Closed form for a normal (Gneiting and Raftery 2007, equation 5): s (z (2 F(z) - 1) + 2 f(z) - 1 / sqrt(pi)).
    [TestCase(0, 1, 0)]
    [TestCase(0.05, 0.2, -0.3)]
    [TestCase(-1, 3, 4)]
    public void Of_a_normal_it_is_the_closed_form(double mean, double deviation, double outcome)
    {
        const int Paths = 20_000;
        // The quantiles at the middles of equal steps: a normal without sampling noise.
        var forecast = Enumerable.Range(0, Paths).Select(i => (float)Normal.InvCDF(mean, deviation, (i + 0.5) / Paths)).ToArray();
        var z = (outcome - mean) / deviation;
        var expected = deviation * (z * (2 * Normal.CDF(0, 1, z) - 1) + 2 * Normal.PDF(0, 1, z) - 1 / Math.Sqrt(Math.PI));

        Assert.That(Crps.Of(forecast, outcome), Is.EqualTo(expected).Within(1e-4 * deviation));
    }

    [Test]
    public void It_is_the_definition_pair_by_pair()
    {
        float[] forecast = [3, -1, 4, 1, -5];
        var spread = forecast.SelectMany(_ => forecast, (a, b) => Math.Abs((double)a - b)).Average();

        Assert.That(Crps.Of(forecast, 0.5), Is.EqualTo(forecast.Average(x => Math.Abs(x - 0.5)) - spread / 2).Within(1e-12));
    }

    [Test]
    public void Of_a_certain_forecast_it_is_the_absolute_error() => Assert.That(Crps.Of([2, 2, 2], 5), Is.EqualTo(3).Within(1e-12));

    [Test]
    public void It_shifts_and_scales_with_forecast_and_outcome() =>
        Assert.That(Crps.Of([12, 14, 20], 18), Is.EqualTo(2 * Crps.Of([1, 2, 5], 4)).Within(1e-12));

    [Test]
    public void What_is_no_number_is_refused()
    {
        Assert.That(() => Crps.Of([], 1), Throws.ArgumentException);
        Assert.That(() => Crps.Of([1, float.NaN], 1), Throws.ArgumentException);
        Assert.That(() => Crps.Of([1], double.NaN), Throws.ArgumentException);
    }
}
