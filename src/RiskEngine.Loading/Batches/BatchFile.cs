using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Loading.Batches;

/// <summary>What a batch file says: scenarios times swept values times cases times portfolios times seeds.</summary>
public sealed record BatchFile
{
    /// <summary>Names the batch's folder: the file's name without endings, or its folder's for <c>batch.yaml</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The scenarios as given, each with the place of its name.</summary>
    public required IReadOnlyList<(string Path, SourceLocation Location)> Scenarios { get; init; }

    /// <summary>Ids of the cases; <c>base</c> alone unless told otherwise.</summary>
    public required IReadOnlyList<(string Id, SourceLocation Location)> Cases { get; init; }

    /// <summary>Ids of the portfolios that get jobs of their own; empty where each job has all.</summary>
    public required IReadOnlyList<(string Id, SourceLocation Location)> Portfolios { get; init; }

    /// <summary>The seeds; empty for the scenario's.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Number of paths of a job; null for the scenario's.</summary>
    public int? Paths { get; init; }

    /// <summary>How random numbers are drawn; null for the scenario's way.</summary>
    public SamplingMethod? Sampling { get; init; }

    /// <summary>Ids of the measures that the table holds.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>What is varied, in the order of the file.</summary>
    public required IReadOnlyList<SweptPath> Sweep { get; init; }

    /// <summary>How the values meet.</summary>
    public DesignKind Design { get; init; }

    /// <summary>Number of points of a design that has points; else 0.</summary>
    public int Points { get; init; }

    /// <summary>Seed of the points.</summary>
    public ulong DesignSeed { get; init; } = 1;

    /// <summary>The figure whose dependence is asked for; null where none is.</summary>
    public SensitivityQuestion? Sensitivity { get; init; }

    /// <summary>The file and the hash of its bytes.</summary>
    public required InputFile Input { get; init; }

    /// <summary>Where it begins.</summary>
    public required SourceLocation Location { get; init; }
}
