using RiskEngine.Simulation.Paths;

namespace RiskEngine.Plans;

/// <summary>
/// One of several parts of a run: of each simulating step as many whole blocks of paths as of any other. All shards together simulate what
/// the run does, and nothing twice.
/// </summary>
public readonly record struct Shard
{
    /// <summary>Which shard of how many.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="of">How many there are, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shard.</exception>
    public Shard(int index, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)of, nameof(index));
        (Index, Of) = (index, of);
    }

    /// <summary>Which shard, from 0.</summary>
    public int Index { get; }

    /// <summary>How many there are.</summary>
    public int Of { get; }

    /// <summary>All shards of a run.</summary>
    public static IEnumerable<Shard> All(int of) => Enumerable.Range(0, of).Select(index => new Shard(index, of));

    /// <summary>The paths that are this shard's among those of a step.</summary>
    public PathPart PartOf(int paths) => PathPart.Shard(paths, Index, Of);

    /// <summary><c>shard 3 of 17</c>; the first one is 0.</summary>
    public override string ToString() => $"shard {Index} of {Of}";
}
