using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Plans;

/// <summary>Simulates cases together, on the same random numbers, and keeps outcomes of each.</summary>
/// <param name="Stage">What it does, in words.</param>
/// <param name="Outcomes">What is simulated, and what is kept of it.</param>
/// <param name="Paths">Which paths.</param>
/// <param name="Seed">Seed of all random streams.</param>
/// <param name="Sampling">How random numbers are drawn.</param>
public sealed record SimulateStep(
    string Stage,
    IReadOnlyList<PlannedOutcomes> Outcomes,
    PathRange Paths,
    ulong Seed,
    SamplingMethod Sampling
) : RunStep(Stage)
{
    // All variants take about twice as long as the headline ones.
    private const int WeightOfAllVariants = 2;

    /// <summary>
    /// Outcomes of the same case with more events: only the paths on which one of those left out occurs are simulated again, the others
    /// are taken over, the same bits. Null where all paths are simulated.
    /// </summary>
    public string? Known { get; init; }

    /// <summary>How much work a path is, for progress.</summary>
    public int WorkPerPath => Outcomes.Any(o => o.Keep.Variants == VariantSelection.All) ? WeightOfAllVariants : 1;

    /// <summary>How much work the step is, for progress: paths times their work, of each case.</summary>
    public long Work => (long)Outcomes.Count * Paths.Count * WorkPerPath;
}
