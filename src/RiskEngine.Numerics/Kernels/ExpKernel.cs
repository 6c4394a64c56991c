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

    /// <summary>Writes e^x. Both spans have the same length; they may be the same memory.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Transform(ReadOnlySpan<double> x, Span<double> exponentials) => Transform(VectorSupport.Best, x, exponentials);

    internal static void Transform(VectorWidth width, ReadOnlySpan<double> x, Span<double> exponentials)
    {
        if (x.Length != exponentials.Length)
        {
            throw new ArgumentException(
                $"Expected as many exponentials as numbers ({x.Length}); found {exponentials.Length}.",
                nameof(exponentials)
            );
        }

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
        {
            done = Run<Doubles256x2>(ref from, ref to, 0, length);
        }
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
        {
            done = Run<Doubles128>(ref from, ref to, 0, length);
        }

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
        var k = T.Subtract(magic, T.Create(Magic));
        var r = T.FusedMultiplyAdd(k, T.Create(-Ln2By16Low), T.FusedMultiplyAdd(k, T.Create(-Ln2By16High), x));
        var p = T.FusedMultiplyAdd(T.Create(C6), r, T.Create(C5));
        p = T.FusedMultiplyAdd(p, r, T.Create(C4));
        p = T.FusedMultiplyAdd(p, r, T.Create(C3));
        p = T.FusedMultiplyAdd(p, r, T.Create(C2));
        p = T.FusedMultiplyAdd(p, r, T.Create(1));
        var power = T.PowerOfTwo(magic);
        return T.FusedMultiplyAdd(T.Multiply(power, r), p, power);
    }
}
