using System.Diagnostics;

namespace RiskEngine.Cli.Tests.Clusters;

/// <summary>A run whose shards are tasks of a real Slurm, of which a node fails in the middle.</summary>
public sealed class SlurmRunTests
{
    private static readonly string[] run = ["run", "tiny", "--paths", "20000"];
    private static readonly string[] sharded = [.. run, "--on", "slurm", "--shards", "16", "--store", "store"];

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
    public void Tasks_of_a_node_that_fails_run_on_the_other_one_and_give_the_same_bits()
    {
        if (LocalSlurm.Missing is { } missing)
            Assert.Ignore($"no Slurm on this machine: {missing} is not there");
        var whole = folder.Run([.. run, "--out", "whole"]);
        using var slurm = new LocalSlurm(folder.PathOf("slurm"));
        using var process = Start(slurm);

        WaitFor(() => Finished() >= 2, process);
        slurm.TakeDown("n2");
        WaitFor(() => slurm.Ask("scontrol", "show", "jobs").Contains("Restarts=1"), process);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.EqualTo(ExitCode.Done), error.Result);
        Assert.That(output.Result, Does.Match("receipt [0-9a-f]{64}\n"));
        var (one, other) = (Path.GetDirectoryName(whole.LastLine)!, Path.GetDirectoryName(output.Result.TrimEnd().Split('\n')[^1])!);
        Assert.That(folder.FilesIn(other), Is.EqualTo(folder.FilesIn(one)));
        foreach (var file in folder.FilesIn(one).Where(f => f is not ("log.txt" or "manifest.json")))
        {
            Assert.That(
                File.ReadAllBytes(folder.PathOf($"{other}/{file}")),
                Is.EqualTo(File.ReadAllBytes(folder.PathOf($"{one}/{file}"))),
                file
            );
        }

        Assert.That(Finished(), Is.EqualTo(16));
    }

    [Test]
    public void A_dry_run_writes_the_scripts_and_the_commands_that_would_submit_them()
    {
        var answer = folder.Run([.. sharded, "--dry-run"]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        var lines = answer.Output.Split('\n');
        var (array, merge) = (folder.Read(lines[0]), folder.Read(lines[1]));
        Assert.That(lines[2], Does.Match(@"^array=\$\(sbatch --parsable .*/array\.sh\)$"));
        Assert.That(lines[3], Does.Match(@"^sbatch --parsable ""--dependency=afterok:\$array"" .*/merge\.sh$"));
        Assert.That(array, Does.StartWith("#!/bin/bash\n#SBATCH --job-name=riskengine-"));
        Assert.That(array, Does.Contain("#SBATCH --array=0-15\n").And.Contain("#SBATCH --requeue\n"));
        Assert.That(array, Does.Contain(" shard tiny --of 16 --out store --paths 20000 --threads "));
        Assert.That(merge, Does.Contain(" merge tiny store --of 16 --out reports --paths 20000 || code=$?\n"));
        Assert.That(folder.Has("reports"), Is.False);
    }

    [Test]
    public void Without_Slurm_it_is_said_that_it_is_not_there()
    {
        if (LocalSlurm.Missing is null)
            Assert.Ignore("there is a Slurm on this machine");

        var answer = folder.Run(sharded);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.UnexpectedFailure));
        Assert.That(answer.Error, Does.Contain("expected Slurm's command sbatch on this machine"));
    }

    private Process Start(LocalSlurm slurm)
    {
        var start = folder.Program.With(sharded);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder.PathOf("."), true, true);
        start.Environment["SLURM_CONF"] = slurm.Configuration;
        return Process.Start(start)!;
    }

    private int Finished() => folder.FilesIn("store").Count(f => f.EndsWith(".shard", StringComparison.Ordinal));

    private static void WaitFor(Func<bool> happened, Process process)
    {
        var clock = Stopwatch.StartNew();
        while (!happened())
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(1))
                Assert.Fail($"it did not happen: {process.StandardOutput.ReadToEnd()}{process.StandardError.ReadToEnd()}");
            Thread.Sleep(50);
        }
    }
}
