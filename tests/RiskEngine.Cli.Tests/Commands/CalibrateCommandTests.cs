using System.Globalization;
using System.Text;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class CalibrateCommandTests
{
    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        // B doubles every log return of A, so its beta is exactly 2 and nothing of it is left unexplained; C goes the other way.
        var text = new StringBuilder("date,A,B,[C]\n");
        var (day, logPrice) = (new DateOnly(2025, 1, 3), 0.0);
        for (var i = 0; i < 60; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{day:yyyy-MM-dd},{100 * Math.Exp(logPrice)},{50 * Math.Exp(2 * logPrice)},{10 * Math.Exp(-logPrice)}\n"
            );
            day = day.AddDays(7);
            logPrice += i % 2 == 0 ? 0.02 : -0.02;
        }

        folder.Write("prices.csv", text.ToString());
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Volatilities_betas_and_correlations_are_shown()
    {
        var answer = folder.Run("calibrate", "prices.csv", "--benchmark", "A");

        // 59 weekly returns of 0.02 in turn up and down (30 up, 29 down): s = 0.02 sqrt((59 - 1/59) / 58) = 0.020169, times sqrt(52) is
        // 14.54% a year; B moves twice as much.
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Match(@"A +2025-01-10 +59 +14\.54%").And.Match(@"B +2025-01-10 +59 +29\.09%.* 2\.00 .*100%"));
        Assert.That(answer.Output, Does.Match(@"\[C\] +−1\.00 +−1\.00 +1").And.Contain("weekly log returns"));
    }

    [Test]
    public void The_window_and_the_frequency_can_be_chosen()
    {
        var answer = folder.Run("calibrate", "prices.csv", "--frequency", "weekly", "--from", "2025-02-01", "--until", "2025-11-30");

        Assert.That(answer.Output, Does.Contain("2025-02-07 to 2025-11-28"));
        Assert.That(answer.Output, Does.Not.Contain("beta"));
    }

    [Test]
    public void A_frequency_that_the_dates_contradict_is_refused() =>
        Refused(
            "--frequency daily: expected daily prices, found weekly ones ('A': 7 days from one close to the next, the middle gap).",
            "--frequency",
            "daily"
        );

    [Test]
    public void A_column_that_does_not_move_is_left_out_with_its_dates()
    {
        var rows = folder.Read("prices.csv").TrimEnd('\n').Split('\n');
        folder.Write("flat.csv", rows[0] + ",FLAT\n" + string.Concat(rows.Skip(1).Select(row => $"{row},7\n")));
        var answer = folder.Run("calibrate", "flat.csv", "--benchmark", "A");
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(
            answer.Output.Replace("\n", " "),
            Does.Match("FLAT: does not move: all closes from 2025-01-10 to +2026-02-20 are the same")
        );
    }

    [TestCase("0.045", "The default equity premium")]
    [TestCase("0.03", "Given on the command line", "--premium", "0.03")]
    public void The_premium_stands_in_the_file_with_its_source(string rate, string source, params string[] options)
    {
        var answer = folder.Run(["calibrate", "prices.csv", "--benchmark", "A", "--out", "m.yaml", .. options]);
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(folder.Read("m.yaml"), Does.Contain($"    premium: {rate}\n").And.Match($"      premium: .*{source}"));
        Assert.That(answer.Output.Replace("\n", " "), Does.Contain("Premium: ").And.Contain(source));
    }

    [Test]
    public void Without_a_benchmark_the_premium_is_asked_for() =>
        Refused("--premium: without --benchmark no factor is known to be of shares", "--out", "m.yaml");

    [TestCase("geometric-brownian", "--benchmark", "A")]
    [TestCase("student-t", "--benchmark", "A")]
    [TestCase("garch", "--benchmark", "A")]
    [TestCase("garch", "--benchmark", "A", "--sector", "B")]
    [TestCase("geometric-brownian", "--shrinkage", "identity", "--premium", "0.04")]
    [TestCase("student-t", "--premium", "0")]
    [TestCase("garch", "--shrinkage", "constant-correlation", "--premium", "0.02")]
    public void The_market_file_is_one_that_run_and_validate_accept(string kind, params string[] options)
    {
        MarketPrices(600);
        var answer = folder.Run([
            "calibrate",
            "market.csv",
            "--kind",
            kind,
            "--frequency",
            "daily",
            "--out",
            "own/market.yaml",
            .. options,
        ]);
        folder.Write(
            "own/scenario.yaml",
            """
            name: Own
            asOf: 2026-02-06
            currency: USD
            horizons: { year: 12m }
            simulation: { paths: 1000 }
            riskFreeRate: 0.04
            source: { judgement: a test }
            market: market.yaml
            portfolios: [core.csv]

            """
        );
        folder.Write("own/core.csv", "instrument,quantity,price,currency\na,10,100,USD\nb,5,50,USD\n");
        var checkedIt = folder.Run("validate", "own");
        var run = folder.Run("run", "own", "--outcomes", "none");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
            Assert.That(answer.LastLine, Is.EqualTo(Path.Combine("own", "market.yaml")));
            Assert.That(folder.Read("own/market.yaml"), Does.Contain($"kind: {kind}\n"));
            Assert.That(checkedIt.Code, Is.EqualTo(ExitCode.Done), checkedIt.Error);
            Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        }
    }

    [Test]
    public void What_lies_there_already_is_not_written_over()
    {
        folder.Write("market.yaml", "mine");
        Refused(
            "--out: expected the name of a new file, found 'market.yaml' there already (--force replaces it)",
            "--out",
            "market.yaml",
            "--premium",
            "0"
        );
        Assert.That(folder.Read("market.yaml"), Is.EqualTo("mine"));
    }

    [Test]
    public void A_gap_in_the_prices_is_told_and_does_not_stop()
    {
        folder.Write("gap.csv", folder.Read("prices.csv").Replace("2025-01-10,102.02013400267558,", "2025-01-10,,"));
        var answer = folder.Run("calibrate", "gap.csv");
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Error, Does.StartWith("gap.csv:3:12: notice: A: no price in 1 of 60 rows").And.EndWith("\n1 notice\n"));
    }

    [TestCase("D", "--benchmark: unknown column 'D' (did you mean 'A'?); columns are: A, B, [C]")]
    public void An_unknown_column_is_refused(string benchmark, string expected) => Refused(expected, "--benchmark", benchmark);

    [Test]
    public void A_sector_without_a_benchmark_is_refused() => Refused("--sector needs --benchmark", "--sector", "B");

    [Test]
    public void A_window_without_prices_is_refused() =>
        Refused("--from and --until leave no prices; the file has 2025-01-03 to 2026-02-20", "--from", "2027-01-01");

    [Test]
    public void Too_few_prices_are_refused_in_a_sentence() =>
        Refused("Expected 24 returns of the benchmark 'A' or more, found fewer.", "--benchmark", "A", "--from", "2026-01-01");

    [Test]
    public void A_missing_file_is_refused()
    {
        var answer = folder.Run("calibrate", "none.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Is.EqualTo("none.csv: error: the file does not exist\n1 error\n"));
    }

    [Test]
    public void Every_bad_cell_is_listed_with_its_place()
    {
        folder.Write("bad.csv", "date,A\n2025-01-03,1\n2025-01-04,x\n2025-01-05,-1\n");

        var answer = folder.Run("calibrate", "bad.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error.Split('\n')[0], Does.StartWith("bad.csv:3:12: error: "));
        Assert.That(answer.Error.Split('\n')[1], Does.StartWith("bad.csv:4:12: error: "));
        Assert.That(answer.Error, Does.EndWith("\n2 errors\n"));
    }

    /// <summary>A moves by GARCH with t-like tails, B and C follow it in part: something of everything that is fitted.</summary>
    private void MarketPrices(int days)
    {
        var (first, second) = (RandomStream.Create(1, "a"), RandomStream.Create(1, "b"));
        var text = new StringBuilder("date,A,B,C\n");
        var (day, a, b, c, h) = (new DateOnly(2024, 1, 1), 0.0, 0.0, 0.0, 1e-4);
        for (var i = 0; i < days; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{100 * Math.Exp(a)},{50 * Math.Exp(b)},{10 * Math.Exp(c)}\n");
            var move = Math.Sqrt(h) * first.Normal(i, 0) * (first.Uniform(i, 1) < 0.05 ? 3 : 0.77);
            h = 5e-6 + (0.1 * move * move) + (0.85 * h);
            (day, a, b, c) = (
                day.AddDays(1),
                a + move,
                b + (1.4 * move) + (0.008 * second.Normal(i, 0)),
                c - (0.3 * move) + (0.012 * second.Normal(i, 1))
            );
        }

        folder.Write("market.csv", text.ToString());
    }

    private void Refused(string expected, params string[] options)
    {
        var answer = folder.Run(["calibrate", "prices.csv", .. options]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.StartWith($"riskengine: error: {expected}"));
        Assert.That(answer.Output, Is.Empty);
    }
}
