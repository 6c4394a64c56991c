namespace RiskEngine.Numerics.Kernels;

/// <summary>What <see cref="BridgedExtremesKernel"/> carries from step to step, rows of one length.</summary>
/// <param name="last">The values at the end of the last step.</param>
/// <param name="peaks">The highest values so far.</param>
/// <param name="troughs">The lowest ratios so far of a value to the highest before it.</param>
public readonly ref struct ExtremesRows(Span<float> last, Span<float> peaks, Span<float> troughs)
{
    /// <summary>The values at the end of the last step.</summary>
    public Span<float> Last { get; } = last;

    /// <summary>The highest values so far.</summary>
    public Span<float> Peaks { get; } = peaks;

    /// <summary>The lowest ratios so far of a value to the highest before it.</summary>
    public Span<float> Troughs { get; } = troughs;

    /// <summary>Their length; -1 where they differ.</summary>
    internal int Length => Peaks.Length == Last.Length && Troughs.Length == Last.Length ? Last.Length : -1;
}
