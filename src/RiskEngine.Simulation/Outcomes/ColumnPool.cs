using System.Collections.Concurrent;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>Columns that are no longer read, to be written anew: fresh memory costs more than simulating into it.</summary>
/// <param name="paths">Length of the columns.</param>
internal sealed class ColumnPool(int paths)
{
    private readonly ConcurrentBag<float[]> columns = [];

    /// <summary>A column whose numbers are anything.</summary>
    public float[] Take() => columns.TryTake(out var column) ? column : new float[paths];

    /// <summary>Takes back a world's profits, drawdowns and indicators.</summary>
    /// <param name="outcomes">The world's outcomes, that nobody reads any more but for what is kept.</param>
    /// <param name="variantsKept">Variants, from the first, that stay with those who hold them.</param>
    public void Return(CaseOutcomes outcomes, int variantsKept)
    {
        var portfolios = outcomes.Profits.Concat(outcomes.Drawdowns).SelectMany(p => p.Skip(variantsKept)).SelectMany(v => v);
        foreach (var column in portfolios.Concat(outcomes.Indicators).Where(c => c.Length > 0))
            columns.Add(column);
    }
}
