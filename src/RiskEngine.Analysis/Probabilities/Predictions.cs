using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.Probabilities;

/// <summary>Scores a dated statement on the simulated paths.</summary>
public static class Predictions
{
    /// <summary>The probability that the statement comes true: the proportion of paths on which it does, with Wilson's interval.</summary>
    /// <param name="holds">For each path, whether the statement holds on it; at least 1 path.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no paths.</exception>
    public static Estimate Score(ReadOnlySpan<bool> holds) => Proportion.Of(holds.Count(true), holds.Length);
}
