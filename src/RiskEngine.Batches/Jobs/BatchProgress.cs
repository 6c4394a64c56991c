using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>How far a batch has come.</summary>
/// <param name="Jobs">All jobs.</param>
/// <param name="Done">Jobs that were simulated.</param>
/// <param name="Found">Jobs whose figures were there already.</param>
/// <param name="Failed">Jobs that failed.</param>
/// <param name="Running">Jobs that are being simulated, each with the fraction that is done, by number.</param>
/// <param name="JustFailed">The job that failed just now; null for none.</param>
public sealed record BatchProgress(
    long Jobs,
    long Done,
    long Found,
    long Failed,
    IReadOnlyList<(Job Job, double Fraction)> Running,
    JobResult? JustFailed
)
{
    /// <summary>Jobs that are done with, whatever came of them.</summary>
    public long Finished => Done + Found + Failed;

    /// <summary>Jobs that were simulated, those that are running counted in part.</summary>
    public double Work => Done + Failed + Running.Sum(r => r.Fraction);

    /// <summary>How much of the batch is done, 0 to 1.</summary>
    public double Fraction => Jobs == 0 ? 1 : (Found + Work) / Jobs;
}
