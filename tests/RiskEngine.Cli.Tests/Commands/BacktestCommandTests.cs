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
                    + "1td --level 0.95"
            )
        );
    }

    [Test]
    public void Without_a_portfolio_every_column_is_tested_and_the_same_run_lands_in_the_same_place()
    {
        string[] line = ["backtest", "prices.csv", "--window", "150", "--model", "historical", "--horizon", "5td", "--quiet"];
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
    [TestCase("--horizon: expected 1td, 5td, 1m or the like, up to 63 trading days, found '1y'", "--horizon", "1y")]
    [TestCase("--horizon: expected 5td for 5 trading days, found '5d', which means calendar days in run", "--horizon", "5d")]
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
    public void A_column_that_cannot_be_tested_is_named_with_its_dates_and_the_others_go_on()
    {
        var rows = folder.Read("prices.csv").TrimEnd('\n').Split('\n');
        var text = rows[0] + ",FLAT,NEW\n" + string.Concat(rows.Skip(1).Select((row, t) => $"{row},7,{(t < 290 ? "" : $"{50 + t}")}\n"));
        folder.Write("odd.csv", text);
        var answer = folder.Run("backtest", "odd.csv", "--window", "150", "--model", "normal");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(
            Joined(answer.Output),
            Does.Match("FLAT: expected returns that vary, found the same one on all 299 days from 2024-01-02 to 2024-10-26")
                .And.Match("NEW: expected prices for 20 forecasts .* found 10 days with a price from 2024-10-18 to 2024-10-26")
                .And.Contain("A: 149 forecasts")
        );
        var report = folder.Read(answer.LastLine.Replace("report.html", "report.md"));
        Assert.That(report, Does.Contain("Left out: FLAT: expected returns that vary").And.Contain("Left out: NEW: expected prices"));
        Assert.That(folder.Read(answer.LastLine.Replace("report.html", "results.json")), Does.Contain("\"name\": \"FLAT\""));
    }

    /// <summary>Weekly closes of twelve years: B is A's market.</summary>
    [Test]
    public void Fans_are_tested_and_a_report_written()
    {
        var (market, own) = (RandomStream.Create(1, "m"), RandomStream.Create(1, "o"));
        var text = new StringBuilder("date,A,B\n");
        var (day, a, b) = (new DateOnly(2010, 1, 1), 0.0, 0.0);
        for (var i = 0; i < 620; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{100 * Math.Exp(a)},{50 * Math.Exp(b)}\n");
            var move = 0.02 * market.Normal(i, 0);
            (day, a, b) = (day.AddDays(7), a + move + (0.02 * own.Normal(i, 0)), b + move);
        }

        folder.Write("weeks.csv", text.ToString());
        string[] asked = ["backtest", "weeks.csv", "--fans", "3m,12m", "--origins", "yearly", "--paths", "1000"];
        var answer = folder.Run([.. asked, "--benchmark", "B", "--portfolio", "core.csv"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(
            answer.Output,
            Does.Contain("Forecast distributions at 9 origins, 2012-12-28 to 2020-12-25")
                .And.Contain("All 2 columns")
                .And.Match(@"12m +16 ")
        );
        var report = answer.LastLine.Replace("report.html", "");
        Assert.That(
            folder.FilesIn(report),
            Is.EqualTo(new[] { "forecasts.csv", "manifest.json", "report.html", "report.md", "report.zh-CN.md", "results.json" })
        );
        Assert.That(folder.Read(report + "forecasts.csv").Split('\n')[1], Does.StartWith("core,2012-12-28,3m,2013-03-28,"));
        Assert.That(folder.Read(report + "report.md"), Does.Contain("Did the bands hold?").And.Contain("In the 90% band"));
        Assert.That(folder.Read(report + "report.zh-CN.md"), Does.Contain("区间成立吗？"));
        Assert.That(
            folder.Read(report + "manifest.json"),
            Does.Contain("riskengine backtest weeks.csv --portfolio core.csv --benchmark B --fans 3m,12m --kind geometric-brownian")
        );
        var without = folder.Run(asked);
        Assert.That(without.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(without.Error, Does.Contain("--premium: without --benchmark no factor is known to be of shares"));
    }

    [TestCase("--fans 3m --level 0.95", "--level is for backtests of value at risk: it has no meaning beside --fans")]
    [TestCase("--origins monthly", "--origins needs --fans, such as --fans 1m,3m,6m,12m")]
    [TestCase("--benchmark A", "--benchmark needs --fans, such as --fans 1m,3m,6m,12m")]
    [TestCase("--fans 12m,3m --benchmark A", "--fans: expected rising spans from 1w to 5y")]
    [TestCase("--fans 3m --benchmark C", "--benchmark: unknown column 'C'")]
    [TestCase("--fans 3m --benchmark A", "Expected prices for 8 origins or more")]
    public void What_does_not_fit_with_fans_is_told(string options, string expected)
    {
        var answer = folder.Run(["backtest", "prices.csv", .. options.Split(' ')]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain(expected));
        Assert.That(folder.Has("reports"), Is.False);
    }

    [Test]
    public void Monthly_prices_are_not_called_days()
    {
        var months = Enumerable
            .Range(0, 300)
            .Select(m => $"{new DateOnly(2000, 1, 1).AddMonths(m + 1).AddDays(-1):yyyy-MM-dd},{100 + (m * 7 % 13)}");
        folder.Write("months.csv", $"date,A\n{string.Join('\n', months)}\n");
        var answer = folder.Run("backtest", "months.csv", "--window", "100");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("'A': expected daily closes, found one every 31 days"));
    }

    [Test]
    public void Days_of_a_seven_day_market_are_said_to_be_calendar_days() =>
        Assert.That(
            folder.Run("backtest", "prices.csv", "--window", "150", "--model", "normal").Output.Replace("\n", " "),
            Does.Match("A: closes come seven days a week; every calendar day counts as a trading +day")
        );

    /// <summary>A verdict names the test and the p-value that it rests on: normal VaR of returns that jump once in forty days.</summary>
    [Test]
    public void A_verdict_shows_the_p_value_it_rests_on()
    {
        var text = new StringBuilder("date,A\n");
        var (day, price) = (new DateOnly(2022, 1, 3), 100.0);
        for (var i = 0; i < 900; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{price}\n");
            (day, price) = (
                day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : 1),
                price * (i % 40 == 39 ? 0.8 : 1 + (0.01 * ((i % 5) - 2)))
            );
        }

        folder.Write("jumps.csv", text.ToString());
        var answer = folder.Run("backtest", "jumps.csv", "--window", "200", "--model", "normal");
        Assert.That(Joined(answer.Output), Does.Match(@"losses beyond VaR too large \(Z1 (<0\.001|0\.0[0-9]+)\)"));
        Assert.That(
            folder.Read(answer.LastLine.Replace("report.html", "report.md")),
            Does.Match(@"losses beyond the limit worse than forecast \(Z1 p (\\?< 0\.001|0\.0[0-9]+)\)")
        );
    }

    [Test]
    public void A_holding_that_is_no_column_is_told_at_its_place()
    {
        folder.Write("bad.csv", "instrument,quantity,price,currency\nc,10,100,USD\n");
        var answer = folder.Run("backtest", "prices.csv", "--portfolio", "bad.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.StartWith("bad.csv:2:1: error: instrument: unknown column 'c'"));
    }

    /// <summary>What was printed with its wrapped lines joined.</summary>
    private static string Joined(string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
