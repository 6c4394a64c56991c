using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Estimators;

public sealed class GarchTests
{
    private static readonly GarchParameters truth = new(0.0005, 0.0001, 0.08, 0.9);

    [Test]
    public void Known_parameters_come_back_within_three_errors()
    {
        var returns = Simulated.Garch(71, 4000, truth);
        var fit = Garch.Fit(returns)!;
        Within.ThreeErrors(fit.Alpha, 0.08);
        Within.ThreeErrors(fit.Beta, 0.9);
        Within.ThreeErrors(fit.Deviation, 0.01);

        var variances = new double[returns.Length];
        Within.ThreeErrors(fit.LastRatio, Math.Sqrt(truth.Filter(returns, truth.LongRunVariance, variances) / truth.LongRunVariance));
    }

    [Test]
    public void The_errors_are_what_repeated_samples_show()
    {
        var fits = Enumerable
            .Range(0, 100)
            .Select(seed => Garch.Fit(Simulated.Garch(seed, 2000, truth with { Beta = 0.8, Alpha = 0.12 }))!)
            .ToArray();
        Assert.That(fits, Has.None.Null);
        using (Assert.EnterMultipleScope())
        {
            // The spread of 100 values is known to 1/sqrt(200), 7%: four of them.
            Assert.That(Within.Typical(fits, f => f.Alpha), Is.EqualTo(Within.Spread(fits, f => f.Alpha)).Within(28).Percent);
            Assert.That(Within.Typical(fits, f => f.Beta), Is.EqualTo(Within.Spread(fits, f => f.Beta)).Within(28).Percent);
            Assert.That(Within.Typical(fits, f => f.Deviation), Is.EqualTo(Within.Spread(fits, f => f.Deviation)).Within(28).Percent);
        }
    }

    /// <summary>
    /// Quasi-maximum likelihood: shocks with 5 degrees of freedom, fitted as if they were normal (Bollerslev and Wooldridge 1992).
    /// </summary>
    [Test]
    public void Shocks_with_fat_tails_leave_the_estimates_right_and_widen_their_errors()
    {
        var (fat, plain) = (
            Garch.Fit(Simulated.Garch(72, 6000, truth, Simulated.StudentT(72, 6000, 5)))!,
            Garch.Fit(Simulated.Garch(72, 6000, truth))!
        );
        Within.ThreeErrors(fat.Alpha, 0.08);
        Within.ThreeErrors(fat.Beta, 0.9);
        Assert.That(fat.Alpha.StandardError, Is.GreaterThan(1.3 * plain.Alpha.StandardError));
    }

    [Test]
    public void Independent_returns_have_no_clustering_to_fit()
    {
        var found = Enumerable
            .Range(0, 20)
            .Count(seed => Garch.Fit(Simulated.Normals(seed, 500)) is { } fit && fit.Alpha.Value > 3 * fit.Alpha.StandardError);
        Assert.That(found, Is.LessThanOrEqualTo(3), "clustering claimed where there is none");
    }

    [Test]
    public void A_search_from_other_parameters_ends_at_the_same_ones()
    {
        var returns = Simulated.Garch(73, 1500, truth);
        var (common, near) = (Garch.Parameters(returns)!.Value, Garch.Parameters(returns, new GarchParameters(0, 0.0003, 0.2, 0.7))!.Value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(near.Alpha, Is.EqualTo(common.Alpha).Within(1e-4));
            Assert.That(near.Beta, Is.EqualTo(common.Beta).Within(1e-4));
            Assert.That(near.LongRunVariance, Is.EqualTo(common.LongRunVariance).Within(0.1).Percent);
        }
    }

    /// <summary>The closed form of the sum of variance forecasts is the recursion E h(t+k+1) = v (1 - p) + p E h(t+k), added up.</summary>
    [Test]
    public void The_variance_of_a_sum_is_the_sum_of_the_forecasts()
    {
        var (h, sum) = (0.0004, 0.0);
        for (var k = 0; k < 21; k++)
        {
            sum += h;
            h = (truth.LongRunVariance * (1 - truth.Persistence)) + (truth.Persistence * h);
        }

        Assert.That(truth.SumVariance(0.0004, 21), Is.EqualTo(sum).Within(1e-15));
    }
}
