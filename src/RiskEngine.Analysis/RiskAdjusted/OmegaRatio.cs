using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.RiskAdjusted;

/// <summary>
/// Omega (Keating and Shadwick 2002) at a target return, and at zero the ratio of gains to losses (Bernardo and Ledoit 2000); and upside
/// risk. All of the horizon's profits, not annualised.
/// </summary>
public static class OmegaRatio
{
    /// <summary>The mean of what profits exceed the target by, u, over the mean of what they fall short of it by, v.</summary>
    /// <remarks>Error by the influence function (u - omega v) / mean of v.</remarks>
    /// <param name="profits">The relative profits at the horizon, one per path.</param>
    /// <param name="target">The target, a return over the horizon; finite.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <returns>The ratio; not available where no path ends below the target.</returns>
    public static Estimate Of(ReadOnlySpan<float> profits, double target, PathWeights weights = default)
    {
        Horizon.Check(1, target);
        var parts = PartialMoments.Of(profits, weights, target);
        if (parts.Below == 0)
            return Estimate.NotAvailable;
        var ratio = parts.Above / parts.Below;
        var variance = PartialMoments.MeanSquare(profits, weights, target, 1 / parts.Below, -ratio / parts.Below, 0);
        return Estimate.Normal(ratio, Math.Sqrt(variance / weights.SampleSize(profits.Length)));
    }

    /// <summary>Upside risk: the root of the mean of u^2 (Bacon 2008).</summary>
    /// <remarks>Error by the influence function (u^2 - mean of u^2) / 2 by the root.</remarks>
    /// <inheritdoc cref="Of"/>
    /// <returns>The risk; 0 where no path ends above the target.</returns>
    public static Estimate UpsideRisk(ReadOnlySpan<float> profits, double target, PathWeights weights = default)
    {
        Horizon.Check(1, target);
        var square = PartialMoments.Of(profits, weights, target).SquaredAbove;
        if (square == 0)
            return Estimate.Exact(0);
        var variance = PartialMoments.SquareError(profits, weights, target, square) / (4 * square);
        return Estimate.Normal(Math.Sqrt(square), Math.Sqrt(variance / weights.SampleSize(profits.Length)));
    }
}
