namespace RiskEngine.Results.Batches;

/// <summary>A job with what came of it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Figures">What it found out; null where it failed.</param>
/// <param name="Problem">Why it failed, in a sentence; null where it did not.</param>
public sealed record JobResult(Job Job, JobFigures? Figures, string? Problem);
