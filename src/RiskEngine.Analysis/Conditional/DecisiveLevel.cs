using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Probabilities;

namespace RiskEngine.Analysis.Conditional;

/// <summary>The level of a figure that tells most about whether something holds: crossing it moves the probability furthest.</summary>
/// <param name="Level">The level.</param>
/// <param name="ShareAbove">Probability that the figure ends above it.</param>
/// <param name="Above">Probability that it holds, given the figure is above the level.</param>
/// <param name="Below">The same, given it is at or below.</param>
public sealed record DecisiveLevel(double Level, Estimate ShareAbove, Estimate Above, Estimate Below)
{
    /// <summary>
    /// Tries the figure's 10%, 15%, ... 90% quantiles, so that at least a tenth of the paths lies on either side, and keeps the one with
    /// the largest difference.
    /// </summary>
    /// <remarks>
    /// The largest of seventeen differences: the intervals hold for a level fixed beforehand and are a little too narrow for one that was
    /// chosen.
    /// </remarks>
    /// <param name="figure">The figure, one number per path, at least 20, all finite.</param>
    /// <param name="holds">Whether it holds, on the same paths.</param>
    /// <returns>The level; null where the figure is the same on almost all paths.</returns>
    /// <exception cref="ArgumentException">Different lengths or too few paths.</exception>
    public static DecisiveLevel? Of(ReadOnlySpan<float> figure, ReadOnlySpan<bool> holds)
    {
        ColumnCheck.RequireSameLength(figure.Length, holds.Length, nameof(holds));
        if (figure.Length < 20)
            throw new ArgumentException($"Expected at least 20 paths, found {figure.Length}.", nameof(figure));
        var sorted = SortedColumn.Of(figure, new float[SortedColumn.ScratchLength(figure.Length)]);
        DecisiveLevel? best = null;
        for (var twentieth = 2; twentieth <= 18; twentieth++)
        {
            var level = sorted.At(sorted.RankAt(twentieth / 20.0));
            var found = At(figure, holds, level);
            if (found is not null && (best is null || found.Difference > best.Difference))
                best = found;
        }

        return best;
    }

    /// <summary>How far apart the two probabilities are.</summary>
    public double Difference => Math.Abs(Above.Value - Below.Value);

    private static DecisiveLevel? At(ReadOnlySpan<float> figure, ReadOnlySpan<bool> holds, float level)
    {
        var (above, aboveHolds, belowHolds) = (0, 0, 0);
        for (var k = 0; k < figure.Length; k++)
        {
            if (figure[k] > level)
            {
                above++;
                if (holds[k])
                    aboveHolds++;
            }
            else if (holds[k])
            {
                belowHolds++;
            }
        }

        var below = figure.Length - above;
        if (above < figure.Length / 20 || below < figure.Length / 20)
            return null; // ties may put nearly all on one side
        return new DecisiveLevel(
            level,
            Proportion.Of(above, figure.Length),
            Proportion.Of(aboveHolds, above),
            Proportion.Of(belowHolds, below)
        );
    }
}
