using RiskEngine.Batches.Shards;
using RiskEngine.Plans;

namespace RiskEngine.Batches.Tests.Shards;

/// <summary>What is in the store is whole or named; neither order nor repetition nor delay of renames changes what is read.</summary>
public sealed class ShardStoreTests
{
    private static readonly ShardInputs inputs = Inputs(("version", "1"), ("option seed", "7"), ("file a.yaml", "0123456789abcdef"));

    private string folder = "";

    [SetUp]
    public void Make_a_folder_of_its_own() => folder = Directory.CreateTempSubdirectory("riskengine-").FullName;

    [TearDown]
    public void Remove_it() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Shards_are_read_in_their_order_in_whatever_order_they_were_computed()
    {
        foreach (var index in new[] { 2, 0, 1 })
            Assert.That(Compute(Store(), index, 3), Is.True);

        Assert.That(Read(Store()), Is.EqualTo(new[] { "outcomes 0", "outcomes 1", "outcomes 2" }));
        Assert.That(Directory.EnumerateFiles(folder, "*.unfinished", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void A_shard_that_is_there_is_not_computed_again()
    {
        Compute(Store(), 0, 1);

        Assert.That(Store().Compute(inputs, new Shard(0, 1), _ => throw new InvalidOperationException("computed again")), Is.False);
    }

    [TestCase(0)]
    [TestCase(30)]
    [TestCase(-1)]
    public void A_shard_of_which_a_byte_changed_is_named_and_computed_again(int at)
    {
        Compute(Store(), 0, 2);
        Compute(Store(), 1, 2);
        var path = Store().PathOf(inputs, new Shard(1, 2));
        var bytes = File.ReadAllBytes(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(path, bytes);

        var refusal = Assert.Throws<ShardsNotWholeException>(() => Read(Store()))!;
        Assert.That(refusal.Message, Is.EqualTo($"shard 1 of 2: {path} is damaged: its checksum is not that of its content"));
        Assert.That(refusal.Missing, Is.EqualTo(new[] { new Shard(1, 2) }));
        Assert.That(Compute(Store(), 1, 2), Is.True);
        Assert.That(Read(Store()), Is.EqualTo(new[] { "outcomes 0", "outcomes 1" }));
    }

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(31)]
    [TestCase(100)]
    public void A_file_that_was_cut_off_is_damaged_wherever_that_was(int length)
    {
        Compute(Store(), 0, 1);
        using (var file = File.OpenWrite(Store().PathOf(inputs, new Shard(0, 1))))
            file.SetLength(length);

        Assert.That(() => Read(Store()), Throws.TypeOf<ShardsNotWholeException>().With.Message.Contains("is damaged"));
    }

    [Test]
    public void Missing_shards_are_all_listed()
    {
        Compute(Store(), 1, 3);

        var refusal = Assert.Throws<ShardsNotWholeException>(() => Read(Store()))!;

        Assert.That(refusal.Message, Is.EqualTo("shard 0 of 3 is missing\nshard 2 of 3 is missing"));
    }

    [Test]
    public void Of_several_divisions_the_one_that_is_nearest_to_whole_is_merged()
    {
        Compute(Store(), 0, 3);
        Compute(Store(), 2, 3);
        Compute(Store(), 0, 2);
        Compute(Store(), 1, 2);

        Assert.That(Read(Store()), Has.Length.EqualTo(2));
    }

    [Test]
    public void Of_shards_of_another_run_it_is_said_what_differs()
    {
        Store().Compute(Inputs(("version", "2"), ("option seed", "8"), ("option paths", "9")), new Shard(0, 1), _ => { });

        var refusal = Assert.Throws<ShardsNotWholeException>(() => Read(Store()))!;

        Assert.That(
            refusal.Message,
            Does.Contain("found those of another")
                .And.Contain("version is '2', expected '1'")
                .And.Contain("option seed is '8', expected '7'")
        );
        Assert.That(refusal.Message, Does.Contain("option paths is '9', expected not there"));
        Assert.That(refusal.Message, Does.Contain("file a.yaml is not there, expected of hash 01234567"));
    }

    [Test]
    public void A_shard_under_another_ones_name_is_refused()
    {
        Compute(Store(), 0, 2);
        File.Copy(Store().PathOf(inputs, new Shard(0, 2)), Store().PathOf(inputs, new Shard(1, 2)));

        Assert.That(
            () => Read(Store()),
            Throws.TypeOf<ShardsNotWholeException>().With.Message.EndsWith("is shard 0 of 2, expected shard 1 of 2")
        );
    }

    [Test]
    public void Renames_that_come_late_and_in_another_order_are_seen_when_they_come()
    {
        var late = new List<(string From, string To)>();
        var slow = new ShardStore(
            folder,
            "slow",
            (from, to) =>
            {
                File.Copy(from, from + ".kept"); // a server that has the file, and gives it its name later
                late.Add((from + ".kept", to));
            }
        );
        for (var index = 0; index < 3; index++)
            Compute(slow, index, 3);

        Assert.That(() => Read(Store()), Throws.TypeOf<ShardsNotWholeException>());
        for (var at = 2; at >= 0; at--)
            File.Move(late[at].From, late[at].To);
        Assert.That(Read(Store()), Is.EqualTo(new[] { "outcomes 0", "outcomes 1", "outcomes 2" }));
    }

    [Test]
    public void Renames_that_are_repeated_change_nothing()
    {
        var twice = new ShardStore(
            folder,
            "twice",
            (from, to) =>
            {
                File.Copy(from, to);
                File.Move(from, to, overwrite: true); // a client that had no answer, and asks again
            }
        );

        Compute(twice, 0, 1);

        Assert.That(Read(Store()), Is.EqualTo(new[] { "outcomes 0" }));
    }

    [Test]
    public void A_rename_that_another_process_won_is_no_failure()
    {
        var beaten = new ShardStore(
            folder,
            "beaten",
            (from, to) =>
            {
                Compute(Store(), 0, 1);
                File.Delete(from);
                File.Move(from, to);
            }
        );

        Compute(beaten, 0, 1);

        Assert.That(Read(Store()), Is.EqualTo(new[] { "outcomes 0" }));
    }

    [Test]
    public void A_rename_that_fails_leaves_nothing_of_its_own_and_all_that_was_finished()
    {
        Compute(Store(), 0, 2);
        var full = new ShardStore(folder, "full", (_, _) => throw new IOException("No space left on device"));

        Assert.That(() => Compute(full, 1, 2), Throws.TypeOf<IOException>());

        Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
        Assert.That(Store().Has(inputs, new Shard(0, 2)), Is.True);
    }

    [Test]
    public void Many_processes_may_compute_the_same_shard_at_once()
    {
        Parallel.For(0, 8, at => Compute(new ShardStore(folder, $"process-{at}"), 0, 1));

        Assert.That(Read(Store()), Is.EqualTo(new[] { "outcomes 0" }));
        Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
    }

    [Test]
    public void What_is_removed_leaves_no_folder_behind()
    {
        var store = new ShardStore(Path.Combine(folder, "store"), "test");
        Compute(store, 0, 1);

        store.Remove(inputs);

        Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
    }

    private static ShardInputs Inputs(params (string Name, string Value)[] values) => new(values.ToDictionary(v => v.Name, v => v.Value));

    private ShardStore Store() => new(folder, "test");

    private static bool Compute(ShardStore store, int index, int of) =>
        store.Compute(inputs, new Shard(index, of), into => into.Write(System.Text.Encoding.UTF8.GetBytes($"outcomes {index}")));

    private static string[] Read(ShardStore store) => [.. store.Open(inputs).Select(Text)];

    private static string Text(Stream outcomes)
    {
        using (outcomes)
        {
            var text = new byte["outcomes 0".Length];
            outcomes.ReadExactly(text);
            return System.Text.Encoding.UTF8.GetString(text);
        }
    }
}
