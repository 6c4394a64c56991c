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
}
