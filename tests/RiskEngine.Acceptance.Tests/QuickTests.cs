using System.Text.Json;

namespace RiskEngine.Acceptance.Tests;

/// <summary>Holdings in, report out, as someone does who has read nothing.</summary>
[TestFixture]
public sealed class QuickTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("riskengine-quick-").FullName;

    [TearDown]
    public void CleanUp() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Plain_table_of_holdings_becomes_a_report_under_historys_crises()
    {
        var positions = Path.Combine(folder, "My positions.csv");
        File.WriteAllText(
            positions,
            "Symbol,Name,Quantity,Price,Currency\n600519.SH,贵州茅台,1,200,USD\nAAPL,Apple,10,278,USD\n00700,腾讯,50,70,USD\n"
                + "BRK.B,Berkshire,3,508,USD\nAGG,Bonds,40,100,USD\nUSD,Cash,500,1,USD\n"
        );

        var run = CommandLineRun.Of("quick", positions, "--as-of", "2026-02-06", "--paths", "4000", "--out", folder);

        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("6 holdings worth 12,504.00 USD").And.Contain("rests on assumptions"));
        var report = Directory.GetDirectories(Path.Combine(folder, "quick-my-positions")).Single(d => Path.GetFileName(d) != "scenario");
        Assert.That(
            File.ReadAllText(Path.Combine(report, "report.html")),
            Does.Contain("2008: the financial crisis").And.Contain("贵州茅台")
        );
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(report, "results.json")));
        var cases = results.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("id").GetString()).ToList();
        Assert.That(cases, Is.EqualTo(new[] { "base", "bull", "bear", "crisis-2008", "crisis-2020", "crisis-2022", "crisis-2025" }));
    }

    /// <summary>As a stranger does it: the export as it is, one command, nothing else said.</summary>
    [TestCase("fidelity.csv", "Portfolio_Positions_Nov-27-2026.csv", "18,357.75 USD on 2026-11-27", "MICROSOFT CORP")]
    [TestCase("futu.csv", "positions.csv", "290,150.00 HKD", "腾讯控股")]
    [TestCase("moomoo.csv", "moomoo.csv", "2,776.00 USD", "Apple")]
    public void Export_of_a_broker_becomes_a_report_by_one_command(string sample, string name, string worth, string shown)
    {
        var positions = Path.Combine(folder, name);
        File.Copy(Path.Combine(Repository.Root, "tests", "RiskEngine.Importing.Tests", "Samples", "positions", sample), positions);

        var run = CommandLineRun.Of("quick", positions, "--paths", "2000", "--out", folder);

        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain(worth));
        var page = File.ReadAllText(Path.Combine(Repository.Root, run.Output.TrimEnd().Split('\n')[^1].Trim()));
        Assert.That(page, Does.Contain("2008: the financial crisis").And.Contain(shown));
    }

    /// <summary>A share sold short and cash that is owed: losses may exceed all there is, and the broker may call.</summary>
    [Test]
    public void Export_with_a_short_sale_and_a_loan_becomes_a_report()
    {
        var positions = Path.Combine(folder, "margin.csv");
        File.WriteAllText(
            positions,
            "Symbol,Name,Quantity,Price,Currency\nAAPL,Apple,40,278,USD\nMSFT,Microsoft,-5,400,USD\nUSD,Cash,-4000,1,USD\n"
        );

        var run = CommandLineRun.Of("quick", positions, "--as-of", "2026-02-06", "--paths", "2000", "--out", folder);

        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("3 holdings worth 5,120.00 USD"));
        var report = Directory.GetDirectories(Path.Combine(folder, "quick-margin")).Single(d => Path.GetFileName(d) != "scenario");
        Assert.That(
            File.ReadAllText(Path.Combine(report, "report.html")),
            Does.Contain("Losses may therefore exceed 100%").And.Contain("亏损可能超过100%")
        );
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(report, "results.json")));
        var margin = results.RootElement.GetProperty("cases")[0].GetProperty("margins")[0];
        Assert.That(margin.GetProperty("equityRatio").GetDouble(), Is.EqualTo(5120.0 / 13120).Within(1e-9));
        Assert.That(margin.GetProperty("probability").GetProperty("medium").GetProperty("value").GetDouble(), Is.InRange(0.01, 0.9));
    }

    [Test]
    public void Export_and_article_become_a_report_by_two_commands()
    {
        var positions = Path.Combine(folder, "Portfolio_Positions_Nov-27-2026.csv");
        var samples = Path.Combine(Repository.Root, "tests", "RiskEngine.Importing.Tests", "Samples", "positions");
        File.Copy(Path.Combine(samples, "fidelity.csv"), positions);
        var article = Path.Combine(folder, "note.md");
        File.WriteAllText(
            article,
            "# Chips after the rush\n\n*February 6, 2026*\n\nDemand for inference chips will grow 40% in 2026.\n\n## What to do\n\n"
                + "- Buy NVIDIA and AMD over the next 6-12 months.\n"
        );
        var scenario = Path.Combine(folder, "mine");

        var ingested = CommandLineRun.Of("ingest", article, "--portfolio", positions, "--out", scenario);
        var run = CommandLineRun.Of("run", scenario, "--paths", "2000", "--out", folder);

        Assert.That(ingested.Exit, Is.Zero, ingested.Error);
        Assert.That(run.Exit, Is.Zero, run.Error);
        var page = File.ReadAllText(Path.Combine(Repository.Root, run.Output.TrimEnd().Split('\n')[^1].Trim()));
        Assert.That(page, Does.Contain("MICROSOFT CORP").And.Contain("AMD"));
    }

    [Test]
    public void Reference_market_is_a_scenario_that_runs()
    {
        var run = CommandLineRun.Of(
            "run",
            Path.Combine(Repository.Root, "scenarios", "reference-market"),
            "--paths",
            "1000",
            "--measures-only",
            "--out",
            folder
        );
        Assert.That(run.Exit, Is.Zero, run.Error);
    }
}
