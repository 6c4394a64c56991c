using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>The natural logarithm of a row of doubles.</summary>
/// <remarks>
/// x = 2^k m with m from sqrt(1/2) to sqrt(2); ln m = 2 artanh(s) = 2 s + 2 s^3/3 + 2 s^5/5 + ... with s = (m - 1) / (m + 1), whose square
/// is below 0.0295, by its series (Abramowitz and Stegun 1964, 4.1.27) to the power 23; ln x = k ln 2 + ln m. Relative error below 5e-16;
/// ln 1 is 0. Zero, negative and infinite numbers, those too small to be normal and what is not a number go to the system's function. Every
/// width, and the scalar twin, gives the same bits.
/// </remarks>
public static class LogKernel
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double SqrtHalf = 0.70710678118654752;

    // ln 2 in two parts: the first times any k is exact.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Writes ln x. Both spans have the same length; they may be the same memory.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Transform(ReadOnlySpan<double> x, Span<double> logarithms) => Transform(VectorSupport.Best, x, logarithms);

    internal static void Transform(VectorWidth width, ReadOnlySpan<double> x, Span<double> logarithms)
    {
        if (x.Length != logarithms.Length)
        {
            throw new ArgumentException(
                $"Expected as many logarithms as numbers ({x.Length}); found {logarithms.Length}.",
                nameof(logarithms)
            );
        }

        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(logarithms);
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

    /// <summary>ln x of one number; the scalar twin of <see cref="Transform(ReadOnlySpan{double}, Span{double})"/>.</summary>
    public static double Scalar(double x)
    {
        if (!(x >= SmallestNormal && x <= double.MaxValue))
            return Math.Log(x);
        Unsafe.SkipInit(out double y);
        Doubles1.Store(Log(Doubles1.Create(x)), ref y, 0);
        return y;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nuint Run<T>(ref double from, ref double to, nuint i, nuint length)
        where T : struct, IDoubleLanes<T>
    {
        for (; i + (nuint)T.Count <= length; i += (nuint)T.Count)
        {
            var x = T.Load(ref from, i);
            if (T.AllBetween(x, SmallestNormal, double.MaxValue))
                T.Store(Log(x), ref to, i);
            else
                OneByOne(x, ref to, i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OneByOne<T>(T x, ref double to, nuint at)
        where T : struct, IDoubleLanes<T>
    {
        T.Store(x, ref to, at);
        for (nuint lane = 0; lane < (nuint)T.Count; lane++)
            Unsafe.Add(ref to, at + lane) = Scalar(Unsafe.Add(ref to, at + lane));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Log<T>(T x)
        where T : struct, IDoubleLanes<T>
    {
        var m = T.Split(x, SqrtHalf, out var k);
        var s = T.Divide(T.Subtract(m, T.Create(1)), T.Add(m, T.Create(1)));
        var q = T.Multiply(s, s);
        var p = T.FusedMultiplyAdd(T.Create(2.0 / 23), q, T.Create(2.0 / 21));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 19));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 17));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 15));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 13));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 11));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 9));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 7));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 5));
        p = T.FusedMultiplyAdd(p, q, T.Create(2.0 / 3));

        // The small parts first: 2 s is rounded once more only where k ln 2 is large beside it.
        var rest = T.FusedMultiplyAdd(T.Multiply(p, q), s, T.Multiply(k, T.Create(Ln2Low)));
        return T.FusedMultiplyAdd(k, T.Create(Ln2High), T.FusedMultiplyAdd(s, T.Create(2), rest));
    }
}
