using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Robust;

/// <summary>The worst value of a measure over all distributions of the paths within a relative entropy of the model.</summary>
/// <remarks>
/// Glasserman and Xu (2014); Breuer and Csiszar (2013). The worst distribution tilts the model by exp(theta f), theta such that its
/// relative entropy is the radius; its mean is the smallest (radius + ln E exp(theta f)) / theta over theta > 0. Errors are those of the
/// sampled paths, the tilt taken as given (it stands at an optimum, so that its own error does not count to first order). Where fewer than
/// 20 paths carry the worst distribution's tail, the figure is a lower bound and has no error: worse paths were not drawn.
/// </remarks>
public static class WorstCase
{
    private const int Sections = 60;

    /// <summary>The largest mean of a column of losses; minus the lowest mean of profits.</summary>
    /// <param name="losses">One loss per path; positive is a loss.</param>
    /// <param name="weights">The model's path probabilities.</param>
    /// <param name="radius">The relative entropy allowed, in nats, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not a number.</exception>
    public static Estimate Mean(ReadOnlySpan<float> losses, PathWeights weights, double radius)
    {
        Check(radius);
        var column = new double[losses.Length];
        for (var i = 0; i < column.Length; i++)
            column[i] = losses[i];
        return new Tilt(column, weights).LargestMean(radius, column.Length);
    }

    /// <summary>The largest expected shortfall of profits.</summary>
    /// <remarks>
    /// ES is the smallest over v of v + E(L - v)+ / (1 - level), so the worst one is the smallest over v of the worst such mean: both are
    /// convex in v.
    /// </remarks>
    /// <param name="profits">One relative profit per path.</param>
    /// <param name="weights">The model's path probabilities.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="radius">The relative entropy allowed, in nats, 0 or more; 0 gives the model's own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not a number, or the level is out of range.</exception>
    public static Estimate ExpectedShortfall(ReadOnlySpan<float> profits, PathWeights weights, double level, double radius)
    {
        Check(radius);
        var scratch = new float[SortedColumn.ScratchLength(profits.Length)];
        var sorted = SortedColumn.Of(profits, scratch, weights);
        var plain = TailRisk.ExpectedShortfall.At(sorted, level);
        if (radius == 0)
            return plain;

        // The worst distribution thickens the tail: its quantile lies between the model's and the worst path.
        var tail = LossTail.Of(sorted, 1 - level);
        var (low, high) = (tail.Quantile, tail.Worst);
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (a, b) = (high - (golden * (high - low)), low + (golden * (high - low)));
        var (fa, fb) = (tail.LargestMean(a, radius), tail.LargestMean(b, radius));
        for (var section = 0; section < Sections && high - low > 1e-6 * (1 + Math.Abs(high)); section++)
        {
            if (fa.Value <= fb.Value)
            {
                (high, b, fb) = (b, a, fa);
                a = high - (golden * (high - low));
                fa = tail.LargestMean(a, radius);
            }
            else
            {
                (low, a, fa) = (a, b, fb);
                b = low + (golden * (high - low));
                fb = tail.LargestMean(b, radius);
            }
        }

        return fa.Value <= fb.Value ? fa : fb;
    }

    private static void Check(double radius)
    {
        if (!(radius >= 0))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "Expected a radius of 0 or more.");
    }
}
