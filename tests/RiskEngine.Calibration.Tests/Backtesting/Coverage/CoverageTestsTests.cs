using RiskEngine.Calibration.Backtesting.Coverage;

namespace RiskEngine.Calibration.Tests.Backtesting.Coverage;

public sealed class CoverageTestsTests
{
    /// <summary>
    /// Kupiec (1995), Techniques for verifying the accuracy of risk measurement models, table for 95%: the model is not refused strictly
    /// between these.
    /// </summary>
    [TestCase(255, 6, 21)]
    [TestCase(510, 16, 36)]
    [TestCase(1000, 37, 65)]
    public void Kupiec_accepts_what_his_table_accepts(int days, int tooFew, int tooMany)
    {
        var accepted = Enumerable.Range(0, days + 1).Where(x => CoverageTests.KupiecPof(x, days, 0.05).IsRefusedAt(0.05) == false);
        Assert.That(accepted, Is.EqualTo(Enumerable.Range(tooFew + 1, tooMany - tooFew - 1)));
    }

    /// <summary>The example of MATLAB's varbacktest: 1,043 days, 57 failures at 95%.</summary>
    [Test]
    public void The_example_of_varbacktest_comes_out()
    {
        var proportion = CoverageTests.KupiecPof(57, 1043, 0.05);
        var independence = CoverageTests.Independence(new Transitions(932, 53, 53, 4));
        var both = CoverageTests.ConditionalCoverage(proportion, independence);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(proportion.Statistic, Is.EqualTo(0.46147).Within(5e-6));
            Assert.That(independence.Statistic, Is.EqualTo(0.25866).Within(5e-6));
            Assert.That(both.Statistic, Is.EqualTo(0.72013).Within(1e-5));

            // With two degrees of freedom the chi-square tail is exp(-x/2).
            Assert.That(both.PValue, Is.EqualTo(Math.Exp(-both.Statistic / 2)).Within(1e-12));
        }
    }

    /// <summary>
    /// Jorion (2007), Value at Risk, ch. 6: z = (x - pT)/sqrt(p(1 - p)T); with 20 exceptions of 252 at 99% it is (20 - 2.52)/1.58 = 11.07.
    /// </summary>
    [Test]
    public void The_binomial_test_counts_deviations_and_its_probability_is_exact()
    {
        Assert.That(CoverageTests.Binomial(20, 252, 0.01).Statistic, Is.EqualTo((20 - 2.52) / Math.Sqrt(252 * 0.01 * 0.99)).Within(1e-12));

        // Four tosses: P(X >= 4) = 1/16, doubled; two of four is the middle.
        Assert.That(CoverageTests.Binomial(4, 4, 0.5).PValue, Is.EqualTo(0.125).Within(1e-12));
        Assert.That(CoverageTests.Binomial(2, 4, 0.5).PValue, Is.EqualTo(1).Within(1e-12));
    }

    /// <summary>
    /// By hand: a breach on day 1 with p = 0.01 has LR = -2 ln 0.01; one on day 100 has none, for 1/100 is what was expected.
    /// </summary>
    [Test]
    public void The_time_until_the_first_failure_is_tested()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CoverageTests.KupiecTuff(1, 0.01).Statistic, Is.EqualTo(-2 * Math.Log(0.01)).Within(1e-12));
            Assert.That(CoverageTests.KupiecTuff(100, 0.01).Statistic, Is.Zero.Within(1e-12));
            Assert.That(CoverageTests.KupiecTuff(null, 0.01).IsRefusedAt(0.05), Is.Null);
        }
    }

    /// <summary>
    /// Kupiec's table for the time until first failure at 99%: the model is not refused from 7 to 438 days (Kupiec 1995).
    /// </summary>
    [TestCase(6, true)]
    [TestCase(7, false)]
    [TestCase(438, false)]
    [TestCase(439, true)]
    public void The_first_failure_may_come_between_7_and_438_days(int day, bool refused) =>
        Assert.That(CoverageTests.KupiecTuff(day, 0.01).IsRefusedAt(0.05), Is.EqualTo(refused));

    [Test]
    public void No_empty_cell_stops_a_test()
    {
        foreach (
            var breaches in new bool[][]
            {
                [],
                [true],
                [false, false, false],
                [true, true, true],
                [false, true, false],
                [true, false, false, true],
            }
        )
        {
            var test = CoverageTests.Independence(Transitions.Of(breaches));
            Assert.That(
                (test.Statistic, test.PValue),
                Is.EqualTo((test.Statistic >= 0 ? test.Statistic : -1, test.PValue is >= 0 and <= 1 ? test.PValue : -1))
            );
        }

        Assert.That(CoverageTests.KupiecPof(0, 250, 0.01).Statistic, Is.EqualTo(-500 * Math.Log(0.99)).Within(1e-9));
        Assert.That(CoverageTests.KupiecPof(250, 250, 0.01).Statistic, Is.EqualTo(-500 * Math.Log(0.01)).Within(1e-9));
    }

    [Test]
    public void Transitions_are_counted_between_neighbours() =>
        Assert.That(Transitions.Of([false, false, true, true, false, true]), Is.EqualTo(new Transitions(1, 2, 1, 1)));

    [Test]
    public void Breaches_in_clusters_are_refused_though_their_number_is_right()
    {
        var clustered = Enumerable.Range(0, 1000).Select(day => day % 100 < 1 || day is 501 or 502 or 503 or 504 or 505).ToArray();
        Assert.That(CoverageTests.Independence(Transitions.Of(clustered)).PValue, Is.LessThan(1e-6));
    }

    [Test]
    public void Impossible_counts_are_refused() =>
        Assert.That(
            () => CoverageTests.KupiecPof(5, 4, 0.01),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0 to 4")
        );
}
