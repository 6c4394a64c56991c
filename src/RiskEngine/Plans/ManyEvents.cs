namespace RiskEngine.Plans;

/// <summary>
/// How many paths counterfactuals are simulated on where there are many of them: there is one for each event, or more, and each path of
/// each takes time for each event. Fewer paths keep the whole in proportion to the number of events; what is measured on them comes with
/// its interval.
/// </summary>
internal static class ManyEvents
{
    /// <summary>Up to so many there are no fewer paths.</summary>
    public const int Few = 20;

    private const int Block = 256;

    /// <summary>So many paths, fewer in inverse proportion to the number beyond <see cref="Few"/>.</summary>
    /// <param name="paths">Paths for few.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="fewest">At least so many, or <paramref name="paths"/> where these are fewer.</param>
    public static int Fewer(int paths, int count, int fewest)
    {
        if (count <= Few)
            return paths;
        var some = (int)((long)paths * Few / count / Block * Block);
        return Math.Min(paths, Math.Max(some, fewest));
    }
}
