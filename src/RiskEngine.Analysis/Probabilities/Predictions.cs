using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Probabilities;

/// <summary>Scores a dated statement on the simulated paths.</summary>
public static class Predictions
{
    /// <summary>The probability that the statement comes true: the proportion of paths on which it does, with Wilson's interval.</summary>
    /// <param name="holds">For each path, whether the statement holds on it; at least 1 path.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">Weights for another number of paths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no paths.</exception>
    public static Estimate Score(ReadOnlySpan<bool> holds, PathWeights weights = default)
    {
        weights.RequirePaths(holds.Length, nameof(weights));
        var count = holds.Count(true);
        if (weights.AreEqual)
            return Proportion.Of(count, holds.Length);
        var (share, squares) = (0.0, 0.0);
        for (var i = 0; i < holds.Length; i++)
        {
            if (!holds[i])
                continue;
            share += weights.Probabilities[i];
            squares += weights.Squares[i];
        }

        var (p, n) = WeightedShare.Of(Math.Clamp(share, 0, 1), squares, (1 / weights.SampleSize(holds.Length)) - squares);
        return Proportion.Of(p, n, count == 0, count == holds.Length);
    }
}
