using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>
/// Progress as plain lines, for output that is no terminal: one at the beginning, then one every five seconds. May be called by several
/// threads at once.
/// </summary>
/// <param name="title">What is running.</param>
/// <param name="writer">Where lines go.</param>
/// <param name="clock">Times the lines.</param>
internal sealed class PlainProgress(string title, TextWriter writer, TimeProvider clock) : IProgress<RunProgress>
{
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly long started = clock.GetTimestamp();
    private long? lastLine;

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        lock (gate)
        {
            if (lastLine is { } last && clock.GetElapsedTime(last) < interval)
                return;
            lastLine = clock.GetTimestamp();
            writer.WriteLine(
                $"{title}: {Figures.Percent(value.Fraction, 0)} done after {clock.GetElapsedTime(started).TotalSeconds:0} s ({value.Stage})"
            );
        }
    }
}
