using System.Diagnostics;
using System.Text.Json;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Loading;
using RiskEngine.Plugins;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Acceptance.Tests;

/// <summary>The three ways to a risk factor of one's own, as a user goes them.</summary>
[TestFixture]
public sealed class CustomFactorTests
{
    private string work = "";

    [SetUp]
    public void CopyTheScenario()
    {
        work = Directory.CreateTempSubdirectory("riskengine-custom-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.CustomFactors, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Scenario, Path.GetRelativePath(Repository.CustomFactors, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [TearDown]
    public void CleanUp() => Directory.Delete(work, recursive: true);

    private string Scenario => Path.Combine(work, "custom-factors");

    private string Reports => Path.Combine(work, "reports");

    [Test]
    public void The_shipped_scenario_runs_with_consent_and_its_report_shows_the_factors()
    {
        var run = CommandLineRun.Of("run", Repository.CustomFactors, "--allow-code", "--paths", "1000", "--out", Reports);

        Assert.That(run.Exit, Is.Zero, run.Error);
        ResultsShape.AssertFits(Directory.GetDirectories(Path.Combine(Reports, "custom-factors")).Single());
        Assert.That(Page(run), Does.Contain("Memory prices").And.Contain("Power price, logarithm").And.Contain("factors/Cycle.cs"));
        Assert.That(
            Page(run),
            Does.Contain("Copper price, Tin price: past returns in blocks of 6 rows on average, taken from 144")
                .And.Contain("Market weather switches between the states calm, storm")
                .And.Contain("Student-t copula of 5 degrees of freedom")
                .And.Contain("自由度为 5 的 t Copula")
        );
    }

    [Test]
    public void Explain_says_how_the_factors_hang_together()
    {
        var explained = CommandLineRun
            .Of("explain", Repository.CustomFactors, "--allow-code", "--paths", "1000")
            .Output.ReplaceLineEndings(" ");

        Assert.That(
            explained,
            Does.Contain("Student-t copula of 5 degrees of freedom")
                .And.Contain("market-weather switches between calm, storm; in storm: drift of equity-market")
                .And.Contain("copper-price, tin-price: 144 past returns of 'metals'")
                .And.Contain("memory-cycle is dropped, with a warning")
        );
    }

    [Test]
    public void A_factor_whose_code_fails_is_dropped_as_the_scenario_says()
    {
        var source = Path.Combine(Scenario, "factors", "Cycle.cs");
        var text = File.ReadAllText(source);
        var step = text.IndexOf("public override void Step(", StringComparison.Ordinal);
        var body = text.IndexOf('{', step) + 1;
        File.WriteAllText(
            source,
            text[..body] + " if (step == 7) throw new System.InvalidOperationException(\"broken on purpose\"); " + text[body..]
        );

        var run = CommandLineRun.Of("run", Scenario, "--allow-code", "--paths", "1000", "--out", Reports);

        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("DROPPED: factor memory-cycle"));
        Assert.That(
            Page(run),
            Does.Contain("A factor was dropped: Memory prices")
                .And.Contain("broken on purpose")
                .And.Contain("一个因子已被剔除：存储芯片价格")
        );
    }

    [Test]
    public void Without_consent_nothing_is_run_or_written()
    {
        var run = CommandLineRun.Of("run", Scenario, "--out", Reports);

        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("--allow-code").And.Contain("factors/Cycle.cs (SHA-256 "));
        Assert.That(Directory.Exists(Reports), Is.False);
    }

    [Test]
    public void Every_number_says_where_it_comes_from()
    {
        var found = new DiagnosticBag();
        var kinds = FactorSource
            .Read(Path.Combine(Scenario, "factors", "Cycle.cs"), "factors/Cycle.cs", found)!
            .Load(found)
            .Concat(PluginAssembly.Read(Repository.SamplePlugin, "sample", found)!.Load(found));

        var read = ScenarioReader.Read(
            Path.Combine(Scenario, "with-package.yaml"),
            new ReadOptions { Kinds = new FactorCatalogue(BuiltInKinds.All.Concat(kinds)) }
        );

        Assert.That(read.Diagnostics, Is.Empty);
        Assert.That(read.Scenario!.Ledger, Has.Count.GreaterThan(30));
        Assert.That(read.Scenario.Ledger.Select(a => a.Source), Has.All.InstanceOf<Judgement>());
    }

    [Test]
    public void A_package_is_loaded_from_disk_where_the_command_line_names_it()
    {
        var run = CommandLineRun.Of(
            "run",
            Path.Combine(Scenario, "with-package.yaml"),
            "--allow-code",
            "--plugin",
            Repository.SamplePlugin,
            "--paths",
            "1000",
            "--out",
            Reports
        );

        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(Page(run), Does.Contain("Price of packaging substrates"));
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(FolderOf(run), "manifest.json")));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Repository.SamplePlugin)));
        Assert.That(
            manifest
                .RootElement.GetProperty("inputs")
                .EnumerateArray()
                .Select(i => (i.GetProperty("path").GetString(), i.GetProperty("sha256").GetString())),
            Does.Contain(("--plugin RiskEngine.SamplePlugin.dll", hash))
        );
    }

    [Test]
    public void A_package_in_the_scenario_s_folder_runs_with_consent_alone()
    {
        Directory.CreateDirectory(Path.Combine(Scenario, "plugins"));
        File.Copy(Repository.SamplePlugin, Path.Combine(Scenario, "plugins", "Sample.dll"));
        File.AppendAllText(Path.Combine(Scenario, "with-package.yaml"), "plugins: plugins/Sample.dll\n");
        var scenario = Path.Combine(Scenario, "with-package.yaml");

        var refused = CommandLineRun.Of("validate", scenario);
        var allowed = CommandLineRun.Of("validate", scenario, "--allow-code");

        Assert.That(refused.Exit, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("plugins/Sample.dll (SHA-256 ").And.Contain("factors/Cycle.cs (SHA-256 "));
        Assert.That(allowed.Exit, Is.Zero, allowed.Error);
    }

    [Test]
    public void A_new_factor_goes_into_a_scenario_and_shows_in_its_report()
    {
        var made = CommandLineRun.Of("new", "factor", "Mood", "--file", "--out", Path.Combine(Scenario, "factors"));
        Assert.That(made.Exit, Is.Zero, made.Error);
        Paste(made.Output, "mood");

        var run = CommandLineRun.Of("run", Scenario, "--allow-code", "--paths", "1000", "--out", Reports);

        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(Page(run), Does.Contain(">Mood<").Or.Contain("Mood"));
        Assert.That(CommandLineRun.Of("explain", Scenario, "--allow-code", "--paths", "1000").Output, Does.Contain("mood"));
    }

    [Test]
    public void A_new_library_builds_and_is_loaded()
    {
        Assert.That(CommandLineRun.Of("new", "factor", "Mood", "--library", "--out", work).Exit, Is.Zero);
        var elsewhere = Path.Combine(work, "moved");
        Directory.Move(Path.Combine(work, "Mood"), elsewhere); // it carries the contract's package and needs no path of the program
        Build(Path.Combine(elsewhere, "Mood"));
        Build(Path.Combine(elsewhere, "Mood.Tests"));

        var shown = CommandLineRun.Of(
            "factors",
            "mood",
            "--plugin",
            Path.Combine(elsewhere, "Mood", "bin", "Debug", "net10.0", "Mood.dll")
        );

        Assert.That(shown.Exit, Is.Zero, shown.Error);
        Assert.That(shown.Output, Does.Contain("A price that is pulled back to a mean."));
    }

    /// <summary>Does with the market file what <c>new factor</c> says.</summary>
    private void Paste(string output, string kind)
    {
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        var first = Array.IndexOf(lines, $"  {kind}:");
        var last = Array.FindIndex(lines, first, l => l.Length == 0);
        var market = Path.Combine(Scenario, "market.yaml");
        var text = File.ReadAllText(market)
            .Replace("factors:\n", $"factors:\n{string.Join('\n', lines[first..last])}\n")
            .Replace("memory-cycle: 0.6 }", $"memory-cycle: 0.6, {kind}: 0.3 }}");
        File.WriteAllText(market, text);
    }

    private static void Build(string project)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "--nologo"])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name); // the test's own build is not this one's
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.That(build.ExitCode, Is.Zero, output);
    }

    private static string Page(CommandLineRun run) =>
        System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(FolderOf(run), "report.html")));

    private static string FolderOf(CommandLineRun run) =>
        Path.GetDirectoryName(Path.GetFullPath(run.Output.TrimEnd().Split('\n')[^1].Trim(), Repository.Root))!;
}
