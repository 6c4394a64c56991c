using System.Text.Json;

namespace RiskEngine.Acceptance.Tests;

/// <summary>The shipped scenario through the command line: one small run, looked at from all sides.</summary>
[TestFixture]
public sealed class ShippedRunTests
{
    private string reports = "";
    private CommandLineRun run = new(0, "", "");
    private string folder = "";

    [OneTimeSetUp]
    public void Run()
    {
        reports = Directory.CreateTempSubdirectory("riskengine-acceptance-").FullName;
        run = CommandLineRun.Of("run", Repository.ShippedScenario, "--paths", "2000", "--threads", "2", "--out", reports);
        folder = Directory.GetDirectories(Path.Combine(reports, "ai-chips-2026")).Single();
    }

    [OneTimeTearDown]
    public void CleanUp() => Directory.Delete(reports, recursive: true);

    [Test]
    public void It_exits_with_0_and_ends_with_the_report_s_path()
    {
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Output.TrimEnd().Split('\n')[^1].Trim(), Does.EndWith("report.html"));
    }

    [TestCase("report.html")]
    [TestCase("report.md")]
    [TestCase("report.zh-CN.md")]
    [TestCase("results.json")]
    [TestCase("manifest.json")]
    [TestCase("log.txt")]
    [TestCase("outcomes/base.profits.npy")]
    public void It_leaves(string file) =>
        Assert.That(new FileInfo(Path.Combine(folder, file)), Has.Property("Exists").True.And.Property("Length").GreaterThan(100));

    [Test]
    public void The_page_needs_no_network()
    {
        // Matches are listed, not the page: a failure must stay readable.
        var page = System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(folder, "report.html")));
        Assert.That(Matches(page, "(?i)<(script|img|iframe|link)[^>]+(src|href)\\s*=\\s*[\"']?(https?:)?//"), Is.Empty);
        Assert.That(Matches(page, "(?i)@import|url\\(\\s*[\"']?https?:"), Is.Empty);
        Assert.That(Matches(page, "default-src 'none'"), Has.Count.EqualTo(1));
    }

    // One text for each row of what the articles give; all of it must be in the page, in both languages.
    [TestCase("Invest in inference start-ups")]
    [TestCase("AI valuations fall")]
    [TestCase("“AI芯片格局重塑：推理时代下的新机会”, line 120")]
    [TestCase("Tony Lee")]
    [TestCase("https://tonylee.im/zh-CN/blog/ai-chip-war-2026-agents-reshape-semiconductor/")]
    [TestCase("54.5")]
    [TestCase("<section id=\"contributions\">")]
    [TestCase("<section id=\"shapley\">")]
    [TestCase("<section id=\"claims\">")]
    [TestCase("<section id=\"information-value\">")]
    [TestCase("<section id=\"reverse-stress\">")]
    [TestCase("A typical bad path, told by its dates")]
    [TestCase("供应链分裂")]
    [TestCase("不构成投资建议")]
    public void The_page_shows(string text)
    {
        var page = System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(folder, "report.html")));
        Assert.That(page.Contains(text, StringComparison.Ordinal), Is.True, $"'{text}' is not in the page");
    }

    [Test]
    public void The_results_have_the_shape_that_the_schema_gives() => ResultsShape.AssertFits(folder);

    [Test]
    public void Every_figure_in_the_results_has_its_error()
    {
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json")));
        var (values, withError) = Count(results.RootElement);
        Assert.That(values, Is.GreaterThan(5000));
        Assert.That(withError, Is.EqualTo(values));
    }

    [Test]
    public void The_same_run_lands_in_the_same_place_with_the_same_figures_for_any_number_of_threads()
    {
        var expected = Figures(folder);
        foreach (var threads in new[] { "1", "7" })
        {
            var again = CommandLineRun.Of("run", Repository.ShippedScenario, "--paths", "2000", "--threads", threads, "--out", reports);
            Assert.That(again.Exit, Is.Zero, again.Error);
            Assert.That(Directory.GetDirectories(Path.Combine(reports, "ai-chips-2026")), Is.EqualTo(new[] { folder }));
            Assert.That(Figures(folder), Is.EqualTo(expected), $"{threads} threads");
        }
    }

    [Test]
    public void A_cancelled_run_leaves_nothing_half_written()
    {
        var empty = Directory.CreateTempSubdirectory("riskengine-cancelled-").FullName;
        try
        {
            using var cancel = new CancellationTokenSource();
            cancel.CancelAfter(TimeSpan.FromMilliseconds(1500));
            var cancelled = CommandLineRun.Of(
                cancel.Token,
                "run",
                Repository.ShippedScenario,
                "--paths",
                "10000000",
                "--case",
                "base",
                "--out",
                empty
            );
            Assert.That(cancelled.Exit, Is.EqualTo(130), cancelled.Error);
            Assert.That(Directory.EnumerateFiles(empty, "*", SearchOption.AllDirectories), Is.Empty);
        }
        finally
        {
            Directory.Delete(empty, recursive: true);
        }
    }

    private static List<string> Matches(string page, string pattern) =>
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(
                    page,
                    pattern,
                    System.Text.RegularExpressions.RegexOptions.None,
                    TimeSpan.FromSeconds(10)
                )
                .Select(m => m.Value),
        ];

    private static string Figures(string folder)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "results.json")));
        var outcomes = Directory
            .GetFiles(Path.Combine(folder, "outcomes"))
            .Order(StringComparer.Ordinal)
            .Select(f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));
        return string.Join('\n', outcomes.Prepend(Convert.ToHexString(hash)));
    }

    /// <summary>Counts objects with a "value", and those of them that also have "standardError".</summary>
    private static (int Values, int WithError) Count(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Sum(
                element
                    .EnumerateObject()
                    .Select(p => Count(p.Value))
                    .Append(
                        element.TryGetProperty("value", out var value)
                        && value.ValueKind == JsonValueKind.Number
                        && element.TryGetProperty("low", out _)
                            ? (1, element.TryGetProperty("standardError", out _) ? 1 : 0)
                            : (0, 0)
                    )
            ),
            JsonValueKind.Array => Sum(element.EnumerateArray().Select(Count)),
            _ => (0, 0),
        };

    private static (int Values, int WithError) Sum(IEnumerable<(int Values, int WithError)> parts) =>
        parts.Aggregate((0, 0), (sum, part) => (sum.Item1 + part.Values, sum.Item2 + part.WithError));
}
