using System.Globalization;
using System.Text;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class BacktestCommandTests
{
    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        var (first, second) = (RandomStream.Create(1, "a"), RandomStream.Create(1, "b"));
        var text = new StringBuilder("date,A,B\n");
        var (day, a, b) = (new DateOnly(2024, 1, 1), 0.0, 0.0);
        for (var i = 0; i < 300; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{100 * Math.Exp(a)},{50 * Math.Exp(b)}\n");
            (day, a, b) = (day.AddDays(1), a + (0.01 * first.Normal(i, 0)), b + (0.02 * second.Normal(i, 0)));
        }

        folder.Write("prices.csv", text.ToString());
        folder.Write("core.csv", "instrument,quantity,price,currency\na,10,100,USD\nB,20,50,USD\n");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_portfolio_is_tested_and_a_report_written()
    {
        var answer = folder.Run(
            "backtest",
            "prices.csv",
            "--portfolio",
            "core.csv",
            "--window",
            "100",
            "--level",
            "0.95",
            "--model",
            "normal",
            "--model",
            "filtered-historical"
        );

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(
            answer.Output,
            Does.Contain("VaR and ES at 95%, one trading day ahead, 2024-04-11 to 2024-10-26").And.Contain("core: 199 forecasts")
        );
        Assert.That(
            answer.Output,
            Does.Match(@"normal +\d+ \(5 to 16\)").And.Match(@"filtered-historical +\d+ \(5 to 16\)").And.Not.Contain("garch ")
        );
        Assert.That(answer.LastLine, Does.Match("^reports.backtests.[0-9a-f]{12}.report.html$"));
        var report = answer.LastLine.Replace("report.html", "");
        Assert.That(
            folder.FilesIn(report),
            Is.EqualTo(new[] { "forecasts.csv", "manifest.json", "report.html", "report.md", "report.zh-CN.md", "results.json" })
        );
        Assert.That(
            folder.Read(report + "manifest.json"),
            Does.Contain(
                "riskengine backtest prices.csv --portfolio core.csv --model normal --model filtered-historical --window 100 --horizon "
                    + "1d --level 0.95"
            )
        );
    }

    [Test]
    public void Without_a_portfolio_every_column_is_tested_and_the_same_run_lands_in_the_same_place()
    {
        string[] line = ["backtest", "prices.csv", "--window", "150", "--model", "historical", "--horizon", "5d", "--quiet"];
        var (first, second) = (folder.Run(line), folder.Run(line));

        Assert.That(first.Code, Is.EqualTo(ExitCode.Done), first.Error);
        Assert.That(second.Output, Is.EqualTo(first.Output));
        Assert.That(
            folder.Read(first.LastLine.Replace("report.html", "report.md")),
            Does.Contain("### A").And.Contain("### B").And.Contain("29 periods of 5 days")
        );
    }

    [TestCase("--model: expected one of normal, student-t, garch, historical, filtered-historical, found 'arch'", "--model", "arch")]
    [TestCase("--level: expected a number from 0.9 to 0.999, found '99'", "--level", "99")]
    [TestCase("--horizon: expected 1d, 5d, 1m or the like, up to 63 trading days, found '1y'", "--horizon", "1y")]
    [TestCase("--window: expected a whole number from 100 to 5,000, found '10'", "--window", "10")]
    [TestCase("the file does not exist", "--portfolio", "none.csv")]
    [TestCase(
        "'A': expected prices for 20 forecasts of 1 trading days or more after a window of 500, found 300 days with a price from "
            + "2024-01-02 to 2024-10-26, which give 0"
    )]
    public void What_cannot_be_done_is_refused_in_a_sentence(string expected, params string[] options)
    {
        var answer = folder.Run(["backtest", "prices.csv", .. options]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain($"error: {expected}"));
        Assert.That(folder.Has("reports"), Is.False);
    }

    [Test]
    public void A_holding_that_is_no_column_is_told_at_its_place()
    {
        folder.Write("bad.csv", "instrument,quantity,price,currency\nc,10,100,USD\n");
        var answer = folder.Run("backtest", "prices.csv", "--portfolio", "bad.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.StartWith("bad.csv:2:1: error: instrument: unknown column 'c'"));
    }
}
