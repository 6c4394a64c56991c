using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Estimators;

public sealed class OrnsteinUhlenbeckTests
{
    private const double Step = 1.0 / 52;

    [Test]
    public void A_strong_reversion_comes_back_from_an_exact_simulation()
    {
        var fit = OrnsteinUhlenbeck.Fit(Path(seed: 41, kappa: 3, theta: 0.04, sigma: 0.02, weeks: 20_000), Step)!;
        Within.FourErrors(fit.MeanReversion, 3);
        Within.FourErrors(fit.Mean, 0.04);
        Within.FourErrors(fit.Volatility, 0.02);
        Assert.That(fit.HalfLife, Is.EqualTo(Math.Log(2) / 3).Within(20).Percent);
    }

    [Test]
    public void The_errors_are_what_repeated_samples_show()
    {
        var fits = Enumerable.Range(0, 300).Select(seed => OrnsteinUhlenbeck.Fit(Path(seed, 4, 0.04, 0.01, 2600), Step)!).ToArray();
        using (Assert.EnterMultipleScope())
        {
            // The spread of 300 values is known to 1/sqrt(600), 4.1%: four of them.
            Assert.That(
                Within.Typical(fits, fit => fit.MeanReversion),
                Is.EqualTo(Within.Spread(fits, fit => fit.MeanReversion)).Within(17).Percent
            );
            Assert.That(Within.Typical(fits, fit => fit.Mean), Is.EqualTo(Within.Spread(fits, fit => fit.Mean)).Within(17).Percent);
            Assert.That(
                Within.Typical(fits, fit => fit.Volatility),
                Is.EqualTo(Within.Spread(fits, fit => fit.Volatility)).Within(17).Percent
            );
        }
    }

    [Test]
    public void A_shift_of_the_levels_moves_the_mean_only()
    {
        var path = Path(42, 2, 0.04, 0.01, 1000);
        var plain = OrnsteinUhlenbeck.Fit(path, Step)!;
        var moved = OrnsteinUhlenbeck.Fit(Array.ConvertAll(path, x => x + 1), Step)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.Mean.Value, Is.EqualTo(plain.Mean.Value + 1).Within(1e-9));
            Assert.That(moved.MeanReversion.Value, Is.EqualTo(plain.MeanReversion.Value).Within(1e-7));
            Assert.That(moved.Volatility.Value, Is.EqualTo(plain.Volatility.Value).Within(1e-9));
        }
    }

    [Test]
    public void A_level_that_runs_away_has_no_such_process() =>
        Assert.That(OrnsteinUhlenbeck.Fit([1, 2, 4, 8.1, 16, 32, 64.1], Step), Is.Null);

    /// <summary>The exact transition: mean theta + (x - theta) e^(-kappa d), variance sigma^2 (1 - e^(-2 kappa d))/(2 kappa).</summary>
    private static double[] Path(int seed, double kappa, double theta, double sigma, int weeks)
    {
        var z = Simulated.Normals(seed, weeks);
        var decay = Math.Exp(-kappa * Step);
        var deviation = sigma * Math.Sqrt((1 - (decay * decay)) / (2 * kappa));
        var x = new double[weeks + 1];
        x[0] = theta;
        for (var t = 0; t < weeks; t++)
            x[t + 1] = theta + ((x[t] - theta) * decay) + (deviation * z[t]);
        return x;
    }
}
