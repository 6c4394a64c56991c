using RiskEngine.Cli.Runs;

namespace RiskEngine.Cli.Tests.Runs;

/// <summary>The messages are those of the system, as .NET gives them on Linux.</summary>
public sealed class FolderNotWritableTests
{
    [TestCase("No space left on device : '/tmp/reports/tiny/.0123.part-17-0/results.json'", "No space left on device")]
    [TestCase("Access to the path '/tmp/reports/tiny' is denied.", "Access to the path is denied")]
    [TestCase("Could not find a part of the path '/proc/x/y.yaml'.", "Could not find a part of the path")]
    public void What_cannot_be_written_is_told_with_the_place_that_the_user_named(string system, string reason)
    {
        var told = Assert.Throws<FolderNotWritableException>(() =>
            FolderNotWritableException.Guard<int>("reports", () => throw new IOException(system))
        )!;

        Assert.That(told.Message, Is.EqualTo($"--out: expected a folder that can be written to, found that 'reports' cannot: {reason}"));
    }
}
