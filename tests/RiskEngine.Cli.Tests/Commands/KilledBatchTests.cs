using System.Diagnostics;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>A batch whose process is killed again and again goes on where it was, and ends with the bits of an undisturbed one.</summary>
public sealed class KilledBatchTests
{
    private static readonly string program = Path.ChangeExtension(typeof(CommandLine).Assembly.Location, ".dll");

    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder);
        folder.Write(
            "crash.batch.yaml",
            "scenarios: tiny\npaths: 20000\nsweep: { risks.crash.probability: { from: 0, to: 0.95, step: 0.05 } }\n"
        );
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Killed_a_few_times_it_ends_with_the_same_bits() => Kill(4);

    [Test, Explicit("200 kills take some minutes")]
    public void Killed_two_hundred_times_it_ends_with_the_same_bits()
    {
        for (var round = 0; round < 40; round++)
        {
            Kill(5, round);
            Directory.Delete(folder.PathOf("reports"), recursive: true);
        }
    }

    private void Kill(int times, int seed = 0)
    {
        var undisturbed = folder.Run("run", "crash.batch.yaml", "--out", "undisturbed");
        var random = new Random(seed);
        var known = 0;
        for (var kill = 0; kill < times; kill++)
        {
            using var process = Start();
            // Somewhere between the first job that it finishes and the third one after that.
            var until = known + 1 + random.Next(3);
            while (Jobs() < until && !process.HasExited)
                Thread.Sleep(1);
            Thread.Sleep(random.Next(20));
            process.Kill();
            process.WaitForExit();
            known = Jobs();
        }

        Assert.That(known, Is.GreaterThanOrEqualTo(times).And.LessThan(20), "each process has finished some jobs, and none all of them");
        var last = folder.Run("run", "crash.batch.yaml");

        Assert.That(last.Code, Is.EqualTo(ExitCode.Done), last.Error);
        Assert.That(last.Error, Does.Contain($"{known} were there already"));
        foreach (var file in new[] { "results.csv", "results.json" })
        {
            Assert.That(
                folder.Read(last.LastLine.Replace("index.html", file)),
                Is.EqualTo(folder.Read(undisturbed.LastLine.Replace("index.html", file)))
            );
        }

        Assert.That(
            folder.FilesIn("reports").Select(Path.GetFileName),
            Is.EquivalentTo(folder.FilesIn("undisturbed").Select(Path.GetFileName)),
            "no file is left over"
        );
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [program, "run", "crash.batch.yaml", "--threads", "1", "--quiet"])
        {
            WorkingDirectory = folder.PathOf("."),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private int Jobs() => folder.FilesIn("reports/batches/.jobs").Count(f => !f.StartsWith(".unfinished", StringComparison.Ordinal));
}
