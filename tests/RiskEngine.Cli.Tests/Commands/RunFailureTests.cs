namespace RiskEngine.Cli.Tests.Commands;

/// <summary>Runs that are cancelled, refused or met by what others left: they say so and leave nothing half-written.</summary>
public sealed class RunFailureTests
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
    public void A_cancelled_run_leaves_nothing_and_keeps_what_was_finished()
    {
        TinyScenario.Write(folder, "second");
        using var cancel = new CancellationTokenSource();
        folder.OnError = line =>
        {
            if (line.StartsWith("second: ", StringComparison.Ordinal))
                cancel.Cancel();
        };

        var answer = folder.Run(["run", "tiny", "second"], cancel.Token);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Cancelled));
        Assert.That(answer.Error, Does.EndWith("riskengine: cancelled\n"));
        Assert.That(folder.Has(answer.LastLine), "the first scenario's report");
        Assert.That(folder.Has("reports/second"), Is.False);
    }

    [Test]
    public void A_file_where_the_run_s_folder_should_be_is_bad_input_and_leaves_nothing()
    {
        var run = Path.GetDirectoryName(folder.Run("run", "tiny", "--quiet").LastLine)!;
        Directory.Delete(folder.PathOf(run), recursive: true);
        folder.Write(run, "a file stands where the folder should be");

        var answer = folder.Run("run", "tiny", "--quiet");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(
            answer.Error,
            Does.StartWith("riskengine: error: --out: expected a folder that can be written to, found that " + "'reports'")
        );
        Assert.That(answer.Error, Does.Not.Contain("   at "));
        Assert.That(Directory.Exists(folder.PathOf($"{run}.unfinished")), Is.False);
    }

    [Test]
    public void What_a_killed_run_left_goes_with_the_next_run_and_the_log_of_a_failed_one_stays()
    {
        folder.Write("reports/other/0123.unfinished/log.txt", "killed");
        folder.Write("reports/other/0123.unfinished.lock", "");
        folder.Write("reports/other/0456.unfinished-2/log.txt", "failed, and closed its lock");
        folder.Write("reports/tiny/.abc.part-999999999-0/report.html", "killed while it wrote");
        folder.Write("reports/tiny/.def.old-999999999-0/report.html", "killed between two renames");
        using var held = new FileStream(
            folder.PathOf("reports/other/0789.unfinished.lock"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None
        );
        folder.Write("reports/other/0789.unfinished/log.txt", "at work");

        var answer = folder.Run("run", "tiny", "--quiet");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(
            folder.FilesIn("reports/other"),
            Is.EqualTo(new[] { "0456.unfinished-2/log.txt", "0789.unfinished.lock", "0789.unfinished/log.txt" })
        );
        Assert.That(folder.Has("reports/tiny/.abc.part-999999999-0"), Is.False);
        Assert.That(folder.Read("reports/tiny/def/report.html"), Is.EqualTo("killed between two renames"));
    }

    [Test]
    public void A_report_made_on_another_kind_of_machine_is_replaced_with_a_word()
    {
        var run = Path.GetDirectoryName(folder.Run("run", "tiny", "--quiet").LastLine)!;
        var manifest = folder.Read($"{run}/manifest.json");
        Assert.That(folder.Run("run", "tiny", "--quiet").Error, Is.Empty, "the same kind");
        using (var machine = System.Text.Json.JsonDocument.Parse(manifest))
        {
            var kind = machine.RootElement.GetProperty("machine").GetString()!;
            folder.Write($"{run}/manifest.json", manifest.Replace(kind, "another kind", StringComparison.Ordinal));
        }

        var answer = folder.Run("run", "tiny", "--quiet");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(answer.Error, Does.Contain("was made on another").And.Contain("may differ in their last digits"));
    }

    [Test]
    public void Of_several_scenarios_the_one_that_fails_is_told_and_the_others_end_in_one_table()
    {
        TinyScenario.Write(
            folder,
            "wild",
            ("effects: [{ on: chips, size: -0.3 }]", "effects: [{ on: market, change: volatility, size: 1000 }]")
        );
        TinyScenario.Write(folder, "tiny");
        TinyScenario.Write(folder, "other");

        var answer = folder.Run("run", "tiny", "wild", "other", "--measures-only");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.UnexpectedFailure));
        Assert.That(answer.Error, Does.Contain("riskengine: scenario 'wild' failed: ").And.Contain("leaves the range of numbers"));
        var table = answer.Output.Split("All scenarios")[1];
        Assert.That(table, Does.Contain("tiny").And.Contain("core, following all").And.Contain("other").And.Contain("failed"));
        Assert.That(folder.FilesIn("reports").Count(f => f.EndsWith("report.html", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void Figures_that_lead_out_of_the_range_of_numbers_are_bad_input_and_leave_nothing()
    {
        // Half-life of a day: the volatility rises by 1000 and the factor leaves the range of a float.
        TinyScenario.Write(
            folder,
            "tiny",
            ("effects: [{ on: chips, size: -0.3 }]", "effects: [{ on: market, change: volatility, size: 1000 }]")
        );

        var answer = folder.Run("run", "tiny", "--quiet");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(
            answer.Error,
            Does.StartWith(
                "riskengine: error: scenario 'tiny', case 'base': expected finite values on every path, found that factor 'market' "
                    + "leaves the range of numbers"
            )
        );
        Assert.That(folder.Has("reports"), Is.True.And.Not.EqualTo(folder.Has("reports/tiny")));
    }

    [Test]
    public void More_paths_than_memory_holds_are_refused_before_anything_is_written()
    {
        folder.Memory = 1 << 30;

        var answer = folder.Run("run", "tiny", "--paths", "100000000");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(
            answer.Error,
            Does.Match(
                "^riskengine: error: scenario 'tiny': 100,000,000 paths need [0-9.]+ GB of memory, found 1.0 GB; take fewer paths, or "
                    + "fewer cases at a time \\(--case\\)\n$"
            )
        );
        Assert.That(folder.Has("reports"), Is.False);
    }

    [Test]
    public void A_folder_that_cannot_be_written_to_is_refused()
    {
        folder.Write("file", "no folder");

        Assert.That(
            folder.Run("run", "tiny", "--out", "file/below") is { Code: ExitCode.BadInput, Error: var error } ? error : "",
            Does.Contain("riskengine: error: --out: expected a folder that can be written to, found that ")
        );
        Assert.That(
            folder.Run("run", "tiny", "--out", " ").Error,
            Is.EqualTo("riskengine: error: --out: expected a folder, found nothing\n")
        );
    }

    [Test]
    public void The_same_run_may_be_made_twice_at_once()
    {
        var run = Path.GetDirectoryName(folder.Run("run", "tiny", "--quiet").LastLine)!;
        Directory.Delete(folder.PathOf(run), recursive: true);
        folder.Write($"{run}.unfinished/log.txt", "another process writes here");
        using var other = new FileStream(folder.PathOf($"{run}.unfinished.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var answer = folder.Run("run", "tiny", "--quiet");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(folder.Read($"{run}/log.txt"), Does.Contain("writing the report"));
        Assert.That(folder.Read($"{run}.unfinished/log.txt"), Is.EqualTo("another process writes here"));
        Assert.That(folder.Has($"{run}.unfinished-2") || folder.Has($"{run}.unfinished-2.lock"), Is.False);
    }

    [Test]
    public void A_killed_run_leaves_nothing_that_stops_the_next()
    {
        var run = Path.GetDirectoryName(folder.Run("run", "tiny", "--quiet").LastLine)!;
        folder.Write($"{run}.unfinished/log.txt", "cut sho");
        folder.Write($"{run}.unfinished.lock", "");

        var answer = folder.Run("run", "tiny", "--quiet");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(Directory.GetFileSystemEntries(folder.PathOf("reports/tiny")), Is.EqualTo(new[] { folder.PathOf(run) }));
    }

    [Test]
    public void A_limit_on_a_measure_that_does_not_exist_says_so()
    {
        // Cash alone does not vary: it has no Sharpe ratio.
        TinyScenario.Write(
            folder,
            "tiny",
            ("alpha,6,100,USD\n", ""),
            (
                "measure: es95, horizon: medium, portfolio: core, below: 0.9",
                "measure: sharpe, horizon: medium, portfolio: core, variant: as-held, above: 0.1"
            )
        );

        Assert.That(
            folder.Run("run", "tiny").Output,
            Does.Contain("Limit BREACHED: sharpe of core (as-held, medium, base) is not available, must be above 0.1")
        );
    }

    [Test]
    public void Markup_in_names_is_printed_as_text()
    {
        TinyScenario.Write(folder, "tiny", ("name: Tiny", "name: '[red]Tiny[/] [nope <b>'"));

        var answer = folder.Run("run", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Contain("[red]Tiny[/] [nope <b>"));
    }
}
