using RiskEngine.Cli.Hosting;

namespace RiskEngine.Cli.Tests.Runs;

/// <summary>A run by shards in processes of this machine leaves the files of the run in one process, and nothing else.</summary>
public sealed class LocalRunTests
{
    private static readonly string[] run = ["run", "tiny", "--paths", "2000"];
    private static readonly string[] sharded = [.. run, "--on", "local", "--shards", "3"];

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
    public void Shards_in_processes_give_the_files_of_one_process_and_leave_nothing_else()
    {
        var whole = folder.Run([.. run, "--out", "whole"]);

        var answer = folder.Run([.. sharded, "--out", "parts"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(answer.Output, Does.Match("receipt [0-9a-f]{64}\n"));
        Assert.That(folder.FilesIn("parts"), Is.EqualTo(folder.FilesIn("whole")));
        foreach (var file in folder.FilesIn("whole").Where(f => Path.GetFileName(f) is not ("log.txt" or "manifest.json")))
            Assert.That(folder.Read($"parts/{file}"), Is.EqualTo(folder.Read($"whole/{file}")), file);
        Assert.That(Directory.GetDirectories(folder.PathOf("parts")), Has.Length.EqualTo(1), whole.Error);
    }

    [Test]
    public void What_is_in_the_store_is_not_computed_again_unless_it_is_damaged_or_not_wanted()
    {
        string[] stored = [.. sharded, "--store", "store"];
        folder.Run(stored);
        var names = folder.FilesIn("store");
        Assert.That(names, Has.Length.EqualTo(3));
        var damaged = folder.PathOf($"store/{names[1]}");
        var bytes = File.ReadAllBytes(damaged);
        File.WriteAllBytes(damaged, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        foreach (var name in names)
            File.SetLastWriteTimeUtc(folder.PathOf($"store/{name}"), DateTime.UnixEpoch);

        var again = folder.Run(stored);
        Assert.That(again.Code, Is.EqualTo(ExitCode.Done), again.Error);
        Assert.That(Computed(), Is.EqualTo(new[] { false, true, false }));
        Assert.That(File.ReadAllBytes(damaged), Is.EqualTo(bytes));

        folder.Run([.. stored, "--fresh"]);
        Assert.That(Computed(), Is.All.True);

        bool[] Computed() => [.. names.Select(n => File.GetLastWriteTimeUtc(folder.PathOf($"store/{n}")) != DateTime.UnixEpoch)];
    }

    [Test]
    public void A_shard_that_fails_is_told_with_what_it_said_and_finished_ones_stay()
    {
        folder.Run("shard", "tiny", "--paths", "2000", "--index", "0", "--of", "3", "--out", "store");
        folder.Program = new ProgramStart("dotnet", [typeof(CommandLine).Assembly.Location, "no-such-command"]);

        var answer = folder.Run([.. sharded, "--store", "store", "--at-once", "1"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("1 of 3 shards are finished and kept; the same command goes on from there"));
        Assert.That(
            answer.Error,
            Does.Contain("riskengine: shard 1 of 3 ended with exit code 2:").And.Contain("takes no further argument")
        );
        Assert.That(folder.FilesIn("store"), Has.Length.EqualTo(1));
        Assert.That(folder.FilesIn("reports"), Is.Empty);
    }

    [Test]
    public void Two_processes_do_not_compute_the_same_shards_at_once()
    {
        folder.Run([.. sharded, "--store", "store"]);
        var key = Path.GetDirectoryName(folder.FilesIn("store")[0])!;
        using var held = new FileStream(folder.PathOf($"store/{key}.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var answer = folder.Run([.. sharded, "--store", "store"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("found another process at it"));
    }

    [TestCase("--shards 3", "--shards: expected --on beside it")]
    [TestCase("--store x", "--store: expected --on beside it")]
    [TestCase("--on local", "--on: expected --shards N beside it")]
    [TestCase("--on local --shards 2 --until mean:medium:0.1", "--until: expected a fixed number of paths with --on")]
    [TestCase("--on local --shards 2 --dry-run", "--dry-run: expected --on slurm or kubernetes")]
    [TestCase("--on slurm --shards 2 --at-once 3", "--at-once: expected --on local")]
    [TestCase("--on slurm --shards 2 --image x", "--image, --claim: expected --on kubernetes")]
    [TestCase("--on kubernetes --shards 2", "--on kubernetes: expected --image and --claim beside it")]
    [TestCase("--on mars --shards 2", "--on: expected one of local, slurm, kubernetes, found 'mars'")]
    public void Options_that_do_not_go_together_are_refused(string options, string expected)
    {
        var answer = folder.Run(["run", "tiny", .. options.Split(' ')]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain(expected));
        Assert.That(folder.Has("reports"), Is.False);
    }
}
