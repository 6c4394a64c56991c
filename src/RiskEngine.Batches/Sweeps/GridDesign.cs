using RiskEngine.Loading.Batches;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sweeps;

/// <summary>Every value of each path with every value of all others; the last path's values follow each other fastest.</summary>
/// <param name="paths">The paths; none makes one point with nothing changed.</param>
public sealed class GridDesign(IReadOnlyList<SweptPath> paths) : SweepDesign
{
    /// <inheritdoc/>
    public override long Count { get; } = paths.Aggregate(1L, (count, path) => checked(count * path.Values.Count));

    /// <inheritdoc/>
    public override IReadOnlyList<SweptValue> At(long point)
    {
        var values = new SweptValue[paths.Count];
        for (var i = paths.Count - 1; i >= 0; i--)
        {
            (point, var at) = Math.DivRem(point, paths[i].Values.Count);
            values[i] = new SweptValue(paths[i].Path, paths[i].Values[(int)at]);
        }

        return values;
    }
}
