using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Estimators;

public sealed class VolatilityTests
{
    [Test]
    public void A_small_sample_by_hand()
    {
        // mean 0; squares 1, 1, 4, 4: s^2 = 10/3; fourth powers 1, 1, 16, 16: k = 4 x 34 / 100 = 1.36.
        var estimate = Volatility.Estimate([1, -1, 2, -2], 12);
        var s = Math.Sqrt(10.0 / 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.Annualised.Value, Is.EqualTo(s * Math.Sqrt(12)).Within(1e-14));
            Assert.That(estimate.Kurtosis, Is.EqualTo(1.36).Within(1e-14));
            Assert.That(estimate.Annualised.StandardError, Is.EqualTo(s / 2 * Math.Sqrt(0.36 / 4) * Math.Sqrt(12)).Within(1e-14));
            Assert.That(estimate.Observations, Is.EqualTo(4));
        }
    }

    [Test]
    public void Normal_returns_give_back_their_volatility_and_the_textbook_error()
    {
        var returns = Array.ConvertAll(Simulated.Normals(11, 20_000), z => 0.3 / Math.Sqrt(52) * z);
        var estimate = Volatility.Estimate(returns, 52);
        Within.FourErrors(estimate.Annualised, 0.3);
        Assert.That(estimate.Annualised.StandardError, Is.EqualTo(0.3 / Math.Sqrt(40_000)).Within(5).Percent);
    }

    [Test]
    public void The_error_of_fat_tailed_returns_is_what_repeated_samples_show()
    {
        // Student t with 10 degrees of freedom has kurtosis 4; 400 samples of 250.
        var estimates = Enumerable.Range(0, 400).Select(seed => Volatility.Estimate(Simulated.StudentT(seed, 250, 10), 1)).ToArray();
        var mean = estimates.Average(estimate => estimate.Annualised.Value);
        var spread = Math.Sqrt(estimates.Average(estimate => Math.Pow(estimate.Annualised.Value - mean, 2)));

        // The spread of 400 values is itself known to 1/sqrt(800), 3.5%; sample kurtosis of 250 values runs low by some percent more.
        Assert.That(estimates.Average(estimate => estimate.Annualised.StandardError), Is.EqualTo(spread).Within(18).Percent);
    }

    [Test]
    public void It_scales_with_the_returns_and_ignores_a_shift()
    {
        var returns = Simulated.Normals(12, 500);
        var plain = Volatility.Estimate(returns, 52).Annualised;
        var moved = Volatility.Estimate(Array.ConvertAll(returns, r => (3 * r) + 7), 52).Annualised;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.Value, Is.EqualTo(3 * plain.Value).Within(1e-10));
            Assert.That(moved.StandardError, Is.EqualTo(3 * plain.StandardError).Within(1e-10));
        }
    }

    [Test]
    public void A_gap_is_refused() =>
        Assert.That(
            () => Volatility.Estimate([0.1, double.NaN], 52),
            Throws.ArgumentException.With.Message.Contains("found NaN at index 1")
        );
}
