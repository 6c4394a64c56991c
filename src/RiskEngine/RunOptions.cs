using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine;

/// <summary>What a run may do differently from what the scenario says.</summary>
public sealed record RunOptions
{
    /// <summary>
    /// The cases to simulate; null or empty for all. Each is the same as in a run of all: prices know the base case either way.
    /// </summary>
    public IReadOnlyCollection<Id<Case>>? Cases { get; init; }

    /// <summary>Number of paths, 1,000 or more; null for the scenario's.</summary>
    public int? Paths { get; init; }

    /// <summary>Seed of all random streams; null for the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>How random numbers are drawn; null for the scenario's way.</summary>
    public SamplingMethod? Sampling { get; init; }

    /// <summary>
    /// Simulate until a measure is this sure; <see cref="Paths"/> is then the most that are simulated. Null for a fixed number of paths.
    /// </summary>
    public PrecisionTarget? Until { get; init; }

    /// <summary>
    /// Whether to stop at the measures: no attribution, no effects of events, no expected returns of instruments, no views, no optimiser.
    /// For large batches and for many paths; figures that are there are the same bits.
    /// </summary>
    public bool MeasuresOnly { get; init; }

    /// <summary>
    /// Whether portfolios are measured only as held and following all, without each recommendation alone and all but each. Figures that are
    /// there are the same bits. Only together with <see cref="MeasuresOnly"/>.
    /// </summary>
    public bool HeadlineOnly { get; init; }

    /// <summary>
    /// Whether drawdowns are followed; without them their measures are not available, and the others are the same bits. Only
    /// <see cref="HeadlineOnly"/> runs go without.
    /// </summary>
    public bool Drawdowns { get; init; } = true;

    /// <summary>
    /// Whether the scenario's views are taken up in a <see cref="HeadlineOnly"/> run all the same, where the base case is simulated. Other
    /// runs take them up unless they stop at the measures.
    /// </summary>
    public bool Views { get; init; }

    /// <summary>
    /// How many bytes the columns of a case take at most until they are measured; where they would take more, its paths are simulated in
    /// several parts. Results do not depend on it.
    /// </summary>
    public long ColumnBytes { get; init; } = 500_000_000;

    /// <summary>Number of threads, above zero; null for all cores. Results do not depend on it.</summary>
    public int? Threads { get; init; }
}
