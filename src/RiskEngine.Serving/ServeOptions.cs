using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading;

namespace RiskEngine.Serving;

/// <summary>What is served, and how.</summary>
public sealed record ServeOptions
{
    /// <summary>Paths of a run unless told otherwise: so many that it answers in well under a second on two cores.</summary>
    public const int DefaultPaths = 10_000;

    /// <summary>The folder whose folders are scenarios, and in which new ones are saved; a full path.</summary>
    public required string Scenarios { get; init; }

    /// <summary>The same as the user wrote it, for command lines that are shown.</summary>
    public required string ScenariosAsGiven { get; init; }

    /// <summary>The folder of reports, a full path; it need not be there.</summary>
    public required string Reports { get; init; }

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Paths of a run.</summary>
    public int Paths { get; init; } = DefaultPaths;

    /// <summary>Number of threads of a run; null for all cores.</summary>
    public int? Threads { get; init; }

    /// <summary>
    /// What a scenario is read with, by its folder or file; null after an error, which it puts into the bag. Here is decided whether code
    /// that a scenario brings may run.
    /// </summary>
    public required Func<string, DiagnosticBag, ReadOptions?> Reading { get; init; }
}
