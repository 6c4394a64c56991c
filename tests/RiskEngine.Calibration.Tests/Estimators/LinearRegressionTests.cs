using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Estimators;

public sealed class LinearRegressionTests
{
    [Test]
    public void A_small_case_by_hand()
    {
        // x = -1, 0, 1, 2 (mean 1/2, Sxx 5); y = 0, 1, 1, 3 (mean 5/4, Sxy 4.5): b = 0.9, a = 0.8; e = 0.1, 0.2, -0.7, 0.4; e'e = 0.7.
        var fit = LinearRegression.Fit([0, 1, 1, 3], [-1, 0, 1, 2]);

        // HC1 of b: n/(n - 2) sum (x - mean)^2 e^2 / Sxx^2 = 2 (2.25 0.01 + 0.25 0.04 + 0.25 0.49 + 2.25 0.16) / 25.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fit.Slopes[0].Value, Is.EqualTo(0.9).Within(1e-14));
            Assert.That(fit.Intercept.Value, Is.EqualTo(0.8).Within(1e-14));
            Assert.That(fit.ResidualDeviation, Is.EqualTo(Math.Sqrt(0.35)).Within(1e-14));
            Assert.That(fit.RSquared, Is.EqualTo(1 - (0.7 / 4.75)).Within(1e-14));
            Assert.That(fit.Slopes[0].StandardError, Is.EqualTo(Math.Sqrt(2 * 0.515 / 25)).Within(1e-14));
            Assert.That(fit.Observations, Is.EqualTo(4));
        }
    }

    [Test]
    public void Two_betas_come_back_from_simulated_returns()
    {
        var (market, sector, own) = (Simulated.Normals(21, 5000), Simulated.Normals(22, 5000), Simulated.Normals(23, 5000));
        var y = market.Select((m, t) => 0.1 + (1.6 * m) + (1.2 * sector[t]) + (0.7 * own[t])).ToArray();
        var fit = LinearRegression.Fit(y, market, sector);
        Within.FourErrors(fit.Intercept, 0.1);
        Within.FourErrors(fit.Slopes[0], 1.6);
        Within.FourErrors(fit.Slopes[1], 1.2);
        Assert.That(fit.ResidualDeviation, Is.EqualTo(0.7).Within(4 * 0.7 / Math.Sqrt(10_000)));
    }

    [Test]
    public void The_error_allows_for_noise_that_grows_with_the_market()
    {
        // With e = |x| z the true variance of the slope is 3/n, three times the textbook formula's 1/n.
        const int N = 50_000;
        var x = Simulated.Normals(24, N);
        var z = Simulated.Normals(25, N);
        var fit = LinearRegression.Fit([.. x.Select((value, t) => Math.Abs(value) * z[t])], x);
        Assert.That(fit.Slopes[0].StandardError, Is.EqualTo(Math.Sqrt(3.0 / N)).Within(5).Percent);
        Within.FourErrors(fit.Slopes[0], 0);
    }

    [Test]
    public void Residuals_are_orthogonal_to_the_regressors()
    {
        var (x, y) = (Simulated.Normals(26, 300), Simulated.StudentT(27, 300, 4));
        var fit = LinearRegression.Fit(y, x);
        Assert.That(fit.Residuals.Zip(x, (e, value) => e * value).Sum(), Is.Zero.Within(1e-10));
    }

    [Test]
    public void A_constant_regressor_is_refused() =>
        Assert.That(
            () => LinearRegression.Fit([1, 2, 3, 4, 5], [2, 2, 2, 2, 2]),
            Throws.ArgumentException.With.Message.Contains("collinear or constant")
        );

    [Test]
    public void Columns_of_other_lengths_are_refused() =>
        Assert.That(
            () => LinearRegression.Fit([1, 2, 3, 4], [1, 2, 3]),
            Throws.ArgumentException.With.Message.Contains("Expected 4 values")
        );
}
