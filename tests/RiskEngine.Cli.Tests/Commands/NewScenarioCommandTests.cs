namespace RiskEngine.Cli.Tests.Commands;

public sealed class NewScenarioCommandTests
{
    private const string Positions = """
        symbol,quantity,price,currency,name
        NVDA,10,185,USD,NVIDIA
        0700.HK,100,70,USD,Tencent
        7203.T,50,20,USD,Toyota
        SPY,10,690,USD,SPY
        TLT,20,87,USD,TLT
        GLD,5,455,USD,Gold
        BTC,0.1,70000,USD,Bitcoin
        CASH,1000,1,USD,Cash

        """;

    [Test]
    public void What_it_writes_is_valid_small_and_runs()
    {
        using var folder = new TestFolder();
        folder.Write("positions.csv", Positions);

        var written = folder.Run("new", "scenario", "mine", "--portfolio", "positions.csv", "--as-of", "2026-02-06");

        Assert.That(written.Code, Is.EqualTo(ExitCode.Done), written.Error);
        Assert.That(written.Output, Does.Contain("8 holdings worth").And.Contain("% of the portfolio's variance rests on assumptions"));
        Assert.That(folder.FilesIn("mine").Sum(f => folder.Read($"mine/{f}").Split('\n').Length - 1), Is.LessThan(150));
        var valid = folder.Run("validate", "mine");
        Assert.That(valid.Code, Is.EqualTo(ExitCode.Done), valid.Error);
        Assert.That(valid.Output, Does.Contain("7 cases").And.Not.Contain("without a source"));
        var run = folder.Run("run", "mine", "--paths", "1000");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
    }

    [Test]
    public void The_example_thesis_is_valid_with_its_number_signs_taken_away()
    {
        using var folder = new TestFolder();
        folder.Run("new", "scenario", "mine", "--as-of", "2026-02-06", "--theme", "Chips");
        var lines = folder.Read("mine/theses/my-thesis.yaml").Split('\n').Skip(1);
        var open = lines.Select(l =>
            l.StartsWith("claims: {}") ? "claims:"
            : l.StartsWith("# ") ? l[2..]
            : l
        );
        folder.Write("mine/theses/my-thesis.yaml", string.Join('\n', open));

        var valid = folder.Run("validate", "mine");

        Assert.That(valid.Code, Is.EqualTo(ExitCode.Done), valid.Error);
        Assert.That(valid.Output, Does.Contain("1 claim, 1 recommendation, 1 prediction"));
        var keys = string.Join('\n', open);
        foreach (var key in new[] { "factors", "exposures", "recommendations", "predictions", "indicators", "deals", "checks" })
            Assert.That(keys, Does.Contain($"\n{key}:\n"), key);
    }

    [Test]
    public void Day_is_asked_for_where_there_is_no_file()
    {
        using var folder = new TestFolder();

        var answer = folder.Run("new", "scenario", "mine");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("--as-of DATE"));
        Assert.That(folder.Has("mine"), Is.False);
    }

    [TestCase("positions.csv", "Portfolio as of 02/13/2026\n", "2026-02-13", "the holdings are of 2026-02-13, as row 1 says")]
    [TestCase("positions_Feb-14-2026.csv", "", "2026-02-14", "as its name says")]
    [TestCase("positions.csv", "", "2026-01-17", "2026-01-17, when it was saved, is taken; --as-of DATE says another")]
    public void Day_is_what_the_file_says_or_with_a_warning_when_it_was_saved(string name, string above, string day, string said)
    {
        using var folder = new TestFolder();
        folder.Write(name, above + Positions);
        File.SetLastWriteTimeUtc(folder.PathOf(name), new DateTime(2026, 1, 17, 20, 0, 0, DateTimeKind.Utc));

        var answer = folder.Run("new", "scenario", "mine", "--portfolio", name);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Error, Does.Contain(said));
        Assert.That(folder.Read("mine/scenario.yaml"), Does.Contain($"asOf: {day}"));
    }

    [Test]
    public void Exchange_rate_of_the_reference_market_is_taken_with_a_warning_and_can_be_given()
    {
        using var folder = new TestFolder();
        folder.Write("p.csv", "symbol,quantity,price,currency\nAAPL,100,250,USD\n0700.HK,100,500,HKD\n");

        var taken = folder.Run("new", "scenario", "a", "--portfolio", "p.csv", "--as-of", "2026-02-06", "--currency", "USD");
        var given = folder.Run(
            "new",
            "scenario",
            "b",
            "--portfolio",
            "p.csv",
            "--as-of",
            "2026-02-06",
            "--currency",
            "USD",
            "--rate",
            "HKD=0.125"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken.Error, Does.Contain("warning: one HKD counts as 0.128 USD, the rate of 2026-01-30: --rate HKD=PRICE"));
            Assert.That(folder.Read("a/portfolios/holdings.csv"), Does.Contain("tencent,100,64,USD")); // 500 x 0.128
            Assert.That(given.Error, Does.Not.Contain("counts as"));
            Assert.That(folder.Read("b/portfolios/holdings.csv"), Does.Contain("tencent,100,62.5,USD"));
        }
    }

    [Test]
    public void Company_that_is_held_on_two_exchanges_adds_up_in_one_currency()
    {
        using var folder = new TestFolder();
        folder.Write("p.csv", "代码,名称,数量,现价,市值,币种\nBABA,阿里巴巴,10,160.5,1605,USD\n09988,阿里巴巴-W,100,150.5,15050,HKD\n");

        var answer = folder.Run("new", "scenario", "a", "--portfolio", "p.csv", "--as-of", "2026-02-06", "--currency", "USD");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("1 holding worth 3,531.40 USD")); // 1605 + 15050 x 0.128
    }

    /// <summary>A fund of dollar shares and foreign cash, counted in euros, move against the euro: the whole must hold what that
    /// explains.</summary>
    [TestCase("EUR")]
    [TestCase("JPY")]
    [TestCase("HKD")]
    public void Funds_and_foreign_cash_are_drafted_in_any_currency(string home)
    {
        using var folder = new TestFolder();
        folder.Write(
            "p.csv",
            "symbol,quantity,price,currency\nSPY,10,600,USD\nGLD,10,300,USD\nTLT,10,90,USD\nEXS1.DE,10,200,EUR\nJPY,1000,1,JPY\n"
        );

        var written = folder.Run("new", "scenario", "a", "--portfolio", "p.csv", "--as-of", "2026-02-06", "--currency", home);
        var valid = folder.Run("validate", "a");

        Assert.That(written.Code, Is.EqualTo(ExitCode.Done), written.Error);
        Assert.That(valid.Code, Is.EqualTo(ExitCode.Done), valid.Error);
    }

    [Test]
    public void Unknown_holding_is_asked_for_and_taken_from_a_list_or_a_mapping()
    {
        using var folder = new TestFolder();
        folder.Write("p/positions.csv", "symbol,quantity,price,currency\nABCX,1,10,USD\n");
        string[] command = ["new", "scenario", "mine", "--portfolio", "p/positions.csv", "--as-of", "2026-02-06"];

        var asked = folder.Run(command);
        var mapped = folder.Run([.. command, "--as", "ABCX=technology", "--out", "a"]);
        folder.Write("p/securities.csv", "symbols,name,country,sector,size\nABCX,Example Corporation,US,technology,mid\n");
        var listed = folder.Run([.. command, "--out", "b"]);

        Assert.Multiple(() =>
        {
            Assert.That(asked.Code, Is.EqualTo(ExitCode.BadInput));
            Assert.That(asked.Error, Does.Contain("p/positions.csv:2").And.Contain("--as abcx=SECTOR"));
            Assert.That(mapped.Code, Is.EqualTo(ExitCode.Done), mapped.Error);
            Assert.That(listed.Code, Is.EqualTo(ExitCode.Done), listed.Error);
            Assert.That(folder.Read("b/mine/market.yaml"), Does.Contain("Example Corporation"));
        });
    }

    [Test]
    public void Prices_give_day_last_close_and_estimates()
    {
        using var folder = new TestFolder();
        folder.Write("positions.csv", "symbol,quantity,currency\nNVDA,10,USD\nSPY,5,USD\n");
        var random = new Random(3);
        var (index, share) = (100.0, 50.0);
        var rows = new List<string> { "date,SPY,NVDA" };
        for (var day = new DateOnly(2024, 1, 1); day < new DateOnly(2026, 2, 7); day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            // As volatile as the reference market says of US shares: a beta that the share's own volatility cannot hold is lowered.
            var market = 0.0325 * (random.NextDouble() - 0.5);
            index *= 1 + market;
            share *= 1 + (1.5 * market) + (0.02 * (random.NextDouble() - 0.5));
            rows.Add(FormattableString.Invariant($"{day:yyyy-MM-dd},{index:0.0000},{share:0.0000}"));
        }

        folder.Write("prices.csv", string.Join('\n', rows) + "\n");

        var answer = folder.Run("new", "scenario", "mine", "--portfolio", "positions.csv", "--prices", "prices.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("on 2026-02-06").And.Contain("; 0% of the portfolio's variance rests on assumptions"));
        Assert.That(folder.Read("mine/market.yaml"), Does.Match(@"nvda: .*exposures: \{ us-equity: 1\.[3-7]"));
        Assert.That(folder.Read("mine/portfolios/holdings.csv"), Does.Contain(FormattableString.Invariant($"nvda,10,{share:0.####}")));
        Assert.That(folder.Run("validate", "mine").Code, Is.EqualTo(ExitCode.Done));
    }

    /// <summary>Prices that move with the market by 1.5, but with half the volatility that the reference market says of it.</summary>
    [Test]
    public void Beta_that_is_lowered_is_said_on_the_screen()
    {
        using var folder = new TestFolder();
        folder.Write("positions.csv", "symbol,quantity,currency\nNVDA,10,USD\nSPY,5,USD\n");
        var random = new Random(4);
        var (index, share) = (100.0, 50.0);
        var rows = new List<string> { "date,SPY,NVDA" };
        for (var day = new DateOnly(2024, 1, 1); day < new DateOnly(2026, 2, 7); day = day.AddDays(1))
        {
            var market = 0.008 * (random.NextDouble() - 0.5);
            index *= 1 + market;
            share *= 1 + (1.5 * market);
            rows.Add(FormattableString.Invariant($"{day:yyyy-MM-dd},{index:0.0000},{share:0.0000}"));
        }

        folder.Write("prices.csv", string.Join('\n', rows) + "\n");

        var answer = folder.Run("new", "scenario", "mine", "--portfolio", "positions.csv", "--prices", "prices.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Error, Does.Match(@"'nvda': lowered .*us-equity 1\.5\d? to 0\.\d"));
    }

    [TestCase("--rate", "EUR", "--rate: error: expected a currency and its price")]
    [TestCase("--as", "NVDA=tech", "unknown sector 'tech'")]
    [TestCase("--securities", "none.csv", "none.csv: error: the file does not exist\n1 error\n")]
    [TestCase("--prices", "none.csv", "none.csv: error: the file does not exist\n1 error\n")]
    [TestCase("--portfolio", "none.csv", "none.csv: error: the file does not exist")]
    [TestCase("--currency", "XYZ", "the scenario's currency: expected one of USD")]
    public void Mistake_on_the_command_line_is_named(string option, string value, string message)
    {
        using var folder = new TestFolder();
        var answer = folder.Run("new", "scenario", "mine", "--as-of", "2026-02-06", option, value);
        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain(message));
        Assert.That(folder.Has("mine"), Is.False);
    }

    [Test]
    public void Folder_that_is_there_stays_as_it_is()
    {
        using var folder = new TestFolder();
        folder.Write("mine/notes.txt", "mine");
        var answer = folder.Run("new", "scenario", "mine", "--as-of", "2026-02-06");
        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(folder.FilesIn("mine"), Is.EqualTo(new[] { "notes.txt" }));
    }
}
