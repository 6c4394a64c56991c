using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Results.Batches;

/// <summary>All that a batch found out: pure data, what its tables and its page are made from.</summary>
public sealed record BatchResults
{
    /// <summary>Id of the batch.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The scenarios as they are without changes; a job's number of one counts here.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>The batch file and the files of all scenarios.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>The paths that are varied, in the order of the batch file.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Ids of the measures that the table holds.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Whether the values of one path were varied at a time, the first job with nothing changed.</summary>
    public bool OneAtATime { get; init; }

    /// <summary>Number of jobs.</summary>
    public required long JobCount { get; init; }

    /// <summary>
    /// The jobs in order, each read when it is come to: a large batch does not fit into memory. May be gone through more than once.
    /// </summary>
    public required IEnumerable<JobResult> Jobs { get; init; }

    /// <summary>How many jobs failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Which numbers the figure that was asked about depends on; null where none was.</summary>
    public SensitivityResult? Sensitivity { get; init; }
}
