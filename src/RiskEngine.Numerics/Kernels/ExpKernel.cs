using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>The exponential of a row of doubles.</summary>
/// <remarks>
/// x = k ln 2 / 16 + r with |r| at most ln 2 / 32 (Cody and Waite 1980); 2^(k/16) comes from a table of sixteen and the exponent (Tang
/// 1989, "Table-driven implementation of the exponential function"), e^r from a polynomial of degree 6 of our own (relative error 3e-17).
/// Relative error below 4e-16; e^0 is 1. Where |x| is above 708 the system's function is called: infinities, numbers too small to be normal
/// and what is not a number come out as they should. Every width, and the scalar twin, gives the same bits.
/// </remarks>
public static class ExpKernel
{
    // Beyond it 2^(k/16) leaves the range of normal numbers.
    private const double Limit = 708;

    // 1.5 x 2^52: adding it rounds to an integer, which then stands in the low bits.
    private const double Magic = 6755399441055744;
    private const double SixteenByLn2 = 23.083120654223415;
    private const double Ln2By16High = 0.693147180369123816490 / 16;
    private const double Ln2By16Low = 1.90821492927058770002e-10 / 16;

    private const double C6 = 0.0013889034348599464,
        C5 = 0.008333449701253456,
        C4 = 0.04166666666496045,
        C3 = 0.1666666666530169,
        C2 = 0.5;

    // What the rows of a simulation hold is well within: |x| up to 354. Checked on k, whose bits are there anyway.
    private const int NearBits = 14;

    // The bits of 2^(j/16), less j in the place that k's lowest four bits come to when k is shifted to the exponent.
    private static ReadOnlySpan<long> Powers =>
        [
            0x3ff0000000000000,
            0x3fefb5586cf9890f,
            0x3fef72b83c7d517b,
            0x3fef387a6e756238,
            0x3fef06fe0a31b715,
            0x3feedea64c123422,
            0x3feebfdad5362a27,
            0x3feeab07dd485429,
            0x3feea09e667f3bcd,
            0x3feea11473eb0187,
            0x3feeace5422aa0db,
            0x3feec49182a3f090,
            0x3feee89f995ad3ad,
            0x3fef199bdd85529c,
            0x3fef5818dcfba487,
            0x3fefa4afa2a490da,
        ];

    /// <summary>Writes e^x. Both spans have the same length; they may be the same memory.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Transform(ReadOnlySpan<double> x, Span<double> exponentials) => Transform(VectorSupport.Best, x, exponentials);

    internal static void Transform(VectorWidth width, ReadOnlySpan<double> x, Span<double> exponentials)
    {
        if (x.Length != exponentials.Length)
            throw new ArgumentException(
                $"Expected as many exponentials as numbers ({x.Length}); found {exponentials.Length}.",
                nameof(exponentials)
            );
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(exponentials);
        var length = (nuint)x.Length;
        nuint done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            done = Run<Doubles512x4>(ref from, ref to, 0, length);
            if (done < length)
                done = Run<Doubles512>(ref from, ref to, done, length);
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256>(ref from, ref to, 0, length);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Doubles128>(ref from, ref to, 0, length);
        if (done < length)
            Run<Doubles1>(ref from, ref to, done, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nuint Run<T>(ref double from, ref double to, nuint i, nuint length)
        where T : struct, IDoubleLanes<T>
    {
        for (; i + (nuint)T.Count <= length; i += (nuint)T.Count)
            Store(T.Load(ref from, i), ref to, i);
        return i;
    }

    /// <summary>Writes e^x of some lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<T>(T x, ref double to, nuint at)
        where T : struct, IDoubleLanes<T>
    {
        var magic = Round(x);
        if (T.AllBitsWithin(magic, BitConverter.DoubleToInt64Bits(Magic) - (1 << (NearBits - 1)), NearBits))
            T.Store(Exp(x, magic), ref to, at);
        else
            StoreOneByOne(x, ref to, at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreOneByOne<T>(T x, ref double to, nuint at)
        where T : struct, IDoubleLanes<T>
    {
        T.Store(x, ref to, at);
        for (nuint lane = 0; lane < (nuint)T.Count; lane++)
            Unsafe.Add(ref to, at + lane) = One(Unsafe.Add(ref to, at + lane));
    }

    private static double One(double x)
    {
        if (!(Math.Abs(x) <= Limit))
            return Math.Exp(x);
        Unsafe.SkipInit(out double y);
        var lane = Doubles1.Create(x);
        Doubles1.Store(Exp(lane, Round(lane)), ref y, 0);
        return y;
    }

    /// <summary>The number whose low bits hold k, the integer next to 16 x / ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Round<T>(T x)
        where T : struct, IDoubleLanes<T> => T.FusedMultiplyAdd(x, T.Create(SixteenByLn2), T.Create(Magic));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exp<T>(T x, T magic)
        where T : struct, IDoubleLanes<T>
    {
        ref var powers = ref Unsafe.As<long, double>(ref MemoryMarshal.GetReference(Powers));
        var k = T.Subtract(magic, T.Create(Magic));
        var r = T.FusedMultiplyAdd(k, T.Create(-Ln2By16Low), T.FusedMultiplyAdd(k, T.Create(-Ln2By16High), x));
        var p = T.FusedMultiplyAdd(T.Create(C6), r, T.Create(C5));
        p = T.FusedMultiplyAdd(p, r, T.Create(C4));
        p = T.FusedMultiplyAdd(p, r, T.Create(C3));
        p = T.FusedMultiplyAdd(p, r, T.Create(C2));
        p = T.FusedMultiplyAdd(p, r, T.Create(1));
        var power = T.AddShiftedBits(T.Lookup(ref powers, magic), magic, DoubleBits.ExponentAt - 4);
        return T.FusedMultiplyAdd(T.Multiply(power, r), p, power);
    }
}
