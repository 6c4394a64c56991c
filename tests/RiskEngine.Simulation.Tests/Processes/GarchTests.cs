using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Processes;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// Bollerslev (1986): unconditional variance, kurtosis and autocorrelation of squares; over longer steps Drost and Nijman (1993).
/// </summary>
public sealed class GarchTests
{
    private const double Alpha = 0.1;
    private const double Beta = 0.8;
    private const double P = Alpha + Beta;
    private const int Paths = 64 * 1000;

    /// <summary>
    /// Moves of sixty days with one observation a day, in units of the long-run deviation, after sixty in which the start is forgotten.
    /// </summary>
    private double[][] days = null!;

    [OneTimeSetUp]
    public void Simulate()
    {
        var grid = ProcessRun.Grid("1d", "120d");
        days = Moves(Factors.Garch("x", 0.2, Alpha, Beta, observations: 365), grid, from: 60);
    }

    [Test]
    public void Moves_have_the_long_run_variance_and_are_uncorrelated()
    {
        Within.FourErrorsOfVariance(Sample.Of(days[10]), 1);
        Within.FourErrorsOfMean(Sample.OfProducts(days[10], days[11]), 0, "covariance");
    }

    [Test]
    public void The_kurtosis_is_that_of_normal_shocks() =>
        Within.FourErrorsOfMean(Sample.Of(days[40].Select(r => Math.Pow(r, 4))), Kurtosis);

    [TestCase(1)]
    [TestCase(6)]
    public void Squares_are_correlated_over_time(int lag)
    {
        var expected = GarchAggregation.FirstAutocorrelation(Alpha, Beta) * Math.Pow(P, lag - 1) * (Kurtosis - 1);
        Within.FourErrorsOfMean(Sample.OfProducts(Squares(days[40]), Squares(days[40 + lag])), expected, "covariance of squares");
    }

    [Test]
    public void A_step_of_one_observation_is_the_recursion_itself()
    {
        var law = GarchAggregation.Over(Alpha, Beta, 1);
        Assert.That(law.Alpha, Is.EqualTo(Alpha).Within(1e-12));
        Assert.That(law.Beta, Is.EqualTo(Beta).Within(1e-12));
    }

    // Drost and Nijman (1993), in their own letters a and b: two ways to the same root.
    [TestCase(0.1, 0.8, 5)]
    [TestCase(0.05, 0.94, 21)]
    [TestCase(0.09, 0.9, 30.4)]
    public void Longer_steps_have_the_parameters_of_Drost_and_Nijman(double alpha, double beta, double m)
    {
        var p = alpha + beta;
        var kurtosis = 3 * (1 - p * p) / (1 - p * p - 2 * alpha * alpha);
        var g = (alpha - beta * alpha * p) / (1 - p * p);
        var a =
            m * (1 - beta) * (1 - beta)
            + 2 * m * (m - 1) * (1 - p) * (1 - p) * (1 - beta * beta - 2 * beta * alpha) / ((kurtosis - 1) * (1 - p * p))
            + 4 * (m - 1 - m * p + Math.Pow(p, m)) * g;
        var b = g * (1 - Math.Pow(p, 2 * m));
        var law = GarchAggregation.Over(alpha, beta, m);
        Assert.That(
            law.Beta / (1 + law.Beta * law.Beta),
            Is.EqualTo((a * Math.Pow(p, m) - b) / (a * (1 + Math.Pow(p, 2 * m)) - 2 * b)).Within(1e-12)
        );
        Assert.That(law.Alpha + law.Beta, Is.EqualTo(Math.Pow(p, m)).Within(1e-12));
    }

    // The squares of sums of ten days move together as those of single steps of ten days do.
    [Test]
    public void Ten_days_in_one_step_cluster_like_ten_daily_steps()
    {
        double[] Sum(int from) =>
            [.. Enumerable.Range(0, Paths).Select(i => Enumerable.Range(from, 10).Sum(day => days[day][i]) / Math.Sqrt(10))];
        var sums = Sample.OfProducts(Squares(Sum(30)), Squares(Sum(40)));
        var steps = Moves(Factors.Garch("x", 0.2, Alpha, Beta, observations: 365), ProcessRun.Grid("10d", "120d"), from: 6);
        var law = GarchAggregation.Over(Alpha, Beta, 10);
        var rho = GarchAggregation.FirstAutocorrelation(law.Alpha, law.Beta);
        var fourth = Sample.Of(Sum(30).Select(r => Math.Pow(r, 4))).Mean;
        Within.FourErrorsOfMean(sums, rho * (fourth - 1), "of sums");
        Within.FourErrorsOfVariance(Sample.Of(steps[2]), 1);
        var own = 3 * (1 - law.Persistence * law.Persistence) / (1 - law.Persistence * law.Persistence - 2 * law.Alpha * law.Alpha);
        Within.FourErrorsOfMean(Sample.OfProducts(Squares(steps[2]), Squares(steps[3])), rho * (own - 1), "of steps");
    }

    [TestCase(0.3)]
    [TestCase(0.99)]
    public void Steps_shorter_than_an_observation_keep_the_persistence(double m)
    {
        var law = GarchAggregation.Over(0.09, 0.9, m);
        Assert.That(law.Persistence, Is.EqualTo(Math.Pow(0.99, m)).Within(1e-12));
        Assert.That(law.Beta, Is.InRange(0.9, 1));
    }

    [Test]
    public void Where_little_lasts_over_a_step_nothing_falls_below_zero(
        [Values(0, 0.3)] double alpha,
        [Values(0, 0.2)] double beta,
        [Values(2, 400)] double m
    )
    {
        var law = GarchAggregation.Over(alpha, beta, m);
        Assert.That(law.Alpha, Is.AtLeast(0));
        Assert.That(law.Beta, Is.AtLeast(0));
    }

    [TestCase("1m")]
    [TestCase("1w")]
    public void The_mean_grows_by_the_drift_and_an_exposure_of_one_earns_its_premium(string step)
    {
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .Every(step)
                .RiskFree(0.02)
                .With(Factors.Garch("x", 0.25, 0.09, 0.9, startRatio: 2, drift: 0.06, start: 10) with { Premium = 0.05 })
                .With(Instruments.Equity("tracker", 0.7, ("x", 1)), Instruments.Cash("cash"))
                .Hold("p", ("tracker", 1))
                .Watch("x", "1y"),
            100_000
        );
        Within.FourErrorsOfMean(Sample.Of(simulated.Watched("x", "1y")), 10 * Math.Exp(0.06));
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("tracker")), Math.Exp(0.07));
    }

    // Beside an exposure of one no closed form says what clusters add to the mean: to first order (b^2 - b)^2 / 8 times the variance of the
    // year's variance, a ten-thousandth or so here at 2.6, which 100,000 paths do not see.
    [TestCase(0.5)]
    [TestCase(1.5)]
    [TestCase(2.6)]
    public void Other_exposures_keep_their_expected_return_within_the_error(double exposure)
    {
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .Until("1y")
                .RiskFree(0.02)
                .With(Factors.Garch("x", 0.18, 0.08, 0.9, startRatio: 1.2) with { Premium = 0.05 })
                .With(Instruments.Equity("share", 0.7, ("x", exposure)), Instruments.Cash("cash"))
                .Hold("p", ("share", 1)),
            100_000
        );
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("share")), Math.Exp(0.02 + (exposure * 0.05)));
    }

    // The deviation on the as-of date fades at p an observation: sum of sigma^2 / 252 (1 + 3 p^n) over the year's 252 observations.
    [TestCase("1m")]
    [TestCase("1d")]
    public void What_is_unusual_on_the_as_of_date_fades(string step)
    {
        var factor = Factors.Garch("x", 0.2, 0.06, 0.93, startRatio: 2);
        var grid = ProcessRun.Grid(step, "1y");
        var process = Simulated.Kinds.KindOf(factor).Create(factor, grid);
        var expected = 0.04 + 3 * 0.04 / 252 * (1 - Math.Pow(0.99, 252)) / 0.01;
        Assert.That(
            Enumerable.Range(0, grid.StepCount).Sum(k => Math.Pow(process.Loading(k, grid.StepCount), 2)),
            Is.EqualTo(expected).Within(2).Percent
        );
        Assert.That(process.VolatilityDrag(grid.StepCount), Is.EqualTo(-expected / 2).Within(2).Percent);
    }

    [Test]
    public void There_must_be_a_long_run_variance() =>
        Assert.That(
            new Garch().Check(Factors.Garch("x", 0.2, 0.1, 0.9), SmallScenario.AsOf),
            Is.EqualTo(new[] { "expected alpha + beta below 1, so that there is a long-run variance, found 1" })
        );

    private static double Kurtosis => 3 * (1 - P * P) / (1 - P * P - 2 * Alpha * Alpha);

    private static double[] Squares(double[] moves) => [.. moves.Select(r => r * r)];

    /// <summary>Moves of each step from one on, over their long-run deviation.</summary>
    private static double[][] Moves(Abstractions.Factors.RiskFactor factor, TimeGrid grid, int from)
    {
        var moves = new List<double[]>();
        double[] last = [];
        ProcessRun.Of(
            factor,
            grid,
            Paths,
            (date, x) =>
            {
                if (date > from)
                    moves.Add([.. x.Zip(last, (now, before) => (now - before) / (0.2 * Math.Sqrt(grid.StepYears(date - 1))))]);
                last = [.. x];
            }
        );
        return [.. moves];
    }
}
