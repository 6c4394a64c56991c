using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>The exponential of a row of doubles.</summary>
/// <remarks>
/// x = k ln 2 + r with |r| at most ln 2 / 2 (Cody and Waite 1980), e^r by a minimax polynomial of degree 10 of our own (relative error 2.1e-16),
/// e^x = 2^k e^r. Relative error below 4e-16; e^0 is 1. Where |x| is above 708 the system's function is called: infinities, numbers too small
/// to be normal and what is not a number come out as they should. Every width, and the scalar twin, gives the same bits.
/// </remarks>
public static class ExpKernel
{
    // Beyond it 2^k leaves the range of normal numbers.
    private const double Limit = 708;

    // 1.5 x 2^52: adding it rounds to an integer, which then stands in the low bits.
    private const double Magic = 6755399441055744;
    private const double OneByLn2 = 1.4426950408889634074;
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private const double C10 = 2.7488443522901847e-07, C9 = 2.7639768251354476e-06, C8 = 2.480191768787707e-05, C7 = 0.00019841171384225596;
    private const double C6 = 0.001388888849913829, C5 = 0.008333333384665794, C4 = 0.041666666668426014, C3 = 0.16666666666557742;
    private const double C2 = 0.49999999999997286, C1 = 1.0000000000000064;

    /// <summary>Writes e^x. Both spans have the same length; they may be the same memory.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Transform(ReadOnlySpan<double> x, Span<double> exponentials) => Transform(VectorSupport.Best, x, exponentials);

    internal static void Transform(VectorWidth width, ReadOnlySpan<double> x, Span<double> exponentials)
    {
        if (x.Length != exponentials.Length)
            throw new ArgumentException($"Expected as many exponentials as numbers ({x.Length}); found {exponentials.Length}.", nameof(exponentials));
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(exponentials);
        var length = (nuint)x.Length;
        nuint done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            done = Run<Doubles512x4>(ref from, ref to, 0, length);
            if (done < length) done = Run<Doubles512>(ref from, ref to, done, length);
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256) done = Run<Doubles256>(ref from, ref to, 0, length);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128) done = Run<Doubles128>(ref from, ref to, 0, length);
        if (done < length) Run<Doubles1>(ref from, ref to, done, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nuint Run<T>(ref double from, ref double to, nuint i, nuint length)
        where T : struct, IDoubleLanes<T>
    {
        for (; i + (nuint)T.Count <= length; i += (nuint)T.Count) Store(T.Load(ref from, i), ref to, i);
        return i;
    }

    /// <summary>Writes e^x of some lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<T>(T x, ref double to, nuint at)
        where T : struct, IDoubleLanes<T>
    {
        if (T.AllWithin(x, Limit)) T.Store(Exp(x), ref to, at);
        else StoreOneByOne(x, ref to, at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreOneByOne<T>(T x, ref double to, nuint at)
        where T : struct, IDoubleLanes<T>
    {
        T.Store(x, ref to, at);
        for (nuint lane = 0; lane < (nuint)T.Count; lane++) Unsafe.Add(ref to, at + lane) = One(Unsafe.Add(ref to, at + lane));
    }

    private static double One(double x)
    {
        if (!(Math.Abs(x) <= Limit)) return Math.Exp(x);
        Unsafe.SkipInit(out double y);
        Doubles1.Store(Exp(Doubles1.Create(x)), ref y, 0);
        return y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exp<T>(T x)
        where T : struct, IDoubleLanes<T>
    {
        var magic = T.FusedMultiplyAdd(x, T.Create(OneByLn2), T.Create(Magic));
        var k = T.Subtract(magic, T.Create(Magic));
        var r = T.FusedMultiplyAdd(k, T.Create(-Ln2Low), T.FusedMultiplyAdd(k, T.Create(-Ln2High), x));
        var p = T.FusedMultiplyAdd(T.Create(C10), r, T.Create(C9));
        p = T.FusedMultiplyAdd(p, r, T.Create(C8));
        p = T.FusedMultiplyAdd(p, r, T.Create(C7));
        p = T.FusedMultiplyAdd(p, r, T.Create(C6));
        p = T.FusedMultiplyAdd(p, r, T.Create(C5));
        p = T.FusedMultiplyAdd(p, r, T.Create(C4));
        p = T.FusedMultiplyAdd(p, r, T.Create(C3));
        p = T.FusedMultiplyAdd(p, r, T.Create(C2));
        p = T.FusedMultiplyAdd(p, r, T.Create(C1));
        p = T.FusedMultiplyAdd(p, r, T.Create(1));
        return T.ScaleByLowBits(p, magic);
    }
}
