using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Simulation.Processes;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// The stationary bootstrap against Politis and Romano (1994): rows i and j of a path have the covariance (1 - p)^|i - j| times the
/// history's circular autocovariance, which the tests sum by themselves.
/// </summary>
public sealed class StationaryBootstrapTests
{
    private const double BlockLength = 5;
    private const int RowsPerYear = 12;

    // Made by an autoregression of 0.6 from sines: any history with memory would do.
    private static readonly double[] history = Series(0.6, 0);
    private static readonly double[] partner = [.. Series(0.2, 3).Zip(history, (own, shared) => 0.5 * own + 0.7 * shared)];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    public void Moves_have_the_history_s_autocovariance_thinned_by_the_blocks(int lag)
    {
        var moves = Moves(Factors.Bootstrapped("f", history, RowsPerYear, BlockLength));
        var products = Sample.OfProducts(moves[3], moves[3 + lag]);
        Within.FourErrorsOfMean(products, Math.Pow(1 - 1 / BlockLength, lag) * Circular(history, history, lag));
    }

    [Test]
    public void Each_move_is_distributed_as_the_history()
    {
        var moves = Moves(Factors.Bootstrapped("f", history, RowsPerYear, BlockLength, drift: 0.24));
        foreach (var at in (int[])[0, 7])
        {
            var sample = Sample.Of(moves[at].Select(m => m - 0.24 * StepYears(at)));
            Within.FourErrorsOfMean(sample, 0);
            Within.FourErrorsOfVariance(sample, Circular(history, history, 0));
            var median = history.Order().ElementAt(history.Length / 2) - history.Average();
            Within.FourErrorsOfShare(
                moves[at].Count(m => m - 0.24 * StepYears(at) < median - 1e-12),
                moves[at].Length,
                (double)(history.Length / 2) / history.Length
            );
        }
    }

    [Test]
    public void Factors_of_one_history_take_the_same_rows()
    {
        var small = Pair();
        var simulated = Simulated.Of(small);
        double[] Logs(string factor) => [.. simulated.Watched(factor, "1m").Select(x => Math.Log(x))];
        var (first, second) = (Logs("f"), Logs("g"));

        // Each value is that of some row, and the other factor's is that of the same one.
        var rows = history.Zip(partner, (a, b) => (a - history.Average(), b - partner.Average())).ToArray();
        Assert.That(
            first.Zip(second).Take(2000).All(p => rows.Any(r => Math.Abs(r.Item1 - p.First) < 1e-6 && Math.Abs(r.Item2 - p.Second) < 1e-6)),
            Is.True
        );
        Within.FourErrorsOfMean(Sample.OfProducts(first, second), Circular(history, partner, 0));
    }

    [Test]
    public void Sums_of_rows_have_the_closed_form_s_covariance()
    {
        var simulated = Simulated.Of(Pair());
        double[] Logs(string factor) => [.. simulated.Watched(factor, "1y").Select(x => Math.Log(x))];
        Within.FourErrorsOfVariance(Sample.Of(Logs("f")), SumCovariance(history, history, 12), "variance");
        Within.FourErrorsOfMean(Sample.OfProducts(Logs("f"), Logs("g")), SumCovariance(history, partner, 12), "covariance");
    }

    [Test]
    public void The_engine_knows_that_covariance()
    {
        var grid = ProcessRun.Grid("1m", "1y");
        var kind = new StationaryBootstrap();
        var (f, g) = (
            kind.Create(Factors.Bootstrapped("f", history, RowsPerYear, BlockLength), grid),
            kind.Create(Factors.Bootstrapped("g", partner, RowsPerYear, BlockLength, scale: 2), grid)
        );
        Assert.That(f.ResidualVariance(12), Is.EqualTo(SumCovariance(history, history, 12)).Within(1e-12));
        Assert.That(f.ResidualCovariance(g, 12), Is.EqualTo(2 * SumCovariance(history, partner, 12)).Within(1e-12));
        Assert.That(g.ResidualCovariance(f, 12), Is.EqualTo(2 * SumCovariance(history, partner, 12)).Within(1e-12));
    }

    [Test]
    public void Prices_grow_as_expected()
    {
        // Half the variance is taken out of the return; the skewness of the sum, of which these rows have little, is below the error.
        var simulated = Simulated.Of(Pair().RiskFree(0.02).With(Instruments.Equity("i", 0.6, ("f", 1), ("g", 0.5))).Hold("q", ("i", 1)));
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("i")), Math.Exp(0.02));
    }

    [Test]
    public void Daily_rows_fill_monthly_steps()
    {
        // 252 rows a year over uneven months: by the year's end as many as there are in a year.
        var grid = ProcessRun.Grid("1m", "1y");
        var daily = new StationaryBootstrap().Create(Factors.Bootstrapped("f", history, 252, 20), grid);
        Assert.That(daily.ExtraUniformCount, Is.InRange(21, 22));
        var independent = new StationaryBootstrap().Create(Factors.Bootstrapped("f", history, 252, 1), grid);
        Assert.That(independent.ResidualVariance(12), Is.EqualTo(252 * Circular(history, history, 0)).Within(1e-12));
    }

    [Test]
    public void Histories_of_different_names_are_drawn_apart()
    {
        var small = SmallScenario
            .New()
            .With(
                Factors.Bootstrapped("f", history, RowsPerYear, BlockLength, history: "one"),
                Factors.Bootstrapped("g", history, RowsPerYear, BlockLength, history: "two")
            )
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1))
            .Watch("f", "1y")
            .Watch("g", "1y");
        var simulated = Simulated.Of(small);
        var correlation = Sample.Correlation(
            [.. simulated.Watched("f", "1y").Select(x => Math.Log(x))],
            [.. simulated.Watched("g", "1y").Select(x => Math.Log(x))]
        );
        Assert.That(correlation, Is.Zero.Within(4 / Math.Sqrt(Simulated.Paths)));
    }

    private static ScenarioBuilder Pair() =>
        SmallScenario
            .New()
            .With(
                Factors.Bootstrapped("f", history, RowsPerYear, BlockLength),
                Factors.Bootstrapped("g", partner, RowsPerYear, BlockLength)
            )
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1))
            .Watch("f", "1m")
            .Watch("g", "1m")
            .Watch("f", "1y")
            .Watch("g", "1y");

    private static double[] Series(double memory, int from)
    {
        var series = new double[60];
        var last = 0.0;
        for (var k = -20; k < series.Length; k++)
        {
            last = memory * last + 0.03 * Math.Sin(12.9898 * (k + from) * (k + from));
            if (k >= 0)
                series[k] = last + 0.004;
        }

        return series;
    }

    private static double[][] Moves(RiskFactor factor)
    {
        var (moves, last) = (new List<double[]>(), Array.Empty<double>());
        ProcessRun.Of(
            factor,
            ProcessRun.Grid("1m", "1y"),
            1 << 17,
            (date, x) =>
            {
                if (date > 0)
                    moves.Add([.. x.Zip(last, (now, before) => now - before)]);
                last = [.. x];
            }
        );
        return [.. moves];
    }

    private static double StepYears(int step) => ProcessRun.Grid("1m", "1y").StepYears(step);

    private static double Circular(double[] a, double[] b, int lag)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        return Enumerable.Range(0, a.Length).Average(t => (a[t] - meanA) * (b[(t + lag) % a.Length] - meanB));
    }

    private static double SumCovariance(double[] a, double[] b, int rows) =>
        Enumerable
            .Range(0, rows)
            .Sum(i =>
                Enumerable
                    .Range(0, rows)
                    .Sum(j => Math.Pow(1 - 1 / BlockLength, Math.Abs(i - j)) * (i <= j ? Circular(a, b, j - i) : Circular(b, a, i - j)))
            );
}
