namespace RiskEngine.Calibration.Backtesting.Coverage;

/// <summary>
/// How often a day without (0) or with (1) a breach was followed by one without or with: n01 is a breach after a day without.
/// </summary>
public readonly record struct Transitions(int N00, int N01, int N10, int N11)
{
    /// <summary>Counts the pairs of neighbours in a series of breaches, oldest first.</summary>
    public static Transitions Of(IReadOnlyList<bool> breaches)
    {
        ArgumentNullException.ThrowIfNull(breaches);
        Span<int> counts = stackalloc int[4];
        counts.Clear();
        for (var t = 1; t < breaches.Count; t++)
            counts[(breaches[t - 1] ? 2 : 0) + (breaches[t] ? 1 : 0)]++;
        return new Transitions(counts[0], counts[1], counts[2], counts[3]);
    }
}
