using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sensitivity;

/// <summary>
/// PAWN: the distance (Kolmogorov-Smirnov) between the distribution of a figure and its distribution where a number lies in a slice of its
/// range, as the median over the slices (Pianosi and Wagener 2018, Distribution-based sensitivity analysis from a generic input-output
/// sample, equations 1 and 4). Needs no moments, and no points but those of a plain sample.
/// </summary>
/// <remarks>With few points even a number without effect is above zero: <see cref="SensitivityStudy"/> gives that of such a
/// one.</remarks>
public static class PawnIndex
{
    private const int MostSlices = 10;
    private const int FewestInSlice = 10;

    /// <summary>The index with a 95% interval by the bootstrap over points.</summary>
    /// <param name="places">Where the number stands at each point, as a quantile of its range.</param>
    /// <param name="values">The figure at each point; points where it is no number are left out.</param>
    /// <param name="resamples">Bootstrap samples.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static IndexEstimate Of(double[] places, double[] values, int resamples, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(values);
        // In ascending order of the figure once, so that no sample needs sorting.
        (double Place, double Value)[] points =
        [
            .. places.Zip(values).Where(p => double.IsFinite(p.Second)).OrderBy(p => p.Second).ThenBy(p => p.First),
        ];
        var slices = Math.Clamp(points.Length / FewestInSlice, 1, MostSlices);
        return new Bootstrap(points.Length, resamples, seed).Estimate(sample => Median(points, sample, slices), isBiased: true);
    }

    private static double Median((double Place, double Value)[] points, int[] sample, int slices)
    {
        var weights = new int[points.Length];
        var sizes = new int[slices];
        foreach (var at in sample)
        {
            weights[at]++;
            sizes[SliceOf(points[at].Place, slices)]++;
        }

        var below = new int[slices];
        var distances = new double[slices];
        var all = 0;
        for (var at = 0; at < points.Length; at++)
        {
            if (weights[at] == 0)
                continue;
            all += weights[at];
            below[SliceOf(points[at].Place, slices)] += weights[at];
            // Equal figures are one step of both distributions.
            if (at + 1 < points.Length && points[at + 1].Value == points[at].Value)
                continue;
            for (var s = 0; s < slices; s++)
            {
                if (sizes[s] > 0)
                    distances[s] = Math.Max(distances[s], Math.Abs(((double)below[s] / sizes[s]) - ((double)all / sample.Length)));
            }
        }

        double[] ordered = [.. distances.Where((_, s) => sizes[s] > 0).Order()];
        var middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }

    private static int SliceOf(double place, int slices) => Math.Min((int)(place * slices), slices - 1);
}
