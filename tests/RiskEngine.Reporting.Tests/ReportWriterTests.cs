using System.Text.Json;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests;

internal sealed class ReportWriterTests
{
    private string reports = "";

    [SetUp]
    public void Make_a_folder() => reports = Directory.CreateTempSubdirectory("riskengine-").FullName;

    [TearDown]
    public void Remove_it() => Directory.Delete(reports, recursive: true);

    [Test]
    public async Task A_run_leaves_all_its_files()
    {
        var log = Path.Combine(reports, "run.log");
        await File.WriteAllTextAsync(log, "done");
        var folder = await ReportWriter.WriteAsync(
            SampleResults.Make(),
            SampleResults.Run,
            reports,
            [log, Path.Combine(reports, "missing")]
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Path.GetRelativePath(reports, folder), Is.EqualTo(Path.Combine("sample", "3f9a21c0")));
            Assert.That(
                Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')),
                Is.EquivalentTo(
                    new[]
                    {
                        "report.html",
                        "report.md",
                        "report.zh-CN.md",
                        "results.json",
                        "measures.csv",
                        "manifest.json",
                        "run.log",
                        "outcomes/columns.csv",
                        "outcomes/base.profits.npy",
                        "outcomes/base.drawdowns.npy",
                        "outcomes/bust.profits.npy",
                        "outcomes/bust.drawdowns.npy",
                    }
                )
            );
            Assert.That(
                await File.ReadAllLinesAsync(Path.Combine(folder, "outcomes", "columns.csv")),
                Has.Length.EqualTo(1 + 2 * 2 * 3)
                    .And.Contain("base,1,core,as-held,medium,2027-02-06")
                    .And.Contain("bust,1,core,as-held,medium,2027-02-06")
            );
        }
    }

    // A case that trades nothing has the portfolio as held only: its rows must be its own, not those of the base case.
    [Test]
    public async Task The_columns_of_a_case_that_trades_nothing_are_its_own()
    {
        var sample = SampleResults.Make();
        var bust = sample.Cases[1];
        var idle = bust with { Portfolios = [.. bust.Portfolios.Select(p => p with { Variants = [p.AsHeld] })] };
        var folder = await ReportWriter.WriteAsync(sample with { Cases = [sample.Cases[0], idle] }, SampleResults.Run, reports, []);
        var rows = await File.ReadAllLinesAsync(Path.Combine(folder, "outcomes", "columns.csv"));
        Assert.That(rows.Count(r => r.StartsWith("bust,", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(rows.Count(r => r.StartsWith("base,", StringComparison.Ordinal)), Is.EqualTo(6));
    }

    [Test]
    public async Task The_same_run_writes_the_same_bytes_save_for_its_start()
    {
        var (first, second) = (Path.Combine(reports, "a"), Path.Combine(reports, "b"));
        var one = await ReportWriter.WriteAsync(SampleResults.Make(), SampleResults.Run, first);
        var two = await ReportWriter.WriteAsync(
            SampleResults.Make(),
            SampleResults.Run with
            {
                Started = SampleResults.Run.Started.AddDays(1),
            },
            second
        );
        var differing = Directory
            .EnumerateFiles(one, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(one, f))
            .Where(f => !File.ReadAllBytes(Path.Combine(one, f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(two, f))));
        Assert.That(differing, Is.EqualTo(new[] { "manifest.json" }));
    }

    [Test]
    public async Task The_manifest_says_what_made_the_run()
    {
        var folder = await ReportWriter.WriteAsync(SampleResults.Make(), SampleResults.Run, reports);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "manifest.json")));
        var root = manifest.RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.GetProperty("engineVersion").GetString(), Is.EqualTo("0.1.0"));
            Assert.That(root.GetProperty("seed").GetUInt64(), Is.EqualTo(20260206));
            Assert.That(root.GetProperty("started").GetDateTimeOffset(), Is.EqualTo(SampleResults.Run.Started));
            Assert.That(root.GetProperty("options").GetProperty("--paths").GetString(), Is.EqualTo("100000"));
            Assert.That(root.GetProperty("inputs")[0].GetProperty("sha256").GetString(), Is.EqualTo(new string('a', 64)));
        }
    }

    [TestCase("../outside", "3f9a")]
    [TestCase("..", "3f9a")]
    [TestCase("a/b", "3f9a")]
    [TestCase("/tmp/x", "3f9a")]
    [TestCase("a\\b", "3f9a")]
    [TestCase("", "3f9a")]
    [TestCase(".hidden", "3f9a")]
    [TestCase("sample", "../../x")]
    public void No_name_leads_out_of_the_reports_folder(string scenario, string run) =>
        Assert.That(
            async () => await ReportWriter.WriteAsync(SampleResults.Make(id: scenario), SampleResults.Run with { RunId = run }, reports),
            Throws.ArgumentException.With.Message.Contains("lower-case letters")
        );

    [Test]
    public void A_cancelled_write_leaves_nothing()
    {
        Assert.That(
            async () =>
                await ReportWriter.WriteAsync(
                    SampleResults.Make(),
                    SampleResults.Run,
                    reports,
                    cancellation: new CancellationToken(canceled: true)
                ),
            Throws.InstanceOf<OperationCanceledException>()
        );
        Assert.That(Directory.EnumerateFileSystemEntries(Path.Combine(reports, "sample")), Is.Empty);
    }
}
