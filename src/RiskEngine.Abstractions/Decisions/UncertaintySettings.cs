namespace RiskEngine.Abstractions.Decisions;

/// <summary>How wrong the model is taken to be.</summary>
/// <param name="Radii">Relative entropies of other models to this one, in nats, rising, each above 0: 0.02 allows a mean a fifth of a
/// standard deviation lower.</param>
public sealed record UncertaintySettings(IReadOnlyList<double> Radii)
{
    /// <summary>
    /// How often uncertain numbers and ways to read advice are drawn to see how far they move the headline figures, 16 or more; null where
    /// that is not asked.
    /// </summary>
    public int? Draws { get; init; }

    /// <summary>
    /// How far judged numbers without a range of their own may be off, to both sides, as a part of their size, 0 to 1; 0 for not at all.
    /// </summary>
    public double JudgementSpread { get; init; }
}
