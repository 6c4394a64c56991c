namespace RiskEngine.Analysis.Columns;

/// <summary>A column of outcomes in ascending order: what quantiles, tails and counts below a level read.</summary>
/// <remarks>
/// This and <see cref="ColumnMoments"/> are the two doors through which measures of one column see outcomes. Under given path weights the
/// sort carries each path's weight along, and ranks are counted in cumulated weight.
/// </remarks>
public readonly ref struct SortedColumn
{
    private readonly WeightedOrder? order;

    private SortedColumn(ReadOnlySpan<float> ascending, WeightedOrder? order, PathWeights weights)
    {
        Ascending = ascending;
        this.order = order;
        Weights = weights;
    }

    /// <summary>The outcomes, ascending; all finite.</summary>
    public ReadOnlySpan<float> Ascending { get; }

    /// <summary>The number of paths.</summary>
    public int Count => Ascending.Length;

    /// <summary>The paths' probabilities, in the order of <see cref="Ascending"/>.</summary>
    internal PathWeights Weights { get; }

    /// <summary>The number of paths, or of equally probable ones that would have the same errors.</summary>
    internal double SampleSize => Weights.SampleSize(Count);

    /// <summary>The length of the scratch buffer that sorting this many paths needs.</summary>
    public static int ScratchLength(int paths) => 2 * paths;

    /// <summary>Sorts a copy of the column; the column itself stays as it is.</summary>
    /// <param name="column">One outcome per path, at least 2, all finite.</param>
    /// <param name="scratch">
    /// A buffer of at least <see cref="ScratchLength"/> floats that does not overlap the column. Its first half holds the sorted copy:
    /// the result is valid until the buffer is used again.
    /// </param>
    /// <param name="weights">The paths' probabilities, in the column's order; equal unless given.</param>
    /// <exception cref="ArgumentException">Too few paths, weights for another number of paths, too small a buffer, or an outcome that is not finite (named by its index).</exception>
    public static SortedColumn Of(ReadOnlySpan<float> column, Span<float> scratch, PathWeights weights = default)
    {
        ColumnCheck.RequirePaths(column.Length, nameof(column));
        weights.RequirePaths(column.Length, nameof(weights));
        RequireScratch(column.Length, scratch);
        if (column.Overlaps(scratch))
        {
            throw new ArgumentException("Expected a scratch buffer apart from the column, found one that overlaps it.", nameof(scratch));
        }

        var ascending = scratch[..column.Length];
        RadixSort.Sort(column, ascending, scratch.Slice(column.Length, column.Length));
        if (!float.IsFinite(ascending[0]) || !float.IsFinite(ascending[^1])) // what is not finite was sorted to the ends
        {
            ColumnCheck.RequireFinite(column, nameof(column));
        }

        var weighted = weights.AreEqual ? null : WeightedOrder.Of(column, weights);
        return new SortedColumn(ascending, weighted, weighted?.Weights ?? weights);
    }

    /// <summary>Refuses a buffer that is too small for so many paths.</summary>
    internal static void RequireScratch(int paths, ReadOnlySpan<float> scratch)
    {
        if (scratch.Length < ScratchLength(paths))
        {
            throw new ArgumentException($"Expected a scratch buffer of at least {ScratchLength(paths)} floats, found {scratch.Length}.", nameof(scratch));
        }
    }

    /// <summary>The rank of the quantile at p: the smallest k, from 1, with k/n >= p, or with as much weight (Hyndman and Fan 1996, type 1).</summary>
    internal int RankAt(double probability) => order?.RankAt(probability) ?? RankAt(Count, probability);

    /// <summary>The same of equally probable paths.</summary>
    internal static int RankAt(int count, double probability)
    {
        // 1 - 0.95 is a little more than 0.05: without the allowance, 100,000 paths would give rank 5,001.
        var rank = (int)Math.Ceiling(count * probability * (1 - 1e-12));
        return Math.Clamp(rank, 1, count);
    }

    /// <summary>The same from above: how many of the highest outcomes make up at least the probability.</summary>
    internal int UpperRankAt(double probability) => order?.UpperRankAt(probability) ?? RankAt(probability);

    /// <summary>The share of the lowest outcomes, by number or weight, and the size of the sample that tells its error.</summary>
    internal (double Share, double SampleSize) ShareOf(int lowest) => order?.ShareOf(lowest) ?? (lowest / (double)Count, Count);

    /// <summary>How many outcomes lie strictly below the level.</summary>
    internal int CountBelow(float level)
    {
        var (from, to) = (0, Count);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (Ascending[middle] < level)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
