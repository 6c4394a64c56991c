namespace RiskEngine.Plans;

/// <summary>Measures outcomes.</summary>
/// <param name="Stage">What it does, in words.</param>
/// <param name="Task">What it finds out.</param>
/// <param name="Reads">Names of the outcomes that it reads; what stands where is the task's own.</param>
public sealed record MeasureStep(string Stage, MeasureTask Task, IReadOnlyList<string> Reads) : RunStep(Stage)
{
    /// <summary>The event that <see cref="MeasureTask.EventEffects"/> speaks of; null for other tasks.</summary>
    public string? Event { get; init; }

    /// <summary>The horizons that <see cref="MeasureTask.EventEffects"/> speaks of: from one, to before another one.</summary>
    public (int From, int To) Horizons { get; init; }

    /// <summary>Memory that it works in beside the outcomes and the buffers for sorting.</summary>
    public Workspace Workspace { get; init; }

    /// <summary>
    /// Whether it leaves most threads idle, so that the steps after it are begun before it is done, as far as they do not need it.
    /// </summary>
    public bool IsBeside =>
        Task
            is MeasureTask.Decisions
                or MeasureTask.ReturnDecompositions
                or MeasureTask.Indicators
                or MeasureTask.WhatIf
                or MeasureTask.ReverseStress
                or MeasureTask.Contributions
                or MeasureTask.ShapleyOfRecommendations;

    /// <summary>What must be done before; null where only outcomes are read.</summary>
    public MeasureTask? After => Task == MeasureTask.ContributionsWithViews ? MeasureTask.Decisions : null;
}
