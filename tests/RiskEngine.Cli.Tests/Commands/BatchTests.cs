namespace RiskEngine.Cli.Tests.Commands;

public sealed class BatchTests
{
    private const string Sweep = "sweep: { risks.crash.probability: [0, 0.4, 0.8] }";
    private const string Batch = """
        name: Crash
        scenarios: tiny
        cases: [base, bull]
        measures: [mean, es95]
        sweep: { risks.crash.probability: [0, 0.4, 0.8] }

        """;

    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder);
        folder.Write("crash.batch.yaml", Batch);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    private string Results(Answer answer, string file = "results.csv") => folder.Read(answer.LastLine.Replace("index.html", file));

    [Test]
    public void A_batch_leaves_a_page_and_a_table_with_a_row_for_each_job_and_figure()
    {
        var answer = folder.Run("run", "crash.batch.yaml");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.LastLine, Does.Match("^reports/batches/crash/[0-9a-f]{12}/index.html$"));
        Assert.That(answer.Output, Does.Contain("es95").And.Contain("core bull"));
        Assert.That(answer.Error, Does.Contain("crash: 6 of 6 jobs done"));
        var lines = Results(answer).TrimEnd('\n').Split('\n');
        Assert.That(
            lines[0],
            Is.EqualTo(
                "job,scenario,case,seed,paths,risks.crash.probability,"
                    + "portfolio,variant,horizon,measure,value,standardError,low,high,problem"
            )
        );
        // 6 jobs, one portfolio, two variants, two horizons, two measures.
        Assert.That(lines, Has.Length.EqualTo(1 + (6 * 2 * 2 * 2)));
        Assert.That(lines[1], Does.StartWith("0,tiny,base,7,1000,0,core,as-held,short,mean,"));
        Assert.That(Results(answer, "results.json"), Does.Contain("\"jobs\":6"));
        Assert.That(Results(answer, "index.html"), Does.Contain("risks.crash.probability").And.Contain("Content-Security-Policy"));
    }

    [Test]
    public void Further_forms_of_a_report_are_refused_for_a_batch()
    {
        var answer = folder.Run("run", "crash.batch.yaml", "--also", "xlsx");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("--also: expected scenarios, found a batch"));
    }

    [Test]
    public void A_job_s_figures_are_those_of_a_run_with_the_same_settings()
    {
        var batch = Results(folder.Run("run", "crash.batch.yaml"));
        var run = folder.Run("run", "tiny", "--set", "risks.crash.probability=0.4", "--case", "bull");
        var measured = folder
            .Read(run.LastLine.Replace("report.html", "measures.csv"))
            .Split('\n')
            .Single(l => l.StartsWith("core,as-held,bull,medium,es95,", StringComparison.Ordinal));

        Assert.That(batch, Does.Contain($",bull,7,1000,0.4,core,as-held,medium,es95,{measured.Split("es95,")[1]},"));
    }

    [Test]
    public void Drawdowns_are_followed_where_a_measure_asks_for_them()
    {
        folder.Write("crash.batch.yaml", Batch.Replace("[mean, es95]", "[mean, cdar95]"));
        var batch = Results(folder.Run("run", "crash.batch.yaml"));
        var run = folder.Run("run", "tiny", "--set", "risks.crash.probability=0.4");
        var measured = folder
            .Read(run.LastLine.Replace("report.html", "measures.csv"))
            .Split('\n')
            .Single(l => l.StartsWith("core,all,base,medium,cdar95,", StringComparison.Ordinal));

        Assert.That(batch, Does.Contain($",base,7,1000,0.4,core,all,medium,cdar95,{measured.Split("cdar95,")[1]},"));
    }

    [Test]
    public void The_same_batch_again_simulates_nothing_and_writes_the_same_bytes()
    {
        var first = folder.Run("run", "crash.batch.yaml");
        var table = Results(first);
        var second = folder.Run("run", "crash.batch.yaml", "--threads", "1");

        Assert.That(second.Error, Does.Contain("6 were there already"));
        Assert.That(second.LastLine, Is.EqualTo(first.LastLine));
        Assert.That(Results(second), Is.EqualTo(table));
    }

    [Test]
    public void A_dry_run_counts_the_jobs_and_those_that_are_there_and_does_none()
    {
        folder.Run("run", "crash.batch.yaml", "--case", "bull");
        var files = folder.FilesIn("reports");
        var answer = folder.Run("run", "crash.batch.yaml", "--dry-run");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.LastLine, Is.EqualTo("crash: 6 jobs, 3 were there already, 3 to simulate"));
        Assert.That(folder.FilesIn("reports"), Is.EqualTo(files));
        Assert.That(folder.Run("run", "tiny", "--dry-run").Code, Is.EqualTo(ExitCode.BadInput));
    }

    [Test]
    public void What_no_batch_has_used_for_long_is_pruned_and_reports_stay()
    {
        var first = folder.Run("run", "crash.batch.yaml");
        var table = Results(first);
        folder.Now = folder.Now.AddDays(20);
        folder.Run("run", "crash.batch.yaml", "--case", "bull");
        folder.Now = folder.Now.AddDays(20);
        var pruned = folder.Run("prune");

        Assert.That(pruned.Code, Is.EqualTo(ExitCode.Done), pruned.Error);
        Assert.That(pruned.Output, Does.StartWith("3 finished jobs removed that no batch has used for 30 days").And.Contain("; 3 stay."));
        Assert.That(Results(first), Is.EqualTo(table));
        Assert.That(folder.Run("run", "crash.batch.yaml").Error, Does.Contain("3 were there already"));
        Assert.That(Results(first), Is.EqualTo(table), "simulated again to the same bits");
        Assert.That(folder.Run("prune", "--out", "nowhere").Code, Is.EqualTo(ExitCode.BadInput));
    }

    [Test]
    public void A_fresh_batch_simulates_all_of_it_to_the_same_bytes()
    {
        var table = Results(folder.Run("run", "crash.batch.yaml"));
        var again = folder.Run("run", "crash.batch.yaml", "--fresh");

        Assert.That(again.Error, Does.Not.Contain("already"));
        Assert.That(Results(again), Is.EqualTo(table));
    }

    [Test]
    public void A_changed_scenario_simulates_only_the_jobs_that_the_change_reaches()
    {
        folder.Run("run", "crash.batch.yaml");
        // What the sweep replaces, and a comment, reach no job; the drift of one case reaches its three.
        TinyScenario.Write(
            folder,
            "tiny",
            ("probability: 0.3", "probability: 0.31 # a little more"),
            ("factors.market.drift: 0.2", "factors.market.drift: 0.21")
        );

        Assert.That(folder.Run("run", "crash.batch.yaml").Error, Does.Contain("3 were there already"));
    }

    [Test]
    public void A_job_that_fails_is_told_with_its_reason_and_the_others_go_on()
    {
        folder.Write("crash.batch.yaml", Batch.Replace("[0, 0.4, 0.8]", "[0, 1.4, 0.8]"));
        var answer = folder.Run("run", "crash.batch.yaml");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.UnexpectedFailure));
        Assert.That(
            answer.Error,
            Does.Contain("crash: job 1 failed (base, risks.crash.probability=1.4): ")
                .And.Contain("expected a number of 0 or more and below 1, found '1.4'")
        );
        Assert.That(answer.Output, Does.Contain("2 jobs FAILED"));
        Assert.That(Results(answer), Does.Contain("4,tiny,bull,7,,1.4,,,,,,,,,").And.Contain("0,tiny,base,7,1000,0,core,"));
    }

    [Test]
    public void A_breached_limit_is_told_by_the_exit_code()
    {
        TinyScenario.Write(folder, "tiny", ("below: 0.9", "below: 0.3"));

        Assert.That(folder.Run("run", "crash.batch.yaml").Code, Is.EqualTo(ExitCode.LimitBreached));
    }

    [Test]
    public void Each_job_goes_on_until_its_figure_is_sure()
    {
        var answer = folder.Run("run", "crash.batch.yaml", "--until", "mean:medium:0.02");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        var means = Results(answer).Split('\n').Select(l => l.Split(',')).Where(c => c.Length > 9 && c[8] == "medium" && c[9] == "mean");
        Assert.That(means.Select(c => (Number(c[13]) - Number(c[12])) / 2).ToList(), Has.Count.EqualTo(12).And.All.LessThanOrEqualTo(0.02));
        Assert.That(means.Select(c => c[4]), Is.All.Not.EqualTo("1000"), "which are not enough");
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [TestCase("risks.crash.probability", "risks.crush.probability", "5:10", "did you mean 'crash'")]
    [TestCase("0.8]", "8]", "5:10", "expected a number of 0 or more and below 1, found '8'")]
    [TestCase("bull", "bul", "3:15", "has no case 'bul' (did you mean 'bull'?)")]
    [TestCase("scenarios: tiny", "scenarios: tinny", "2:12", "did you mean 'tiny'?")]
    [TestCase("scenarios: tiny", "scenarios: tiny\nportfolios: [cor]", "3:14", "has no portfolio 'cor' (did you mean 'core'?)")]
    [TestCase(Sweep, "sensitivity: { measure: es95, horizon: medum }", "5:40", "unknown horizon 'medum' (did you mean 'medium'?)")]
    [TestCase(Sweep, "sensitivity: { measure: es95, portfolio: cor }", "5:42", "unknown portfolio 'cor' (did you mean 'core'?)")]
    [TestCase(Sweep, "sensitivity: { measure: es95 }", "5:14", "expected one case, found 2")]
    public void What_is_wrong_is_told_at_its_place_and_nothing_is_written(string before, string after, string place, string problem)
    {
        folder.Write("crash.batch.yaml", Batch.Replace(before, after));
        var answer = folder.Run("run", "crash.batch.yaml");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain($"crash.batch.yaml:{place}: error: ").And.Contain(problem));
        Assert.That(folder.Has("reports"), Is.False);
    }

    [Test]
    public void Sensitivity_names_the_numbers_that_carry_a_figure()
    {
        folder.Write(
            "ask.batch.yaml",
            "scenarios: tiny\nsensitivity: { measure: es95, horizon: medium, keys: 3, points: 16, resamples: 100 }\n"
        );
        var answer = folder.Run("run", "ask.batch.yaml");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("instruments.alpha.volatility").And.Contain("first order"));
        var rows = Results(answer, "sensitivity.csv").TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')).ToList();
        Assert.That(rows.Count(r => r[5].Length > 0), Is.EqualTo(3), "three numbers have indices");
        Assert.That(rows.Select(r => r[0]), Does.Contain("riskFreeRate").And.Contain("factors.market.volatility"));
    }
}
