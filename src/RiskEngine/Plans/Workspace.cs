namespace RiskEngine.Plans;

/// <summary>Memory that a measuring step works in, so much for each of its workers.</summary>
/// <param name="Workers">How many work at the same time.</param>
/// <param name="BytesEach">Bytes of each one.</param>
public readonly record struct Workspace(int Workers, long BytesEach)
{
    /// <summary>All bytes.</summary>
    public long Bytes => Workers * BytesEach;

    /// <summary>As many workers as a stated amount of memory holds, at least one and at most the threads.</summary>
    public static Workspace Within(long bytes, long bytesEach, int threads) =>
        new((int)Math.Clamp(bytes / bytesEach, 1, threads), bytesEach);
}
