using RiskEngine.Calibration.Estimators;

namespace RiskEngine.Calibration.Tests.Estimators;

public sealed class StudentTTests
{
    private const int Days = 4000;

    [TestCase(4)]
    [TestCase(7)]
    public void Known_parameters_come_back_within_three_errors(int degreesOfFreedom)
    {
        var unit = Math.Sqrt((degreesOfFreedom - 2.0) / degreesOfFreedom);
        var fit = StudentT.Fit(Array.ConvertAll(Simulated.StudentT(61, Days, degreesOfFreedom), t => 0.001 + (0.02 * unit * t)))!;
        Within.ThreeErrors(fit.Mean, 0.001);
        Within.ThreeErrors(fit.Deviation, 0.02);
        Within.ThreeErrors(fit.DegreesOfFreedom, degreesOfFreedom);
    }

    [Test]
    public void The_errors_are_what_repeated_samples_show()
    {
        var fits = Enumerable.Range(0, 100).Select(seed => StudentT.Fit(Simulated.StudentT(seed, 1000, 5))!).ToArray();
        Assert.That(fits, Has.None.Null);
        using (Assert.EnterMultipleScope())
        {
            // The spread of 100 values is known to 1/sqrt(200), 7%, and the degrees of freedom are skewed: four of them.
            Assert.That(Within.Typical(fits, f => f.Mean), Is.EqualTo(Within.Spread(fits, f => f.Mean)).Within(28).Percent);
            Assert.That(Within.Typical(fits, f => f.Deviation), Is.EqualTo(Within.Spread(fits, f => f.Deviation)).Within(28).Percent);
            Assert.That(
                Within.Typical(fits, f => f.DegreesOfFreedom),
                Is.EqualTo(Within.Spread(fits, f => f.DegreesOfFreedom)).Within(28).Percent
            );

            // The law is the data's, so both kinds of error agree (White 1982).
            Assert.That(
                fits.Average(f => f.DegreesOfFreedomHessianError),
                Is.EqualTo(fits.Average(f => f.DegreesOfFreedom.StandardError)).Within(10).Percent
            );
        }
    }

    [Test]
    public void A_change_of_unit_changes_the_deviation_and_nothing_else()
    {
        var sample = Simulated.StudentT(62, 500, 5);
        var (plain, scaled) = (StudentT.Fit(sample)!, StudentT.Fit(Array.ConvertAll(sample, x => 100 * x))!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scaled.Deviation.Value, Is.EqualTo(100 * plain.Deviation.Value).Within(1e-9).Percent);
            Assert.That(scaled.DegreesOfFreedom.Value, Is.EqualTo(plain.DegreesOfFreedom.Value).Within(1e-6));
        }
    }

    [Test]
    public void Tails_thinner_than_a_normal_distributions_have_no_fit() =>
        Assert.That(StudentT.Fit([.. Enumerable.Range(0, 200).Select(i => (double)(i % 20))]), Is.Null);

    [Test]
    public void Returns_that_do_not_vary_are_refused() =>
        Assert.That(() => StudentT.Fit(new double[50]), Throws.ArgumentException.With.Message.Contains("constant"));
}
