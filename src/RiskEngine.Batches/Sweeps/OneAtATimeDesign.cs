using RiskEngine.Loading.Batches;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sweeps;

/// <summary>First a point with nothing changed, then the values of each path with all other paths as the files say.</summary>
public sealed class OneAtATimeDesign : SweepDesign
{
    private readonly IReadOnlyList<SweptPath> paths;
    private readonly int[] ends;

    /// <summary>Plans it.</summary>
    public OneAtATimeDesign(IReadOnlyList<SweptPath> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        this.paths = paths;
        ends = new int[paths.Count];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = (i == 0 ? 1 : ends[i - 1]) + paths[i].Values.Count;
    }

    /// <inheritdoc/>
    public override long Count => ends.Length == 0 ? 1 : ends[^1];

    /// <inheritdoc/>
    public override IReadOnlyList<SweptValue> At(long point)
    {
        if (point == 0)
            return [];
        var at = Array.FindIndex(ends, end => point < end);
        return [new SweptValue(paths[at].Path, paths[at].Values[(int)point - (at == 0 ? 1 : ends[at - 1])])];
    }
}
