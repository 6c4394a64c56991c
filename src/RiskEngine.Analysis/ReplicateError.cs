using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis;

/// <summary>
/// Errors from independent replicates, for paths that are not independent of each other within one (quasi-Monte Carlo, antithetic pairs):
/// the figure is that of all paths, its standard error the deviation of the replicates' own figures from it over the root of their number,
/// its interval that of Student's t (L'Ecuyer 2018, Randomized quasi-Monte Carlo, section 3).
/// </summary>
/// <remarks>
/// From the figure of all paths, not from the replicates' mean: sectioning (Nakayama 2014, Confidence intervals for quantiles using
/// sectioning when applying variance-reduction techniques). Where Sobol's points lie so evenly that a replicate's quantile hardly moves, it
/// is what they all miss that tells the error.
/// </remarks>
public static class ReplicateError
{
    /// <summary>A figure with the error that its replicates tell.</summary>
    /// <param name="figure">The figure of all paths.</param>
    /// <param name="replicates">The figure of each replicate, at least 2.</param>
    /// <returns>The figure with its new error; as it was where a replicate does not have it.</returns>
    public static Estimate Of(Estimate figure, IReadOnlyList<double> replicates)
    {
        ArgumentNullException.ThrowIfNull(replicates);
        if (replicates.Count < 2)
            throw new ArgumentException($"Expected at least 2 replicates, found {replicates.Count}.", nameof(replicates));
        if (!figure.IsAvailable)
            return figure;
        if (replicates.Any(double.IsNaN))
            return Estimate.WithoutError(figure.Value);
        var error = Math.Sqrt(replicates.Sum(x => (x - figure.Value) * (x - figure.Value)) / (replicates.Count - 1.0) / replicates.Count);
        var half = StudentT.InvCDF(0, 1, replicates.Count - 1, 0.975) * error;
        return new Estimate(figure.Value, error, figure.Value - half, figure.Value + half);
    }

    /// <summary>A figure of a column, with its error by replicates where there are several.</summary>
    /// <param name="replicates">How many replicates of consecutive paths there are; 1 leaves the figure's own error.</param>
    /// <param name="paths">Number of paths, a multiple of the replicates.</param>
    /// <param name="figure">The figure of some consecutive paths.</param>
    public static Estimate Of(int replicates, int paths, Func<Range, Estimate> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var all = figure(..paths);
        return replicates == 1 ? all : Of(all, [.. Ranges(replicates, paths).Select(r => figure(r).Value)]);
    }

    /// <summary>All measures of a column, with their errors by replicates where there are several; see <see cref="Measures"/>.</summary>
    public static MeasureSet Measure(
        int replicates,
        float[] profits,
        float[] drawdowns,
        float[] unchangedProfits,
        double years,
        double riskFreeReturn,
        double lossThreshold,
        float[] scratch
    )
    {
        ArgumentNullException.ThrowIfNull(profits);
        ArgumentNullException.ThrowIfNull(drawdowns);
        ArgumentNullException.ThrowIfNull(unchangedProfits);
        MeasureSet Of(Range paths) =>
            Measures.Of(
                profits.AsSpan(paths),
                drawdowns.Length == 0 ? [] : drawdowns.AsSpan(paths),
                unchangedProfits.Length == 0 ? [] : unchangedProfits.AsSpan(paths),
                years,
                riskFreeReturn,
                lossThreshold,
                scratch
            );
        var all = Of(..profits.Length);
        if (replicates == 1)
            return all;
        var sets = Ranges(replicates, profits.Length).Select(Of).ToArray();
        return new MeasureSet(
            all.Select(m => KeyValuePair.Create(m.Key, ReplicateError.Of(m.Value, [.. sets.Select(s => s[m.Key].Value)])))
        );
    }

    private static IEnumerable<Range> Ranges(int replicates, int paths) =>
        Enumerable.Range(0, replicates).Select(r => (paths / replicates * r)..(paths / replicates * (r + 1)));
}
