using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Sampling;

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
    /// How many bytes the columns of a case take at most until they are measured; where they would take more, its paths are simulated in
    /// several parts. Results do not depend on it.
    /// </summary>
    public long ColumnBytes { get; init; } = 500_000_000;

    /// <summary>Number of threads, above zero; null for all cores. Results do not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>The number of threads that the run takes.</summary>
    /// <exception cref="ArgumentException">It is out of range.</exception>
    internal int ThreadCount =>
        Threads is < 1
            ? throw new ArgumentException($"Expected 1 thread or more, found {Threads}.")
            : Threads ?? Environment.ProcessorCount;

    /// <summary>The scenario with the number of paths, the seed and the sampling of the run.</summary>
    /// <exception cref="ArgumentException">There are too few paths.</exception>
    internal Scenario AppliedTo(Scenario scenario)
    {
        if (Paths is < 1000)
            throw new ArgumentException($"Expected 1,000 paths or more, found {Paths}.");
        var sampling = Sampling ?? scenario.Simulation.Sampling;
        return scenario with
        {
            Simulation = scenario.Simulation with
            {
                Paths = PathSampling.PathsFor(sampling, Paths ?? scenario.Simulation.Paths),
                Seed = Seed ?? scenario.Simulation.Seed,
                Sampling = sampling,
            },
        };
    }

    /// <summary>The cases that are simulated, in the scenario's order.</summary>
    /// <exception cref="ArgumentException">The scenario has no such case.</exception>
    internal Case[] CasesOf(Scenario scenario)
    {
        if (Cases is not { Count: > 0 } selection)
            return [.. scenario.Cases];
        var unknown = selection.Where(id => scenario.Cases.All(c => c.Id != id)).ToArray();
        if (unknown.Length > 0)
            throw new ArgumentException(
                $"Unknown case '{unknown[0]}'; the scenario has {string.Join(", ", scenario.Cases.Select(c => c.Id))}."
            );
        return [.. scenario.Cases.Where(c => selection.Contains(c.Id))];
    }

    /// <summary>Checks what a run is to go on until.</summary>
    /// <exception cref="ArgumentException">The scenario has no such horizon, or the error is out of range.</exception>
    internal void RequireHorizonOf(Scenario scenario)
    {
        if (Until is not { } target)
            return;
        if (scenario.Horizons.All(h => h.Id.Value != target.Horizon))
            throw new ArgumentException(
                $"Expected one of the horizons {string.Join(", ", scenario.Horizons.Select(h => h.Id))}, found '{target.Horizon}'."
            );
        if (!(target.Error > 0) || double.IsInfinity(target.Error))
            throw new ArgumentException($"Expected an error above 0, found {target.Error}.");
    }
}
