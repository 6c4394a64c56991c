using System.Text.Json;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class RunCommandTests
{
    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_finished_run_prints_a_summary_and_the_path_of_its_report_last()
    {
        var answer = folder.Run("run", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("as held").And.Contain("following all").And.Contain("1,000 paths"));
        Assert.That(answer.Output, Does.Contain("Limit holds: es95 of core (all, medium, base) is"));
        Assert.That(answer.LastLine, Does.Match("^reports/tiny/[0-9a-f]{12}/report.html$"));
        Assert.That(folder.Has(answer.LastLine), answer.LastLine);
    }

    [TestCase("es95:medium", "expected MEASURE:HORIZON:ERROR")]
    [TestCase("es96:medium:0.1", "'es96'")]
    [TestCase("es95:never:0.1", "'never'")]
    [TestCase("es95:medium:-1", "expected an error above 0")]
    public void A_precision_that_cannot_be_asked_for_is_refused(string until, string problem)
    {
        var answer = folder.Run("run", "tiny", "--until", until);
        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("--until").And.Contain(problem));
    }

    [Test]
    public void A_run_until_it_is_sure_says_what_was_reached()
    {
        var answer = folder.Run("run", "tiny", "--until", "mean:medium:0.01", "--sampling", "sobol");
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("mean at medium: sure to"));
        Assert.That(
            folder.Read(answer.LastLine.Replace("report.html", "report.md")),
            Does.Contain("scrambled Sobol points").And.Contain("reached")
        );
    }

    [Test]
    public void The_log_ends_up_in_the_finished_folder_and_nothing_else_is_left()
    {
        var answer = folder.Run("run", "tiny/scenario.yaml", "--outcomes", "none");

        var run = Path.GetDirectoryName(answer.LastLine)!;
        Assert.That(Directory.GetFileSystemEntries(folder.PathOf("reports/tiny")), Is.EqualTo(new[] { folder.PathOf(run) }));
        Assert.That(
            folder.FilesIn(run),
            Is.EquivalentTo(
                new[]
                {
                    "inputs/tiny/core.csv",
                    "inputs/tiny/market.yaml",
                    "inputs/tiny/risks.yaml",
                    "inputs/tiny/scenario.yaml",
                    "inputs/tiny/thesis.yaml",
                    "log.txt",
                    "manifest.json",
                    "measures.csv",
                    "report.html",
                    "report.md",
                    "report.zh-CN.md",
                    "results.json",
                }
            )
        );
        Assert.That(folder.Read($"{run}/log.txt"), Does.Contain("riskengine run tiny/scenario.yaml").And.Contain("writing the report"));
    }

    [Test]
    public void The_audit_of_the_articles_is_in_the_results()
    {
        var answer = folder.Run("run", "tiny", "--quiet");

        // 680 / 440 - 1 = 0.5454..., where the thesis claims 0.85.
        Assert.That(
            folder.Read(answer.LastLine.Replace("report.html", "results.json")),
            Does.Contain("0.5454").And.Contain("ontradicts").IgnoreCase
        );
    }

    [Test]
    public void The_same_run_lands_in_the_same_place_and_says_the_same_whenever_and_with_how_many_threads_it_runs()
    {
        var first = folder.Run("run", "tiny", "--threads", "1").LastLine;
        var run = Path.GetDirectoryName(first)!;
        var texts = Contents(run);
        folder.Now += TimeSpan.FromDays(3);

        var second = folder
            .Run("run", "tiny", "--threads", "3", "--paths", "1000", "--seed", "7", "--case", "bull", "--case", "base")
            .LastLine;

        Assert.That(second, Is.EqualTo(first));
        var manifest = JsonDocument.Parse(folder.Read($"{run}/manifest.json")).RootElement;
        Assert.That(manifest.GetProperty("started").GetDateTimeOffset(), Is.EqualTo(folder.Now));
        Assert.That(Contents(run).Keys, Is.EqualTo(texts.Keys));
    }

    [Test]
    public void A_repeated_run_differs_in_log_and_manifest_only()
    {
        var run = Path.GetDirectoryName(folder.Run("run", "tiny").LastLine)!;
        var texts = Contents(run);
        folder.Now += TimeSpan.FromDays(3);
        folder.Run("run", "tiny", "--threads", "2");

        var changed = Contents(run).Where(f => f.Value != texts[f.Key]).Select(f => f.Key);

        Assert.That(changed, Is.EquivalentTo(new[] { "log.txt", "manifest.json" }));
    }

    [TestCase("--seed", "8")]
    [TestCase("--paths", "1001")]
    [TestCase("--case", "base")]
    [TestCase("--set", "riskFreeRate=0.05")]
    [TestCase("--outcomes", "csv")]
    [TestCase("--measures-only", "true")]
    public void An_option_that_changes_what_is_written_lands_elsewhere(string option, string value) =>
        Assert.That(
            folder.Run("run", "tiny", option, value, "--quiet").LastLine,
            Is.Not.EqualTo(folder.Run("run", "tiny", "--quiet").LastLine)
        );

    [Test]
    public void A_changed_file_lands_elsewhere()
    {
        var before = folder.Run("run", "tiny", "--quiet").LastLine;
        folder.Write("tiny/core.csv", folder.Read("tiny/core.csv") + "\n");

        Assert.That(folder.Run("run", "tiny", "--quiet").LastLine, Is.Not.EqualTo(before));
    }

    [Test]
    public void A_breached_limit_ends_with_its_own_exit_code_and_the_report_is_there()
    {
        TinyScenario.Write(folder, "tight", ("below: 0.9", "below: 0.01"));

        var answer = folder.Run("run", "tight");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.LimitBreached));
        Assert.That(answer.Output, Does.Contain("Limit BREACHED: es95 of core (all, medium, base) is").And.Contain("must be below 1%"));
        Assert.That(folder.Has(answer.LastLine));
    }

    [Test]
    public void Bad_input_in_one_of_several_scenarios_is_reported_for_all_before_anything_runs()
    {
        TinyScenario.Write(folder, "worse", ("volatility: 0.4", "volatility: -0.4"), ("probability: 0.3", "probability: 1.3"));
        TinyScenario.Write(folder, "bad", ("quantity", "quantty"));

        var answer = folder.Run("run", "tiny", "worse", "bad", "none");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("worse/market.yaml:9:").And.Contain("worse/risks.yaml:6:").And.Contain("bad/core.csv:1:"));
        Assert.That(
            answer.Error,
            Does.Contain("none: error: expected a scenario folder, found nothing there\n")
                .And.Match("\n[4-9] errors; nothing was written\n$")
        );
        Assert.That(answer.Output, Is.Empty);
        Assert.That(folder.Has("reports"), Is.False);
    }

    [TestCase("--case", "bul", "tiny: error: unknown case 'bul' (did you mean 'bull'?); cases are: base, bull")]
    [TestCase("--set", "risks.crsh.probability=0.5", "--set risks.crsh.probability")]
    [TestCase("--set", "nonsense", "--set nonsense: error: expected PATH=VALUE")]
    public void What_the_scenario_does_not_have_is_refused(string option, string value, string expected)
    {
        var answer = folder.Run("run", "tiny", option, value);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain(expected));
        Assert.That(folder.Has("reports"), Is.False);
    }

    [Test]
    public void What_is_no_scenario_folder_is_refused_with_a_near_name()
    {
        folder.Write("empty/notes.txt", "");
        folder.Write("out", "a file");

        Assert.That(
            folder.Run("run", "tny").Error,
            Does.StartWith("tny: error: expected a scenario folder, found nothing there (did you mean 'tiny'?)\n")
        );
        Assert.That(
            folder.Run("run", "empty").Error,
            Does.StartWith("empty: error: expected a scenario folder, found a folder without a scenario.yaml\n")
        );
        Assert.That(
            folder.Run("run", "tiny", "--out", "out").Error,
            Is.EqualTo("riskengine: error: --out: expected a folder, found the file 'out'\n")
        );
    }

    [Test]
    public void What_only_shows_when_the_parts_come_together_is_bad_input_too()
    {
        // The market explains 1.5 x 0.16 = 0.24 a year, more than the 0.2 that the instrument has in all.
        TinyScenario.Write(folder, "tiny", ("volatility: 0.4", "volatility: 0.2"));

        var answer = folder.Run("run", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(
            answer.Error,
            Does.StartWith("tiny/market.yaml:9:17: error: instrument 'alpha': ").And.EndWith("1 error; nothing was written\n")
        );
    }

    [Test]
    public void Quiet_prints_the_path_alone()
    {
        var answer = folder.Run("run", "tiny", "--quiet");

        Assert.That(answer.Output, Is.EqualTo(answer.LastLine + "\n"));
        Assert.That(answer.Error, Is.Empty);
    }

    [Test]
    public void Verbose_shows_the_log_as_well()
    {
        var answer = folder.Run("run", "tiny", "--verbose");

        Assert.That(answer.Error, Does.Contain(" INF RiskEngine "));
        Assert.That(answer.Error, Does.Contain("option seed: 7"));
    }

    [TestCase("csv", "base.profits.csv")]
    [TestCase("npy", "base.profits.npy")]
    public void Outcomes_are_written_as_asked(string format, string expected)
    {
        var run = Path.GetDirectoryName(folder.Run("run", "tiny", "--outcomes", format, "--quiet").LastLine)!;

        Assert.That(folder.FilesIn($"{run}/outcomes"), Does.Contain(expected));
        if (format != "csv")
            return;
        var lines = folder.Read($"{run}/outcomes/{expected}").TrimEnd('\n').Split('\n');
        Assert.That(lines[0], Is.EqualTo("core/as-held/short,core/as-held/medium,core/all/short,core/all/medium"));
        Assert.That(lines, Has.Length.EqualTo(1001), "a line of names and one a path");
    }

    private SortedDictionary<string, string> Contents(string run) =>
        new(
            folder.FilesIn(run).ToDictionary(f => f, f => Convert.ToHexString(File.ReadAllBytes(folder.PathOf($"{run}/{f}")))),
            StringComparer.Ordinal
        );
}
