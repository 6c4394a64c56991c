using System.Runtime.InteropServices;

namespace RiskEngine.Analysis.Columns;

/// <summary>A column of outcomes in ascending order: what quantiles, tails and counts below a level read.</summary>
/// <remarks>
/// This and <see cref="ColumnMoments"/> are the two doors through which measures of one column see outcomes. Under given path weights the
/// sort carries each path's weight along, and ranks are counted in cumulated weight. Outcomes are parted by the upper digit of
/// <see cref="FloatKey"/>, and those of a digit are sorted once one of them is read: a tail and some quantiles take half the time of the
/// whole order.
/// </remarks>
public readonly ref struct SortedColumn
{
    private readonly WeightedOrder? order;
    private readonly Span<float> outcomes;
    private readonly Span<float> work;
    private readonly Span<int> ends; // of each digit; its complement once the digit's outcomes are sorted

    private SortedColumn(Span<float> outcomes, Span<float> work, Span<int> ends, WeightedOrder? order, PathWeights weights)
    {
        this.outcomes = outcomes;
        this.work = work;
        this.ends = ends;
        this.order = order;
        Weights = weights;
    }

    /// <summary>The outcomes, ascending; all finite.</summary>
    public ReadOnlySpan<float> Ascending => Lowest(Count);

    /// <summary>The number of paths.</summary>
    public int Count => outcomes.Length;

    /// <summary>The paths' probabilities, in the order of <see cref="Ascending"/>.</summary>
    internal PathWeights Weights { get; }

    /// <summary>The number of paths, or of equally probable ones that would have the same errors.</summary>
    internal double SampleSize => Weights.SampleSize(Count);

    /// <summary>The length of the scratch buffer that sorting this many paths needs.</summary>
    public static int ScratchLength(int paths) => (2 * paths) + FloatKey.Buckets;

    /// <summary>Sorts a copy of the column; the column itself stays as it is.</summary>
    /// <param name="column">One outcome per path, at least 2, all finite.</param>
    /// <param name="scratch">
    /// A buffer of at least <see cref="ScratchLength"/> floats that does not overlap the column. It holds the sorted copy, room to sort,
    /// and where digits end: the result is valid until the buffer is used again.
    /// </param>
    /// <param name="weights">The paths' probabilities, in the column's order; equal unless given.</param>
    /// <exception cref="ArgumentException">Too few paths, weights for another number of paths, too small a buffer, or an outcome that is
    /// not finite (named by its index).</exception>
    public static SortedColumn Of(ReadOnlySpan<float> column, Span<float> scratch, PathWeights weights = default)
    {
        ColumnCheck.RequirePaths(column.Length, nameof(column));
        weights.RequirePaths(column.Length, nameof(weights));
        RequireScratch(column.Length, scratch);
        if (column.Overlaps(scratch))
        {
            throw new ArgumentException("Expected a scratch buffer apart from the column, found one that overlaps it.", nameof(scratch));
        }

        var copy = scratch[..column.Length];
        var digits = MemoryMarshal.Cast<float, int>(scratch.Slice(2 * column.Length, FloatKey.Buckets));
        RadixSort.Part(column, copy, digits);
        if (digits[FloatKey.BelowFinite] > 0 || digits[FloatKey.LastFinite] < column.Length) // what is not finite was parted to the ends
        {
            ColumnCheck.RequireFinite(column, nameof(column));
        }

        var weighted = weights.AreEqual ? null : WeightedOrder.Of(column, weights);
        return new SortedColumn(copy, scratch.Slice(column.Length, column.Length), digits, weighted, weighted?.Weights ?? weights);
    }

    /// <summary>The outcome of a rank.</summary>
    /// <param name="rank">The rank, from 1 for the lowest.</param>
    public float At(int rank)
    {
        var (from, to) = (0, ends.Length - 1);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (EndOf(middle) < rank)
                from = middle + 1;
            else
                to = middle;
        }

        Settle(from);
        return outcomes[rank - 1];
    }

    /// <summary>The lowest outcomes, ascending.</summary>
    internal ReadOnlySpan<float> Lowest(int count)
    {
        for (var digit = 0; digit < ends.Length && StartOf(digit) < count; digit++)
            Settle(digit);
        return outcomes[..count];
    }

    /// <summary>The highest outcomes, ascending.</summary>
    internal ReadOnlySpan<float> Highest(int count)
    {
        for (var digit = ends.Length - 1; digit >= 0 && EndOf(digit) > Count - count; digit--)
            Settle(digit);
        return outcomes[^count..];
    }

    /// <summary>Refuses a buffer that is too small for so many paths.</summary>
    internal static void RequireScratch(int paths, ReadOnlySpan<float> scratch)
    {
        if (scratch.Length < ScratchLength(paths))
        {
            throw new ArgumentException(
                $"Expected a scratch buffer of at least {ScratchLength(paths)} floats, found {scratch.Length}.",
                nameof(scratch)
            );
        }
    }

    /// <summary>
    /// The rank of the quantile at p: the smallest k, from 1, with k/n >= p, or with as much weight (Hyndman and Fan 1996, type 1).
    /// </summary>
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
        if (level == 0)
            level = -0f; // which comes before zero, and is not below it
        var digit = FloatKey.High(FloatKey.Of(BitConverter.SingleToUInt32Bits(level)));
        Settle(digit);
        var (from, to) = (StartOf(digit), EndOf(digit));
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (outcomes[middle] < level)
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

    private int EndOf(int digit) => ends[digit] < 0 ? ~ends[digit] : ends[digit];

    private int StartOf(int digit) => digit == 0 ? 0 : EndOf(digit - 1);

    private void Settle(int digit)
    {
        if (ends[digit] < 0)
            return;
        var (start, end) = (StartOf(digit), ends[digit]);
        RadixSort.SortAlike(outcomes[start..end], work[start..end]);
        ends[digit] = ~end;
    }
}
