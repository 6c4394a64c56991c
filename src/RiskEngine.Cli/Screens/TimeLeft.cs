using RiskEngine.Batches.Jobs;

namespace RiskEngine.Cli.Screens;

/// <summary>
/// How long a batch will go on: what is left, at the speed of all that was simulated so far. Jobs that were there already tell nothing of
/// the speed.
/// </summary>
/// <param name="clock">Times it.</param>
internal sealed class TimeLeft(TimeProvider clock)
{
    /// <summary>Less than this part of a job says nothing of the speed.</summary>
    private const double Enough = 0.05;

    /// <summary>Nor do the first moments, in which code is compiled.</summary>
    private static readonly TimeSpan start = TimeSpan.FromSeconds(3);

    private readonly long started = clock.GetTimestamp();

    /// <summary>Since it began.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(started);

    /// <summary>In words: <c>3 min left</c>; empty as long as nothing is known.</summary>
    public string After(BatchProgress progress)
    {
        if (progress.Work < Enough || Elapsed < start || progress.Finished >= progress.Jobs)
            return "";
        var left = Elapsed.TotalSeconds * (progress.Jobs - progress.Found - progress.Work) / progress.Work;
        return left switch
        {
            < 90 => $"{Math.Ceiling(left):0} s left",
            < 90 * 60 => $"{Math.Ceiling(left / 60):0} min left",
            _ => $"{left / 3600:0.0} h left",
        };
    }
}
