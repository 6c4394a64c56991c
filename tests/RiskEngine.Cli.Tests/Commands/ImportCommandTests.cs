namespace RiskEngine.Cli.Tests.Commands;

public sealed class ImportCommandTests
{
    private const string Broker = "Ticker,Company,Shares,Price,Ccy\nALPHA,Alpha Inc,10,\"1,020.50\",usd\nCash,,500,1,USD\n";

    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        folder.Write("broker.csv", Broker);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Positions_are_shown_before_anything_is_written()
    {
        var answer = folder.Run("import", "positions", "broker.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
            Assert.That(answer.Output, Does.Contain("Value in USD: 10,705.00").And.Contain("3 rows: 2 taken"));
            Assert.That(answer.LastLine, Does.StartWith("Nothing was written"));
        }
    }

    [Test]
    public void What_is_written_is_a_portfolio_of_this_project()
    {
        var answer = folder.Run("import", "positions", "broker.csv", "--out", "mine/core.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(
            folder.Read("mine/core.csv"),
            Is.EqualTo("instrument,quantity,price,currency,name\nalpha,10,1020.5,USD,Alpha Inc\ncash,500,1,USD,Cash\n")
        );
    }

    [Test]
    public void A_file_that_is_there_is_replaced_only_by_force()
    {
        folder.Write("core.csv", "mine");

        var refused = folder.Run("import", "positions", "broker.csv", "--out", "core.csv");
        var forced = folder.Run("import", "positions", "broker.csv", "--out", "core.csv", "--force");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Code, Is.EqualTo(ExitCode.BadInput));
            Assert.That(refused.Error, Does.Contain("--force replaces it"));
            Assert.That(forced.Code, Is.EqualTo(ExitCode.Done), forced.Error);
            Assert.That(folder.Read("core.csv"), Does.StartWith("instrument,"));
        }
    }

    [Test]
    public void Bad_input_has_file_row_and_reason_and_writes_nothing()
    {
        folder.Write("bad.csv", "Symbol,Quantity,Price,Currency\nAAPL,ten,270.00,USD\n");

        var answer = folder.Run("import", "positions", "bad.csv", "--out", "core.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
            Assert.That(answer.Error, Does.StartWith("bad.csv:2:1: error: the column 'Quantity': expected a number, found 'ten'\n"));
            Assert.That(folder.Has("core.csv"), Is.False);
        }
    }

    [Test]
    public void A_user_s_own_format_is_read_from_a_folder()
    {
        folder.Write(
            "own/mine.yaml",
            "name: Mine\nrecognise: [Papier, Zahl]\ncolumns: { name: [Papier], quantity: [Zahl], price: [Pr] }\ncurrency: EUR\n"
        );
        folder.Write("a.csv", "Papier;Zahl;Pr\nQQZZ Holding;3;2,50\n");

        var answer = folder.Run("import", "positions", "a.csv", "--formats", "own");

        Assert.That(answer.Output, Does.Contain("Read as: Mine").And.Contain("Value in EUR: 7.50"), answer.Error);
    }

    [Test]
    public void Last_closes_are_the_prices_of_transactions()
    {
        folder.Write("t.csv", "Date,Action,Symbol,Quantity,Price,Currency\n2026-01-05,Buy,QQZZ,10,100.5,USD\n");
        folder.Write("p.csv", "date,QQZZ\n2026-02-04,119.5\n2026-02-05,120.5\n");

        var answer = folder.Run("import", "positions", "t.csv", "--prices", "p.csv");

        Assert.That(answer.Output, Does.Contain("Value in USD: 1,205.00"), answer.Error);
    }

    [Test]
    public void Prices_of_a_folder_become_one_table()
    {
        folder.Write("all/AAA.csv", "Date,Open,Close,Volume\n2026-01-06,9,11.5,100\n2026-01-05,9,10.5,100\n");
        folder.Write("all/BBB.csv", "Date,Close\n2026-01-06,5.25\n");

        var answer = folder.Run("import", "prices", "all", "--out", "prices.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(folder.Read("prices.csv"), Is.EqualTo("date,AAA,BBB\n2026-01-05,10.5,\n2026-01-06,11.5,5.25\n"));
    }

    [Test]
    public void A_scenario_takes_a_broker_s_file_as_it_is()
    {
        TinyScenario.Write(folder);
        folder.Write("tiny/core.csv", Broker);

        var answer = folder.Run("validate", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
    }

    [Test]
    public void Calibrate_takes_a_vendor_s_file_as_it_is()
    {
        var rows = Enumerable
            .Range(0, 200)
            .Select(i => FormattableString.Invariant($"{new DateOnly(2022, 1, 7).AddDays(7 * i):yyyy-MM-dd},1,1,1,{100 + (i % 7)},5\n"));
        folder.Write("SPY.csv", "Date,Open,High,Low,Close,Volume\n" + string.Concat(rows));

        var answer = folder.Run("calibrate", "SPY.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("SPY").And.Not.Contain("Volume"));
    }

    [Test]
    public void Backtest_takes_a_vendor_s_and_a_broker_s_file_as_they_are()
    {
        var rows = Enumerable
            .Range(0, 200)
            .Select(i =>
                FormattableString.Invariant($"{new DateOnly(2025, 1, 7).AddDays(i):MM/dd/yyyy},1,1,1,\"{1000 + (i * i % 37)}.50\",5\n")
            );
        folder.Write("ALPHA.csv", "Date,Open,High,Low,Close,Volume\n" + string.Concat(rows.Reverse()));
        folder.Write("broker.csv", Broker.Replace("Cash,,500,1,USD\n", "", StringComparison.Ordinal));

        var answer = folder.Run("backtest", "ALPHA.csv", "--portfolio", "broker.csv", "--window", "100", "--model", "normal");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("broker: 99 forecasts"));
    }

    [Test]
    public void A_history_of_a_scenario_may_be_a_vendor_s_file()
    {
        TinyScenario.Write(
            folder,
            changes: [("factors:", "histories:\n  past: { file: AAA.csv, blockLength: 3, source: { judgement: a test } }\nfactors:")]
        );
        var rows = Enumerable
            .Range(0, 40)
            .Select(i => FormattableString.Invariant($"{new DateOnly(2025, 1, 7).AddDays(i):MM/dd/yyyy},9,9,9,\"{1000 + (i % 7)}.5\",5\n"));
        folder.Write("tiny/AAA.csv", "Date,Open,High,Low,Close,Volume\n" + string.Concat(rows.Reverse()));

        var answer = folder.Run("validate", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output + answer.Error, Does.Contain("read as a vendor's file: AAA from 'Close'"));
    }

    [Test]
    public void A_total_of_rows_in_several_currencies_is_not_compared_and_that_is_said()
    {
        folder.Write("p.csv", "Symbol,Quantity,Price,Currency,Market Value\nAAPL,1,200,USD,200\nSAP.DE,1,100,EUR,100\nTotal,,,,318\n");

        var answer = folder.Run("import", "positions", "p.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("The file's total (Total) is 318.00; its rows are in several currencies"));
    }

    [Test]
    public void A_column_in_Chinese_keeps_its_name_in_a_calibrated_market()
    {
        var rows = Enumerable
            .Range(0, 200)
            .Select(i =>
                FormattableString.Invariant($"{new DateOnly(2022, 1, 7).AddDays(7 * i):yyyy-MM-dd},{1500 + (i * i % 37)},{600 + (i % 7)}\n")
            );
        folder.Write("cn.csv", "日期,贵州茅台,SPY\n" + string.Concat(rows));

        var answer = folder.Run("calibrate", "cn.csv", "--premium", "0.045", "--out", "market.yaml");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(folder.Read("market.yaml"), Does.Contain("name: \"贵州茅台\"").And.Contain("symbol: \"贵州茅台\""));
    }

    [Test]
    public void A_portfolio_of_very_many_positions_shows_the_largest()
    {
        var rows = Enumerable.Range(1, 250).Select(i => FormattableString.Invariant($"Q{i:000},{i},1.5,USD\n"));
        folder.Write("many.csv", "Symbol,Quantity,Price,Currency\n" + string.Concat(rows));

        var answer = folder.Run("import", "positions", "many.csv", "--out", "all.csv");

        Assert.That(
            answer.Output,
            Does.Contain("The 200 largest are shown, 50 more are in the portfolio.").And.Contain("251 rows: 250 taken")
        );
        Assert.That(folder.Read("all.csv").Split('\n'), Has.Length.EqualTo(252));
    }

    [Test]
    public void Calibrate_takes_a_folder_with_a_file_an_instrument()
    {
        foreach (var (name, step) in new[] { ("AAA", 7), ("BBB", 11) })
        {
            var rows = Enumerable
                .Range(0, 200)
                .Select(i =>
                    FormattableString.Invariant($"{new DateOnly(2022, 1, 7).AddDays(7 * i):yyyy-MM-dd},1,{100 + (i * i % step)},5\n")
                );
            folder.Write($"all/{name}.csv", "Date,Open,Close,Volume\n" + string.Concat(rows));
        }

        var answer = folder.Run("calibrate", "all");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("AAA").And.Contain("BBB"));
    }

    [Test]
    public void An_unknown_verb_lists_the_known_ones()
    {
        var answer = folder.Run("import", "postions", "a.csv");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("unknown command 'postions' (did you mean 'positions'?); commands are: positions, prices"));
    }
}
