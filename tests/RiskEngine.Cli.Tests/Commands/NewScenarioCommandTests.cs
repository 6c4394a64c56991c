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
    }

    [Test]
    public void Day_is_asked_for_where_no_file_says_it()
    {
        using var folder = new TestFolder();
        folder.Write("positions.csv", Positions);

        var answer = folder.Run("new", "scenario", "mine", "--portfolio", "positions.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("--as-of DATE"));
        Assert.That(folder.Has("mine"), Is.False);
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
