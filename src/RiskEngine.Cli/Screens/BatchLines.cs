using RiskEngine.Batches.Jobs;
using RiskEngine.Cli.Texts;

namespace RiskEngine.Cli.Screens;

/// <summary>
/// Progress of a batch as plain lines: one at the beginning, then one every five seconds, one at the end, and one for each of the first
/// jobs that fail. May be called by several threads at once.
/// </summary>
/// <param name="title">What is running.</param>
/// <param name="tellsFailures">Whether each of the first jobs that fail is told; else they are only counted, as out of range.</param>
/// <param name="writer">Where lines go.</param>
/// <param name="clock">Times the lines.</param>
internal sealed class BatchLines(string title, bool tellsFailures, TextWriter writer, TimeProvider clock) : IProgress<BatchProgress>
{
    /// <summary>The table has the reasons of all.</summary>
    public const int MostFailures = 20;

    private static readonly TimeSpan interval = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly TimeLeft time = new(clock);
    private TimeSpan? lastLine;
    private long finished;

    /// <inheritdoc/>
    public void Report(BatchProgress value)
    {
        lock (gate)
        {
            if (tellsFailures && value is { JustFailed: { } failed, Failed: <= MostFailures })
                writer.WriteLine(FailedLine(title, failed));
            var isOld = value.Finished < finished; // another thread's news came first
            finished = Math.Max(finished, value.Finished);
            if (isOld || (lastLine is { } last && time.Elapsed - last < interval && value.Finished < value.Jobs))
                return;
            lastLine = time.Elapsed;
            writer.WriteLine(Line(value));
        }
    }

    /// <summary><c>sweep: job 12 failed (base, risks.bust.probability=1.2): expected...</c></summary>
    public static string FailedLine(string title, RiskEngine.Results.Batches.JobResult failed)
    {
        var what = string.Join(", ", [failed.Job.Case, .. failed.Job.Values.Select(v => v.ToString())]);
        return $"{title}: job {failed.Job.Index} failed ({what}): {failed.Problem}";
    }

    private string Line(BatchProgress value)
    {
        var parts = new List<string> { $"{Figures.Count(value.Finished)} of {Figures.Counted(value.Jobs, "job")} done" };
        if (value.Found > 0)
            parts.Add($"{Figures.Count(value.Found)} were there already");
        if (value.Failed > 0)
            parts.Add($"{Figures.Count(value.Failed)} {(tellsFailures ? "failed" : "out of range")}");
        if (time.After(value) is { Length: > 0 } left)
            parts.Add(left);
        return $"{title}: {string.Join(", ", parts)}";
    }
}
