namespace RiskEngine.Cli.Tests.Commands;

/// <summary>Shards of a run, computed one by one and merged: the files of the run in one process, or a reason why not.</summary>
public sealed class ShardCommandTests
{
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
    public void Merged_shards_give_the_files_of_the_run_in_one_process([Values(1, 3, 17)] int count)
    {
        string[] options = ["--paths", "5000", "--set", "risks.crash.probability=0.4"];
        var whole = folder.Run(["run", "tiny", "--out", "whole", .. options]);
        for (var index = count - 1; index >= 0; index--)
            Compute(index, count, options);

        var merged = folder.Run(["merge", "tiny", "shards", "--out", "merged", .. options]);

        Assert.That(merged.Code, Is.EqualTo(ExitCode.Done), merged.Error);
        var (one, other) = (Path.GetDirectoryName(whole.LastLine)!, Path.GetDirectoryName(merged.LastLine)!);
        Assert.That(Path.GetFileName(other), Is.EqualTo(Path.GetFileName(one)));
        Assert.That(folder.FilesIn(other), Is.EqualTo(folder.FilesIn(one)));
        foreach (var file in folder.FilesIn(one).Where(f => f is not ("log.txt" or "manifest.json")))
        {
            Assert.That(
                File.ReadAllBytes(folder.PathOf($"{other}/{file}")),
                Is.EqualTo(File.ReadAllBytes(folder.PathOf($"{one}/{file}"))),
                file
            );
        }

        Assert.That(merged.Output, Does.Contain($"receipt {ReceiptOfOneShard(options)}\n"));
        Assert.That(folder.Read($"{other}/manifest.json"), Does.Contain("\"receipt\": \""));
    }

    [Test]
    public void A_shard_that_is_there_is_not_computed_again()
    {
        Compute(0, 2);

        Assert.That(folder.Run("shard", "tiny", "--index", "0", "--of", "2", "--out", "shards").Output, Does.Contain("there already"));
    }

    [Test]
    public void A_missing_shard_is_named_with_the_command_that_computes_it()
    {
        Compute(0, 2, "--seed", "5");

        var answer = folder.Run("merge", "tiny", "shards", "--seed", "5");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("riskengine: error: shard 1 of 2 is missing\n"));
        Assert.That(answer.Error, Does.Contain("compute it: riskengine shard tiny --of 2 --out shards --index 1 --seed 5\n"));
        Assert.That(folder.FilesIn("reports"), Is.Empty);
    }

    [TestCase("--seed 8", "option seed is '7', expected '8'")]
    [TestCase("--paths 2000", "option paths is '1000', expected '2000'")]
    [TestCase("--case bull", "option cases is 'base bull', expected 'bull'")]
    [TestCase("--measures-only", "option measuresOnly is 'false', expected 'true'")]
    [TestCase("--set riskFreeRate=0.03", "option set is '', expected 'riskFreeRate=0.03'")]
    public void Shards_of_other_options_are_refused_with_what_differs(string option, string expected)
    {
        Compute(0, 1);

        var answer = folder.Run(["merge", "tiny", "shards", .. option.Split(' ')]);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain(expected));
    }

    [Test]
    public void Shards_of_other_files_are_refused_with_the_file()
    {
        Compute(0, 1);
        TinyScenario.Write(folder, "tiny", ("size: -0.3", "size: -0.2"));

        Assert.That(folder.Run("merge", "tiny", "shards").Error, Does.Contain("file risks.yaml is of hash "));
    }

    [TestCase("shard tiny --index 2 --of 2 --out x", "--index: expected 0 to 1, for there are 2 shards; found 2")]
    [TestCase("shard tiny --of 2 --out x", "expected --index, or one of the variables RISKENGINE_SHARD, ")]
    [TestCase("shard tiny --index 0 --out x", "--of: expected N after it, found nothing")]
    [TestCase("merge tiny nothing", "expected a folder of shards, found nothing at ")]
    public void What_cannot_be_done_is_said(string line, string expected)
    {
        var answer = folder.Run(line.Split(' '));

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain(expected));
    }

    [Test]
    public void The_index_may_come_from_a_scheduler()
    {
        folder.Variables["SLURM_ARRAY_TASK_ID"] = "1";

        var answer = folder.Run("shard", "tiny", "--of", "2", "--out", "shards");

        Assert.That(answer.Output, Does.EndWith("00001-of-00002.shard\n"));
    }

    [Test]
    public void A_cancelled_shard_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        var answer = folder.Run(["shard", "tiny", "--index", "0", "--of", "2", "--out", "shards"], cancel.Token);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Cancelled));
        Assert.That(folder.FilesIn("shards"), Is.Empty);
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_named()
    {
        folder.Write("shards", "a file");

        var answer = folder.Run("shard", "tiny", "--index", "1", "--of", "2", "--out", "shards");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("expected a folder that can be written to, found that 'shards' cannot"));
    }

    [Test]
    public void A_file_of_the_scenario_that_vanished_is_named_and_finished_shards_stay()
    {
        Compute(0, 2);
        File.Delete(folder.PathOf("tiny/risks.yaml"));

        var answer = folder.Run("shard", "tiny", "--index", "1", "--of", "2", "--out", "shards");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("risks.yaml").And.Contain("1 error; nothing was written"));
        Assert.That(folder.FilesIn("shards"), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_disk_that_is_full_is_said_to_be_full_and_finished_shards_stay()
    {
        using var disk = SmallDisk.At(folder.PathOf("shards"));
        if (disk is null)
            Assert.Ignore("no small disk can be mounted here");
        Compute(0, 2);
        disk.Fill();

        var answer = folder.Run("shard", "tiny", "--index", "1", "--of", "2", "--out", "shards");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(
            answer.Error,
            Does.Contain("expected a folder that can be written to, found that 'shards' cannot: No space left on device")
        );
        Assert.That(folder.FilesIn("shards"), Has.Length.EqualTo(2), "the finished shard, and what fills the disk");
        Assert.That(folder.FilesIn("shards")[0], Does.EndWith("00000-of-00002.shard"));
    }

    private string ReceiptOfOneShard(string[] options)
    {
        folder.Run(["shard", "tiny", "--index", "0", "--of", "1", "--out", "alone", .. options]);
        var lines = folder.Run(["merge", "tiny", "alone", .. options]).Output.Split('\n');
        return lines.Single(l => l.StartsWith("receipt ", StringComparison.Ordinal))["receipt ".Length..];
    }

    private void Compute(int index, int of, params string[] options)
    {
        var answer = folder.Run(["shard", "tiny", "--index", $"{index}", "--of", $"{of}", "--out", "shards", .. options]);
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
    }
}
