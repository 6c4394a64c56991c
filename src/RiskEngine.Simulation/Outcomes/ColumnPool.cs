using System.Collections.Concurrent;
using RiskEngine.Abstractions.Portfolios;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>Columns that are no longer read, to be written anew: fresh memory costs more than simulating into it.</summary>
/// <param name="paths">Length of the columns.</param>
internal sealed class ColumnPool(int paths)
{
    private readonly ConcurrentBag<float[]> columns = [];

    /// <summary>A column whose numbers are anything.</summary>
    public float[] Take() => columns.TryTake(out var column) ? column : GC.AllocateUninitializedArray<float>(paths);

    /// <summary>Takes back a case's profits, drawdowns and indicators.</summary>
    /// <param name="outcomes">The outcomes, that nobody reads any more but for what is kept.</param>
    /// <param name="headlineIsKept">Whether columns as held and following all stay with those who hold them.</param>
    public void Return(CaseOutcomes outcomes, bool headlineIsKept)
    {
        var cube = outcomes.Cube;
        var portfolios =
            from p in cube.Portfolios
            from v in cube.Variants
            where !(headlineIsKept && VariantSet.IsHeadline(v))
            from h in cube.Horizons
            from column in new[] { cube.Profits(p, v, h), cube.Drawdowns(p, v, h) }
            select column;
        foreach (var column in portfolios.Concat(outcomes.Indicators).Where(c => c.Length > 0))
            columns.Add(column);
    }
}
