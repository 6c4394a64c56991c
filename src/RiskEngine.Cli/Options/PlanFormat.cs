namespace RiskEngine.Cli.Options;

/// <summary>How the plan of a run is shown.</summary>
internal enum PlanFormat
{
    /// <summary>A table: steps, paths, memory.</summary>
    Table,

    /// <summary>All inputs of every step, for programs: equal inputs give equal text.</summary>
    Json,
}
