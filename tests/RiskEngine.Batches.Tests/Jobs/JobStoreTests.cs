using RiskEngine.Batches.Jobs;
using RiskEngine.Results;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Tests.Jobs;

public sealed class JobStoreTests
{
    private static readonly string key = new('a', 64);
    private static readonly JobFigures figures = new(
        1000,
        [
            new FigureRow("p", "as-held", "base", "medium", "es95", 0.1, double.NaN, -0.0, double.MaxValue),
            new FigureRow("p", "all", "base", "medium", "es95", 1 / 3.0, 0.01, 0.3, 0.4),
        ]
    );

    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("riskengine-store-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    private string[] Files => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    [Test]
    public void Figures_come_back_bit_for_bit()
    {
        new JobStore(folder).Write(key, figures);
        var back = new JobStore(folder).Find(key)!;

        Assert.That(back.Paths, Is.EqualTo(1000));
        Assert.That(back.Rows, Is.EqualTo(figures.Rows));
        Assert.That(BitConverter.DoubleToInt64Bits(back.Rows[0].Low), Is.EqualTo(BitConverter.DoubleToInt64Bits(-0.0)));
    }

    [Test]
    public void A_file_with_any_byte_changed_or_cut_counts_as_absent()
    {
        var store = new JobStore(folder);
        store.Write(key, figures);
        var file = Files.Single();
        var whole = File.ReadAllBytes(file);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 1;
            File.WriteAllBytes(file, damaged);
            Assert.That(store.Find(key), Is.Null, $"byte {i} changed");
            File.WriteAllBytes(file, whole[..i]);
            Assert.That(store.Find(key), Is.Null, $"cut to {i} bytes");
        }
    }

    [Test]
    public void Another_job_s_file_counts_as_absent()
    {
        var store = new JobStore(folder);
        store.Write(key, figures);
        var other = "aa" + new string('b', 62);
        File.Move(Files.Single(), Path.Combine(folder, "aa", other));

        Assert.That(store.Find(other), Is.Null);
    }

    [Test]
    public void A_fresh_store_takes_what_is_there_for_absent_and_replaces_it()
    {
        new JobStore(folder).Write(key, figures);
        var fresh = new JobStore(folder, isFresh: true);

        Assert.That(fresh.Find(key), Is.Null);
        fresh.Write(key, figures with { Paths = 2000 });
        Assert.That(new JobStore(folder).Find(key)!.Paths, Is.EqualTo(2000));
    }

    [Test]
    public void Pruning_removes_what_was_last_used_before_a_time_and_nothing_else()
    {
        var now = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var longAgo = now.AddDays(-31);
        string[] keys = [key, new('b', 64), new('c', 64)];
        var earlier = new JobStore(folder, isFresh: false, longAgo);
        foreach (var each in keys)
            earlier.Write(each, figures);
        new JobStore(folder, isFresh: false, now).Find(keys[1]);
        var foreign = Path.Combine(folder, "cc", "cc notes.txt");
        File.WriteAllText(foreign, "mine");
        File.SetLastWriteTimeUtc(foreign, longAgo.UtcDateTime);

        var pruned = new JobStore(folder).Prune(now.AddDays(-30));

        Assert.That((pruned.Removed, pruned.Kept), Is.EqualTo((2L, 1L)));
        Assert.That(pruned.Bytes, Is.GreaterThan(0));
        Assert.That(keys.Select(new JobStore(folder).Has), Is.EqualTo(new[] { false, true, false }));
        Assert.That(File.Exists(foreign), Is.True);
        Assert.That(new JobStore(Path.Combine(folder, "nowhere")).Prune(now), Is.EqualTo(new PrunedJobs(0, 0, 0)));
    }

    [Test]
    public void What_a_process_that_is_gone_left_half_written_is_removed()
    {
        var store = new JobStore(folder);
        store.Write(key, figures);
        var beside = Path.Combine(folder, ".unfinished");
        var mine = Path.Combine(beside, $"{Environment.ProcessId}-99");
        File.WriteAllText(mine, "");
        File.WriteAllText(Path.Combine(beside, $"{int.MaxValue}-1"), "");
        File.WriteAllText(Path.Combine(beside, "no number"), "");

        store.ClearLeftovers();

        Assert.That(Directory.GetFiles(beside), Is.EqualTo(new[] { mine }));
    }
}
