using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Turns random words into standard normals in single precision by the inverse of the normal distribution function.</summary>
/// <remarks>
/// <para>
/// The top bit of a word is the sign (set: negative), the other 31 bits m give the tail probability p = (m + 1/2) 2^-32 in (0, 1/2), so
/// that the tails are as finely resolved as their probability asks: |z| goes up to 6.34, and words that differ in the top bit alone give
/// opposite normals. Each half of an octave of p has a polynomial of degree 5 of its own (<see cref="InverseNormalTable"/>): no logarithm
/// and no root is taken, and a processor that picks from a table within its registers does so sixteen times at once. The idea is that of
/// table-driven functions (Tang, 1991), for this function in octaves as in Cheung, Lee, Luk and Villasenor (2007), "Hardware generation of
/// arbitrary random number distributions from uniform distributions via the inversion method". Absolute error: below 4e-7 for |z| under
/// 3.5, below 1e-6 everywhere.
/// </para>
/// <para>Every width, and the scalar twin, uses the same fused multiply-adds in the same order: the bits are equal.</para>
/// </remarks>
public static class InverseNormalKernel
{
    private const uint SignBit = 0x80000000;

    // The bits of a single: below the slot's five bits stands the fraction within a half of an octave, of which 1 + fraction is between 1
    // and 3/2.
    private const int SlotAt = 22;
    private const uint FractionMask = 0x003FFFFF;
    private const uint One = 0x3F800000;
    private const float CentreOfHalf = 1.25f;

    // One normal in thirty thousand is below it: most vectors have none.
    private const float UpperFrom = 65536;

    // One normal in 256 is below it or is zero: most vectors of eight have none.
    private const float NearFrom = 8388608;
    private const int NearBits = 26;
    private const int NearSlot = 12;

    // The word 0, the only one whose x, 1/2, has its octave below the tables: the inverse at 2^-33.
    private const float LowerFrom = 1;
    private const float Extreme = 6.3379577f;

    /// <summary>One standard normal for each word. Both spans have the same length; they may be the same memory.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Transform(ReadOnlySpan<uint> words, Span<float> normals) => Transform(VectorSupport.Best, words, normals);

    internal static void Transform(VectorWidth width, ReadOnlySpan<uint> words, Span<float> normals)
    {
        if (words.Length != normals.Length)
            throw new ArgumentException($"Expected as many normals as words ({words.Length}); found {normals.Length}.", nameof(normals));

        ref var from = ref Unsafe.As<uint, float>(ref MemoryMarshal.GetReference(words));
        ref var to = ref MemoryMarshal.GetReference(normals);
        var length = (nuint)words.Length;
        nuint done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            done = Run<Singles512x4>(ref from, ref to, 0, length);
            if (done < length)
                done = Run<Singles512>(ref from, ref to, done, length);
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
        {
            done = RunNarrow<Singles256>(ref from, ref to, 0, length);
        }
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
        {
            done = RunNarrow<Singles128>(ref from, ref to, 0, length);
        }

        if (done < length)
            Run<Singles1>(ref from, ref to, done, length);
    }

    /// <summary>The standard normal of one word; the scalar twin of <see cref="Transform(ReadOnlySpan{uint}, Span{float})"/>.</summary>
    public static float Scalar(uint word)
    {
        var normal = 0f;
        Run<Singles1>(ref Unsafe.As<uint, float>(ref word), ref normal, 0, 1);
        return normal;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nuint Run<T>(ref float words, ref float normals, nuint i, nuint length)
        where T : struct, ISingleLanes<T>
    {
        for (; i + (nuint)T.Count <= length; i += (nuint)T.Count)
        {
            var word = T.Load(ref words, i);
            T.Store(T.XorBits(Inverse(X(word)), T.AndBits(word, SignBit)), ref normals, i);
        }

        return i;
    }

    /// <summary>The same where registers are narrow: nearly all vectors need no more than the sixteen slots from 2^23 to 2^31.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nuint RunNarrow<T>(ref float words, ref float normals, nuint i, nuint length)
        where T : struct, ISingleLanes<T>, INarrowTables<T>
    {
        ref var table = ref Unsafe.Add(ref MemoryMarshal.GetReference(InverseNormalTable.Upper), NearSlot);
        for (; i + (nuint)T.Count <= length; i += (nuint)T.Count)
        {
            var word = T.Load(ref words, i);
            var x = X(word);
            var above = T.SubtractBits(x, T.Create(NearFrom));
            var z = T.AllBitsBelow(above, NearBits) ? Near(x, T.ShiftBitsRight(above, SlotAt), ref table) : Far(x);
            T.Store(T.XorBits(z, T.AndBits(word, SignBit)), ref normals, i);
        }

        return i;
    }

    /// <summary>The tail's probability in units of 2^-32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T X<T>(T word)
        where T : struct, ISingleLanes<T> => T.Add(T.FromBits(T.AndBits(word, ~SignBit)), T.Create(0.5f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Inverse<T>(T x)
        where T : struct, ISingleLanes<T>
    {
        var z = Polynomial(x, InverseNormalTable.Upper);
        return T.AllAtLeast(x, UpperFrom) ? z : T.WhereAtLeast(x, UpperFrom, z, Tail(x));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Far<T>(T x)
        where T : struct, ISingleLanes<T> => Inverse(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Tail<T>(T x)
        where T : struct, ISingleLanes<T> => T.WhereAtLeast(x, LowerFrom, Polynomial(x, InverseNormalTable.Lower), T.Create(Extreme));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Polynomial<T>(T x, ReadOnlySpan<float> table)
        where T : struct, ISingleLanes<T>
    {
        ref var coefficients = ref MemoryMarshal.GetReference(table);
        var slot = T.ShiftBitsRight(x, SlotAt);
        var t = FromCentre(x);
        var z = T.Lookup(ref Of(ref coefficients, 5), slot);
        z = T.FusedMultiplyAdd(z, t, T.Lookup(ref Of(ref coefficients, 4), slot));
        z = T.FusedMultiplyAdd(z, t, T.Lookup(ref Of(ref coefficients, 3), slot));
        z = T.FusedMultiplyAdd(z, t, T.Lookup(ref Of(ref coefficients, 2), slot));
        z = T.FusedMultiplyAdd(z, t, T.Lookup(ref Of(ref coefficients, 1), slot));
        return T.FusedMultiplyAdd(z, t, T.Lookup(ref coefficients, slot));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Near<T>(T x, T slot, ref float table)
        where T : struct, ISingleLanes<T>, INarrowTables<T>
    {
        var t = FromCentre(x);
        var z = T.LookupSixteen(ref Of(ref table, 5), slot);
        z = T.FusedMultiplyAdd(z, t, T.LookupSixteen(ref Of(ref table, 4), slot));
        z = T.FusedMultiplyAdd(z, t, T.LookupSixteen(ref Of(ref table, 3), slot));
        z = T.FusedMultiplyAdd(z, t, T.LookupSixteen(ref Of(ref table, 2), slot));
        z = T.FusedMultiplyAdd(z, t, T.LookupSixteen(ref Of(ref table, 1), slot));
        return T.FusedMultiplyAdd(z, t, T.LookupSixteen(ref table, slot));
    }

    /// <summary>t, how far x is from the centre of its half of an octave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FromCentre<T>(T x)
        where T : struct, ISingleLanes<T> => T.Subtract(T.OrBits(T.AndBits(x, FractionMask), One), T.Create(CentreOfHalf));

    /// <summary>The coefficients of a power of t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float Of(ref float coefficients, int power) => ref Unsafe.Add(ref coefficients, power * InverseNormalTable.Slots);
}
