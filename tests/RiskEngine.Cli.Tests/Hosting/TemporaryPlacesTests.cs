using RiskEngine.Cli.Hosting;

namespace RiskEngine.Cli.Tests.Hosting;

public sealed class TemporaryPlacesTests
{
    /// <summary>A command goes on for a moment while its process is ended by force.</summary>
    [Test]
    public void What_is_made_after_all_was_deleted_is_deleted_too()
    {
        using var folder = new TestFolder();
        folder.Write("reports/tiny/run.unfinished/log.txt", "a line");
        folder.Write("reports/tiny/run.unfinished.lock", "");
        var places = new TemporaryPlaces();
        places.DeleteAll();

        Assert.That(
            () => places.Add(folder.PathOf("reports/tiny/run.unfinished.lock"), folder.PathOf("reports/tiny/run.unfinished")),
            Throws.TypeOf<OperationCanceledException>()
        );
        Assert.That(Directory.Exists(folder.PathOf("reports/tiny")), Is.False);
    }

    /// <summary>Threads that write the files of a report do not stop at once.</summary>
    [Test]
    public void A_folder_goes_though_a_thread_still_writes_into_it()
    {
        using var folder = new TestFolder();
        folder.Write("reports/tiny/run.unfinished/log.txt", "a line");
        var run = folder.PathOf("reports/tiny/run.unfinished");
        var places = new TemporaryPlaces();
        places.Add(run);
        var writer = new Thread(() =>
        {
            for (var file = 0; file < 100_000 && Directory.Exists(run); file++)
            {
                try
                {
                    File.WriteAllText(Path.Combine(run, $"{file}.txt"), "");
                }
                catch (DirectoryNotFoundException)
                {
                    // It is gone, as it should be.
                }
            }
        });
        writer.Start();
        places.DeleteAll();
        writer.Join();

        Assert.That(
            Directory.Exists(folder.PathOf("reports")) && Directory.EnumerateFileSystemEntries(folder.PathOf("reports")).Any(),
            Is.False
        );
    }
}
