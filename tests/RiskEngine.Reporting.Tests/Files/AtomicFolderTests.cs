using RiskEngine.Reporting.Files;

namespace RiskEngine.Reporting.Tests.Files;

internal sealed class AtomicFolderTests
{
    private string parent = "";

    private string Target => Path.Combine(parent, "scenario", "run");

    [SetUp]
    public void Make_a_folder() => parent = Directory.CreateTempSubdirectory("riskengine-").FullName;

    [TearDown]
    public void Remove_it() => Directory.Delete(parent, recursive: true);

    private static Func<string, CancellationToken, Task> Writes(string text) =>
        (folder, token) => File.WriteAllTextAsync(Path.Combine(folder, "file"), text, token);

    private string[] Siblings() =>
        [.. Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Target)!).Select(p => Path.GetFileName(p)!)];

    [Test]
    public async Task A_folder_appears_whole_and_alone()
    {
        await AtomicFolder.WriteAsync(
            Target,
            async (folder, token) =>
            {
                await Writes("new")(folder, token);
                Assert.That(Directory.Exists(Target), Is.False, "the folder must not be there before it is whole");
            }
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Target, "file")), Is.EqualTo("new"));
            Assert.That(Siblings(), Is.EqualTo(new[] { "run" }));
        }
    }

    [Test]
    public async Task An_older_folder_is_replaced_with_all_it_held()
    {
        await AtomicFolder.WriteAsync(Target, Writes("old"));
        await File.WriteAllTextAsync(Path.Combine(Target, "other"), "old");
        await AtomicFolder.WriteAsync(Target, Writes("new"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Target, "file")), Is.EqualTo("new"));
            Assert.That(File.Exists(Path.Combine(Target, "other")), Is.False);
            Assert.That(Siblings(), Is.EqualTo(new[] { "run" }));
        }
    }

    [Test]
    public async Task A_failure_leaves_the_older_folder_and_nothing_else()
    {
        await AtomicFolder.WriteAsync(Target, Writes("old"));
        Assert.That(
            async () =>
                await AtomicFolder.WriteAsync(
                    Target,
                    async (folder, token) =>
                    {
                        await Writes("half")(folder, token);
                        throw new IOException("disk full");
                    }
                ),
            Throws.TypeOf<IOException>()
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Target, "file")), Is.EqualTo("old"));
            Assert.That(Siblings(), Is.EqualTo(new[] { "run" }));
        }
    }

    [Test]
    public void Cancelling_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        Assert.That(
            async () =>
                await AtomicFolder.WriteAsync(
                    Target,
                    async (folder, token) =>
                    {
                        await Writes("half")(folder, token);
                        await source.CancelAsync();
                    },
                    source.Token
                ),
            Throws.InstanceOf<OperationCanceledException>()
        );
        Assert.That(Siblings(), Is.Empty);
    }

    [Test]
    public async Task What_a_killed_process_left_is_cleared_and_its_older_report_restored()
    {
        const int NoProcess = int.MaxValue;
        var siblings = Path.GetDirectoryName(Target)!;
        Directory.CreateDirectory(Path.Combine(siblings, $".run.part-{NoProcess}-0"));
        var old = Directory.CreateDirectory(Path.Combine(siblings, $".run.old-{NoProcess}-0"));
        await File.WriteAllTextAsync(Path.Combine(old.FullName, "file"), "old");

        Assert.That(
            async () => await AtomicFolder.WriteAsync(Target, (_, _) => throw new IOException("disk full")),
            Throws.TypeOf<IOException>()
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(Path.Combine(Target, "file")), Is.EqualTo("old"));
            Assert.That(Siblings(), Is.EqualTo(new[] { "run" }));
        }
    }
}
