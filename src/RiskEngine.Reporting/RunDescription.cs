namespace RiskEngine.Reporting;

/// <summary>What a report says about the run that it is made from, beside the results themselves.</summary>
public sealed record RunDescription
{
    /// <summary>
    /// Short hash of the run's inputs, options and version; names the run's folder. Lower-case letters, digits and hyphens.
    /// </summary>
    public required string RunId { get; init; }

    /// <summary>The command line that makes the same run again.</summary>
    public required string Command { get; init; }

    /// <summary>
    /// When the run was started, by the wall clock; stands in the manifest only, so that reports of equal runs are equal.
    /// </summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>
    /// The kind of machine that it runs on, in words; stands in the manifest only. Runs of one id give the same bits on machines of one
    /// kind.
    /// </summary>
    public string Machine { get; init; } = "";

    /// <summary>
    /// SHA-256 over all simulated outcomes of a run that was put together from shards; stands in the manifest only. Null for other runs.
    /// </summary>
    public string? Receipt { get; init; }

    /// <summary>The scenario's own file, by its name in the scenario's folder; it stands in the manifest only.</summary>
    public string ScenarioFile { get; init; } = "scenario.yaml";

    /// <summary>How every path's outcome is written.</summary>
    public OutcomeFormat Outcomes { get; init; }

    /// <summary>Every option that changes results, with its value.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
