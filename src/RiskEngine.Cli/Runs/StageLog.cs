using Serilog;

namespace RiskEngine.Cli.Runs;

/// <summary>Notes each new stage of a run in its log, and hands progress on to whoever shows it.</summary>
/// <param name="log">The run's log.</param>
/// <param name="shown">Shows the progress; null to show none.</param>
internal sealed class StageLog(ILogger log, IProgress<RunProgress>? shown) : IProgress<RunProgress>
{
    private readonly Lock gate = new();
    private string stage = "";

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        lock (gate)
        {
            if (value.Stage != stage)
                log.Information("{Stage}, {Percent:0}% done", value.Stage, 100 * value.Fraction);
            stage = value.Stage;
        }

        shown?.Report(value);
    }
}
