namespace RiskEngine.Results.Batches;

/// <summary>What a number does alone, on common random numbers.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Low">The low value.</param>
/// <param name="High">The high value.</param>
/// <param name="AtLow">The figure with the low value, all else as the files say.</param>
/// <param name="AtHigh">The figure with the high value.</param>
public sealed record ScreenedKey(string Path, string Low, string High, double AtLow, double AtHigh)
{
    /// <summary>The distance of the two figures.</summary>
    public double Move => Math.Abs(AtHigh - AtLow);
}
