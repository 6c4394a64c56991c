using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Estimators;

public sealed class LinearCorrelationTests
{
    [Test]
    public void A_small_case_by_hand()
    {
        // x = 1..5, y = 1, 3, 2, 5, 4: Spearman's textbook pair, r = 0.8; n - 3 = 2.
        var estimate = LinearCorrelation.Estimate([1, 2, 3, 4, 5], [1, 3, 2, 5, 4]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.Correlation.Value, Is.EqualTo(0.8).Within(1e-14));
            Assert.That(estimate.Correlation.StandardError, Is.EqualTo(0.36 / Math.Sqrt(2)).Within(1e-14));

            // atanh 0.8 = 1.0986123; less and plus 1.959964/sqrt 2 = 1.3859038; tanh of both.
            Assert.That(estimate.Lower95, Is.EqualTo(Math.Tanh(1.0986122886681098 - 1.3859038243496777)).Within(1e-12));
            Assert.That(estimate.Upper95, Is.EqualTo(Math.Tanh(1.0986122886681098 + 1.3859038243496777)).Within(1e-12));
        }
    }

    [TestCase(-0.6)]
    [TestCase(0.0)]
    [TestCase(0.9)]
    public void It_comes_back_from_simulated_pairs(double rho)
    {
        var (x, z) = (Simulated.Normals(31, 10_000), Simulated.Normals(32, 10_000));
        var y = x.Select((value, t) => (rho * value) + (Math.Sqrt(1 - (rho * rho)) * z[t])).ToArray();
        var estimate = LinearCorrelation.Estimate(x, y);
        Within.FourErrors(estimate.Correlation, rho);
        Assert.That(estimate.Lower95, Is.LessThan(estimate.Correlation.Value).And.LessThan(estimate.Upper95));
    }

    [Test]
    public void The_95_percent_interval_holds_the_truth_95_times_in_a_hundred()
    {
        var held = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var (x, z) = (Simulated.Normals(2 * seed, 40), Simulated.Normals((2 * seed) + 1, 40));
            var estimate = LinearCorrelation.Estimate(x, [.. x.Select((value, t) => (0.6 * value) + (0.8 * z[t]))]);
            if (estimate.Lower95 <= 0.6 && 0.6 <= estimate.Upper95)
                held++;
        }

        // Binomial with 1000 draws: standard error 6.9.
        Assert.That(held, Is.EqualTo(950).Within(28));
    }

    [Test]
    public void A_perfect_pair_has_correlation_one_and_no_error()
    {
        var estimate = LinearCorrelation.Estimate([1, 2, 3, 5], [2, 4, 6, 10]);
        Assert.That((estimate.Correlation.Value, estimate.Correlation.StandardError), Is.EqualTo((1.0, 0.0)).Within(1e-12));
    }

    [Test]
    public void A_constant_series_is_refused() =>
        Assert.That(
            () => LinearCorrelation.Estimate([1, 2, 3, 4], [5, 5, 5, 5]),
            Throws.ArgumentException.With.Message.Contains("constant")
        );
}
