using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Turns random words into standard normals in single precision by the inverse of the normal distribution function.</summary>
/// <remarks>
/// <para>
/// The top bit of a word is the sign (set: negative), the other 31 bits m give the tail probability p = (m + 1/2) 2^-32 in (0, 1/2), so that
/// the tails are as finely resolved as their probability asks: |z| goes up to 6.34, and words that differ in the top bit alone give
/// opposite normals. With x = 1 - 2p and w = -ln(4p(1-p)) = -ln(1-x^2), z = ± x f(w) after Giles (2010), "Approximating the erfinv
/// function"; f is our own minimax fit, a polynomial in w below 6.25 and in sqrt(w) from there to w = 21.5, because the published single
/// precision one ends at w = 16. Absolute error: below 5e-7 for |z| under 3.5, below 1e-6 everywhere.
/// </para>
/// <para>Every width, and the scalar twin, uses the same fused multiply-adds in the same order: the bits are equal.</para>
/// </remarks>
public static class InverseNormalKernel
{
    // ln: t = 2^e m with m in [2/3, 4/3); -ln(m) = f + f^2/2 + f^3 (...), f = 1 - m; minimax, relative error 5e-9.
    private const float TwoThirds = 2f / 3; // its bits are 0x3F2AAAAB
    private const uint ExponentMask = 0xFF800000;
    private const uint SignBit = 0x80000000;
    private const float MinusLn2 = -0.693147180559945f;
    private const float L7 = 0.12891684f, L6 = 0.13984437f, L5 = 0.121842615f, L4 = 0.14005868f;
    private const float L3 = 0.16680488f, L2 = 0.20010406f, L1 = 0.24999797f, L0 = 0.33333215f;

    // f(w) = z / x in powers of w - CentreOf, for w below TailFrom; minimax in z, error 6e-9.
    private const float TailFrom = 6.25f;
    private const float CentreOf = 2.21875f;
    private const float C10 = 9.588299e-10f, C9 = -1.521413e-08f, C8 = 5.3098063e-08f, C7 = 5.813643e-07f;
    private const float C6 = -6.051649e-06f, C5 = 2.171081e-06f, C4 = 0.0003122638f, C3 = -0.0021220997f;
    private const float C2 = -0.0042652013f, C1 = 0.351677f, C0 = 2.024787f;

    // f(w) in powers of sqrt(w) - TailOf, up to w = 21.5; minimax in z, error 1.5e-7. The expansion points of both are chosen
    // such that the rounding of the lowest coefficients to single precision costs least.
    private const float TailOf = 3.21875f;
    private const float T8 = 5.195082e-05f, T7 = -0.00040612803f, T6 = 0.0013492974f, T5 = -0.0026635884f;
    private const float T4 = 0.0039627957f, T3 = -0.0057735005f, T2 = 0.008108216f, T1 = 1.4211606f, T0 = 4.316854f;

    private const float Scale = 1f / 2147483648f; // 2^-31

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
            if (done < length) done = Run<Singles512>(ref from, ref to, done, length);
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
        {
            done = Run<Singles256>(ref from, ref to, 0, length);
        }
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
        {
            done = Run<Singles128>(ref from, ref to, 0, length);
        }

        if (done < length) Run<Singles1>(ref from, ref to, done, length);
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
            var q = T.Multiply(T.Add(T.FromBits(T.AndBits(word, ~SignBit)), T.Create(0.5f)), T.Create(Scale)); // 2p
            var w = MinusLog(T.Multiply(q, T.Subtract(T.Create(2), q)));
            var z = Centre(w);

            // One normal in a thousand is in the tail: most vectors have none.
            if (T.AnyAtLeast(w, TailFrom)) z = T.WhereAtLeast(w, TailFrom, Tail(w), z);
            T.Store(T.XorBits(T.Multiply(z, T.Subtract(T.Create(1), q)), T.AndBits(word, SignBit)), ref normals, i);
        }

        return i;
    }

    /// <summary>-ln t of t in (0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T MinusLog<T>(T t)
        where T : struct, ISingleLanes<T>
    {
        var d = T.SubtractBits(t, T.Create(TwoThirds));
        var f = T.Subtract(T.Create(1), T.SubtractBits(t, T.AndBits(d, ExponentMask)));
        var l = T.FusedMultiplyAdd(T.Create(L7), f, T.Create(L6));
        l = T.FusedMultiplyAdd(l, f, T.Create(L5));
        l = T.FusedMultiplyAdd(l, f, T.Create(L4));
        l = T.FusedMultiplyAdd(l, f, T.Create(L3));
        l = T.FusedMultiplyAdd(l, f, T.Create(L2));
        l = T.FusedMultiplyAdd(l, f, T.Create(L1));
        l = T.FusedMultiplyAdd(l, f, T.Create(L0));
        l = T.FusedMultiplyAdd(l, f, T.Create(0.5f));
        l = T.FusedMultiplyAdd(l, T.Multiply(f, f), f);
        return T.FusedMultiplyAdd(T.FromBits(T.ShiftBitsRight(d, 23)), T.Create(MinusLn2), l);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Centre<T>(T w)
        where T : struct, ISingleLanes<T>
    {
        var c = T.Subtract(w, T.Create(CentreOf));
        var z = T.FusedMultiplyAdd(T.Create(C10), c, T.Create(C9));
        z = T.FusedMultiplyAdd(z, c, T.Create(C8));
        z = T.FusedMultiplyAdd(z, c, T.Create(C7));
        z = T.FusedMultiplyAdd(z, c, T.Create(C6));
        z = T.FusedMultiplyAdd(z, c, T.Create(C5));
        z = T.FusedMultiplyAdd(z, c, T.Create(C4));
        z = T.FusedMultiplyAdd(z, c, T.Create(C3));
        z = T.FusedMultiplyAdd(z, c, T.Create(C2));
        z = T.FusedMultiplyAdd(z, c, T.Create(C1));
        return T.FusedMultiplyAdd(z, c, T.Create(C0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Tail<T>(T w)
        where T : struct, ISingleLanes<T>
    {
        var s = T.Subtract(T.Sqrt(w), T.Create(TailOf));
        var z = T.FusedMultiplyAdd(T.Create(T8), s, T.Create(T7));
        z = T.FusedMultiplyAdd(z, s, T.Create(T6));
        z = T.FusedMultiplyAdd(z, s, T.Create(T5));
        z = T.FusedMultiplyAdd(z, s, T.Create(T4));
        z = T.FusedMultiplyAdd(z, s, T.Create(T3));
        z = T.FusedMultiplyAdd(z, s, T.Create(T2));
        z = T.FusedMultiplyAdd(z, s, T.Create(T1));
        return T.FusedMultiplyAdd(z, s, T.Create(T0));
    }
}
