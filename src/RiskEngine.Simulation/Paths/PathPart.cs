namespace RiskEngine.Simulation.Paths;

/// <summary>
/// Consecutive paths of a simulation that are simulated by themselves. Draws are addressed by path, so that they are the bits that
/// simulating all paths would give.
/// </summary>
/// <param name="First">The first path, from 0: a multiple of 256, so that a part holds whole blocks.</param>
/// <param name="Count">How many paths.</param>
/// <param name="Of">Number of paths of the whole simulation.</param>
public readonly record struct PathPart(int First, int Count, int Of)
{
    /// <summary>All paths.</summary>
    public static PathPart Whole(int paths) => new(0, paths, paths);

    /// <summary>One of several parts, as equal as whole blocks allow; empty where there are fewer blocks than parts.</summary>
    /// <param name="paths">Number of paths of the whole simulation.</param>
    /// <param name="index">Which part, from 0.</param>
    /// <param name="parts">How many parts.</param>
    public static PathPart Shard(int paths, int index, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)parts, nameof(index));
        var blocks = (paths + PathBlock.Size - 1L) / PathBlock.Size;
        int Begin(int part) => (int)Math.Min(paths, blocks * part / parts * PathBlock.Size);
        return new PathPart(Begin(index), Begin(index + 1) - Begin(index), paths);
    }

    /// <summary>How many of the simulation's first so many paths are among these.</summary>
    public int Among(int first) => Math.Clamp(first - First, 0, Count);
}
