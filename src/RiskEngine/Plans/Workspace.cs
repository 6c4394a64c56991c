using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Plans;

/// <summary>Memory that a measuring step works in, so much for each of its workers.</summary>
/// <param name="Workers">How many work at the same time.</param>
/// <param name="BytesEach">Bytes of each one.</param>
public readonly record struct Workspace(int Workers, long BytesEach)
{
    /// <summary>All bytes.</summary>
    public long Bytes => Workers * BytesEach;

    /// <summary>Columns of the first paths, which instruments and factors are kept of.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="workers">How many work at the same time.</param>
    /// <param name="each">Columns of each one.</param>
    /// <param name="shared">Columns that all of them read.</param>
    public static Workspace OfColumns(Scenario scenario, int workers, long each, long shared)
    {
        long paths = Math.Min(scenario.Simulation.Paths, OutcomeSelection.ColumnPaths);
        return new(workers, sizeof(float) * paths * (each + (shared / Math.Max(1, workers))));
    }

    /// <summary>As many workers as a stated amount of memory holds, at least one and at most the threads.</summary>
    public static Workspace Within(long bytes, long bytesEach, int threads) =>
        new((int)Math.Clamp(bytes / bytesEach, 1, threads), bytesEach);
}
