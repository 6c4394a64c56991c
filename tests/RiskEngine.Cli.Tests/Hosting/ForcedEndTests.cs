using RiskEngine.Cli.Hosting;

namespace RiskEngine.Cli.Tests.Hosting;

public sealed class ForcedEndTests
{
    /// <summary>Who ends the process says why; what the command meets in the folders removed under it is no second reason.</summary>
    [Test]
    public void A_command_that_is_ended_by_force_says_nothing_more()
    {
        using var folder = new TestFolder { End = new ForcedEnd() };
        TinyScenario.Write(folder);
        folder.End.TryFinish();

        Assert.That(folder.Run(["run", "tiny"], new CancellationToken(canceled: true)).Error, Is.Empty);
    }
}
