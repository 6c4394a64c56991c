namespace RiskEngine.Plans;

/// <summary>Which paths a step simulates: from one, to before another one.</summary>
/// <param name="From">The first path, from 0.</param>
/// <param name="To">The path after the last one.</param>
/// <param name="Of">Number of paths of the whole run: sampling divides these into replicates.</param>
public readonly record struct PathRange(int From, int To, int Of)
{
    /// <summary>How many paths these are.</summary>
    public int Count => To - From;

    /// <summary>The first so many paths of a run; all where it has fewer.</summary>
    public static PathRange First(int count, int of) => new(0, Math.Min(count, of), of);
}
