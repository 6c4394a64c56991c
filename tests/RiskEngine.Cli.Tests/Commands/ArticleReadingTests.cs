using System.Text.Json;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>What an article of our own leaves open or contradicts, from its words to the report.</summary>
public sealed class ArticleReadingTests
{
    // 90,000 / 16,000 over three years is 77.8% a year; 85% would be 101,306 in 2028.
    private const string Article = """
        # Storage and chips

        By Marguerite Olan | March 9, 2026

        ## The numbers

        | Shipments (units) | 2025 | 2028E | CAGR |
        |---|---|---|---|
        | Humanoid robots | 16000 | 90000 | 85% |

        ## Recommendations

        - Buy NVIDIA for the medium to long term
        - Sell Apple
        """;

    private TestFolder folder = null!;

    [OneTimeSetUp]
    public void Ingest()
    {
        folder = new TestFolder();
        folder.Write("note.md", Article);
        folder.Write("holdings.csv", "instrument,quantity,price,currency\nAAPL,10,250,USD\nMSFT,5,400,USD\n");
        var answer = folder.Run("ingest", "note.md", "--portfolio", "holdings.csv", "--out", "scenarios/note");
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Words_that_mean_two_horizons_and_no_horizon_become_readings_with_weights()
    {
        var thesis = folder.Read("scenarios/note/theses/note.yaml");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                thesis,
                Does.Contain("“medium to long term” may mean the medium horizon").And.Contain("weight: 0.5, horizon: medium")
            );
            Assert.That(thesis, Does.Contain("the article does not say for how long").And.Contain("weight: 0.2, horizon: short"));
            Assert.That(thesis, Does.Contain("文章未说明期限").And.Contain("也可指中期"));
        }

        var shown = folder.Run("explain", "scenarios/note", "--section", "plan");
        Assert.That(shown.Output, Does.Contain("2 recommendations can be read in more"), shown.Error);
    }

    [Test]
    public void A_contradiction_becomes_a_check_with_the_other_figure()
    {
        var thesis = folder.Read("scenarios/note/theses/note.yaml");

        Assert.That(thesis, Does.Contain("85.0% is claimed; its own figures give 77.8%"));
        Assert.That(thesis, Does.Contain("文称年均增长 85.0%；按该行数字为 77.8%"));
        Assert.That(thesis, Does.Contain(".path.2028-12-31: 101306"));
    }

    [Test]
    public void The_report_says_how_far_readings_matter_and_whether_contradictions_change_the_answer()
    {
        var run = folder.Run("run", "scenarios/note", "--paths", "1000", "--out", "reports");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Done), run.Error);
        var report = Directory.EnumerateDirectories(folder.PathOf("reports/note")).Single();
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(report, "results.json")));
        var finding = results.RootElement.GetProperty("findings").EnumerateArray().Single();
        var readings = results.RootElement.GetProperty("readings").EnumerateArray().ToList();
        var shares = results.RootElement.GetProperty("totalUncertainty").GetProperty("figures")[4].GetProperty("shares");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.GetProperty("changesAnswer").GetBoolean(), Is.False, "no position has an exposure to the robots");
            Assert.That(readings, Has.Count.EqualTo(4));
            Assert.That(shares.EnumerateArray().Last().GetProperty("kind").GetString(), Is.EqualTo("reading"));
            Assert.That(shares.EnumerateArray().Last().GetProperty("variance").GetDouble(), Is.GreaterThan(0));
            var markdown = File.ReadAllText(Path.Combine(report, "report.md"));
            Assert.That(markdown, Does.Contain("Changes the answer?").And.Contain("Reading (2 recommendations)"));
            Assert.That(markdown, Does.Contain("the usual size for this verb").And.Not.Contain("Nobody says why"));
            Assert.That(finding.GetProperty("says").GetProperty("zh").GetString(), Does.Contain("85.0%").And.Contain("77.8%"));
        }
    }
}
