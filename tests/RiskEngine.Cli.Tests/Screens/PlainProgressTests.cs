using RiskEngine.Cli.Screens;

namespace RiskEngine.Cli.Tests.Screens;

public sealed class PlainProgressTests
{
    [Test]
    public void A_line_comes_at_the_beginning_and_then_every_five_seconds()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var clock = new HandClock();
        var progress = new PlainProgress("tiny", writer, clock);
        foreach (
            var (second, stage, fraction) in new[]
            {
                (1, "case base", 0.1),
                (3, "case bull", 0.2),
                (6, "case bull", 0.5),
                (10, "effects", 0.9),
                (11, "effects", 1.0),
            }
        )
        {
            clock.Seconds = second;
            progress.Report(new RunProgress(stage, fraction));
        }

        Assert.That(
            writer.ToString(),
            Is.EqualTo(
                """
                tiny: 10% done after 1 s (case base)
                tiny: 50% done after 6 s (case bull)
                tiny: 100% done after 11 s (effects)

                """
            )
        );
    }

    private sealed class HandClock : TimeProvider
    {
        public int Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
