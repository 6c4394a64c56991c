using System.Diagnostics;

namespace RiskEngine.Cli.Tests.Runs;

/// <summary>A run by shards that is killed at any moment goes on where it was, and ends with the bits of one that was left alone.</summary>
public sealed class ResumeTests
{
    private static readonly string[] sharded = ["run", "tiny", "--paths", "20000", "--on", "local", "--shards", "4", "--at-once", "2"];

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
    public void After_a_few_kills_the_bits_are_those_of_an_undisturbed_run() => KillAndGoOn(kills: 2, inARow: 2);

    [Test, Explicit("ten minutes")]
    public void After_two_hundred_kills_too() => KillAndGoOn(kills: 200, inARow: 1);

    private void KillAndGoOn(int kills, int inARow)
    {
        var expected = Figures(folder.Run([.. sharded, "--out", "whole"]), "whole");
        var clock = Stopwatch.StartNew();
        Start("timed").WaitForExit();
        var (whole, random) = (clock.Elapsed, new Random(17)); // moments may be any; a seed makes them as varied each time
        for (var kill = 1; kill <= kills; kill++)
        {
            using (var process = Start("parts"))
            {
                process.WaitForExit(random.NextDouble() * whole);
                process.Kill(entireProcessTree: kill % 2 == 0); // else its children find out that it is gone
                process.WaitForExit();
            }

            if (kill % inARow > 0)
                continue;
            var answer = folder.Run([.. sharded, "--out", "parts"]);
            Assert.That(Figures(answer, "parts"), Is.EqualTo(expected), $"after {kill} kills: {answer.Error}");
            Assert.That(Directory.GetFileSystemEntries(folder.PathOf("parts")), Is.EqualTo(new[] { folder.PathOf("parts/tiny") }));
            Assert.That(Directory.GetFileSystemEntries(folder.PathOf("parts/tiny")), Has.Length.EqualTo(1));
            Directory.Delete(folder.PathOf("parts"), recursive: true);
        }
    }

    private string Figures(Answer answer, string where)
    {
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        var receipt = answer.Output.Split('\n').Single(line => line.StartsWith("receipt ", StringComparison.Ordinal));
        var results = folder.FilesIn(where).Single(f => f.EndsWith("results.json", StringComparison.Ordinal));
        return receipt + folder.Read($"{where}/{results}");
    }

    private Process Start(string where)
    {
        var start = folder.Program.With([.. sharded, "--out", where]);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder.PathOf("."), true, true);
        return Process.Start(start)!;
    }
}
