using Microsoft.Data.Sqlite;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class ListCommandTests
{
    private TestFolder folder = null!;
    private string run = "";

    [SetUp]
    public void RunOnce()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder);
        var answer = folder.Run("run", "tiny", "--measures-only", "--outcomes", "none");
        run = answer.LastLine.Split('/')[^2];
    }

    [TearDown]
    public void CleanUp() => folder.Dispose();

    [Test]
    public void A_run_stands_in_the_list_with_the_figures_that_it_ended_with()
    {
        var answer = folder.Run("list");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.LastLine, Is.EqualTo("reports/index.html"));
        var row = folder.Run("run", "tiny", "--measures-only", "--outcomes", "none").Output.Split('\n').First(l => l.Contains("as held"));
        var shortfall = row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[4];
        Assert.That(answer.Output, Does.Contain(run).And.Contain("core").And.Contain(shortfall));
    }

    [Test]
    public void The_page_lists_each_portfolio_and_leads_to_the_report()
    {
        folder.Run("list");

        var page = folder.Read("reports/index.html");

        Assert.That(page, Does.Contain($"<a href=\"tiny/{run}/report.html\">Tiny</a>").And.Contain("default-src &#x27;none&#x27;"));
        Assert.That(folder.Has($"reports/tiny/{run}/report.html"), Is.True);
    }

    [Test]
    public void Several_scenarios_in_one_command_end_with_the_page_that_lists_them()
    {
        TinyScenario.Write(folder, "other", ("name: Tiny", "name: Other"));
        var answer = folder.Run("run", "tiny", "other", "--measures-only", "--outcomes", "none");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.LastLine, Is.EqualTo("reports/index.html"));
        Assert.That(folder.Read("reports/index.html"), Does.Contain(">Tiny</a>").And.Contain(">Other</a>"));
    }

    [Test]
    public void A_second_look_reads_the_catalogue_and_says_the_same()
    {
        var first = folder.Run("list").Output;
        // The stored figure is changed: if the folder were read again, the change would not show.
        Execute("UPDATE figures SET value = 0.4321, low = 0.4221, high = 0.4421 WHERE measure = 'mean' AND variant = 'as-held'");

        Assert.That(folder.Run("list").Output, Does.Contain("43.2% ±1.0").And.Not.EqualTo(first));
        Assert.That(folder.Run("list", "--rebuild").Output, Is.EqualTo(first));
    }

    [TestCase("no database at all")]
    [TestCase("")]
    public void A_damaged_catalogue_is_made_anew(string content)
    {
        var first = folder.Run("list").Output;
        folder.Write("reports/catalogue.db", content);

        Assert.That(folder.Run("list").Output, Is.EqualTo(first));
    }

    [TestCase("DROP TABLE figures")]
    [TestCase("PRAGMA user_version = 99")]
    [TestCase("UPDATE runs SET started = 'yesterday'")]
    [TestCase("DELETE FROM figures WHERE measure = 'es95'")]
    public void A_catalogue_that_does_not_hold_what_it_should_is_made_anew(string damage)
    {
        var first = folder.Run("list").Output;
        Execute(damage);

        Assert.That(folder.Run("list").Output, Is.EqualTo(first));
    }

    [Test]
    public void A_run_that_is_gone_goes_from_the_list()
    {
        folder.Run("list");
        Directory.Delete(folder.PathOf($"reports/tiny/{run}"), recursive: true);

        Assert.That(folder.Run("list").Output, Does.Contain("No run was found.").And.Not.Contain(run));
    }

    [TestCase("results.json", "{}", "found none")]
    [TestCase("results.json", "{", "as JSON")]
    [TestCase("manifest.json", "[]", "as JSON")]
    public void A_damaged_run_is_named_each_time_and_the_others_are_listed(string file, string content, string reason)
    {
        var other = folder.Run("run", "tiny", "--measures-only", "--outcomes", "none", "--seed", "9").LastLine.Split('/')[^2];
        folder.Run("list");
        folder.Write($"reports/tiny/{run}/{file}", content);

        for (var i = 0; i < 2; i++)
        {
            var answer = folder.Run("list");
            Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
            Assert.That(answer.Error, Does.StartWith($"tiny/{run}: error: ").And.Contain(reason));
            Assert.That(answer.Output, Does.Contain(other).And.Not.Contain(run));
        }

        Assert.That(folder.Read("reports/index.html"), Does.Contain($"tiny/{run}").And.Contain("无法读取的文件夹"));
    }

    [Test]
    public void A_folder_of_another_name_is_not_taken_for_the_run()
    {
        Directory.Move(folder.PathOf($"reports/tiny/{run}"), folder.PathOf("reports/tiny/other"));

        Assert.That(folder.Run("list").Error, Does.Contain($"tiny/other: error: Expected the run tiny/{run}"));
    }

    [Test]
    public void Without_a_folder_of_reports_there_is_an_error() =>
        Assert.That(folder.Run("list", "--out", "nowhere").Error, Does.Contain("--out: expected a folder of reports"));

    private void Execute(string command)
    {
        using var connection = new SqliteConnection($"Data Source={folder.PathOf("reports/catalogue.db")};Pooling=False");
        connection.Open();
        using var change = connection.CreateCommand();
        change.CommandText = command;
        change.ExecuteNonQuery();
    }
}
