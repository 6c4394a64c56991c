using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    private const int TwoThirds = 0x3F2AAAAB;
    private const int ExponentMask = unchecked((int)0xFF800000);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Transform(VectorWidth width, ReadOnlySpan<uint> words, Span<float> normals)
    {
        if (words.Length != normals.Length)
            throw new ArgumentException($"Expected as many normals as words ({words.Length}); found {normals.Length}.", nameof(normals));

        ref var word = ref MemoryMarshal.GetReference(words);
        ref var normal = ref MemoryMarshal.GetReference(normals);
        var length = (nuint)words.Length;
        nuint i = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            for (; i + 16 <= length; i += 16) Transform(Vector512.LoadUnsafe(ref word, i)).StoreUnsafe(ref normal, i);
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
        {
            for (; i + 8 <= length; i += 8) Transform(Vector256.LoadUnsafe(ref word, i)).StoreUnsafe(ref normal, i);
        }

        for (; i < length; i++) Unsafe.Add(ref normal, i) = Scalar(Unsafe.Add(ref word, i));
    }

    /// <summary>The standard normal of one word; the scalar twin of <see cref="Transform(ReadOnlySpan{uint}, Span{float})"/>.</summary>
    public static float Scalar(uint word)
    {
        var q = ((int)(word & 0x7FFFFFFF) + 0.5f) * Scale; // 2p
        var x = 1f - q;
        var bits = BitConverter.SingleToInt32Bits(q * (2f - q));
        var d = bits - TwoThirds;
        var f = 1f - BitConverter.Int32BitsToSingle(bits - (d & ExponentMask));

        var l = MathF.FusedMultiplyAdd(L7, f, L6);
        l = MathF.FusedMultiplyAdd(l, f, L5);
        l = MathF.FusedMultiplyAdd(l, f, L4);
        l = MathF.FusedMultiplyAdd(l, f, L3);
        l = MathF.FusedMultiplyAdd(l, f, L2);
        l = MathF.FusedMultiplyAdd(l, f, L1);
        l = MathF.FusedMultiplyAdd(l, f, L0);
        l = MathF.FusedMultiplyAdd(l, f, 0.5f);
        var w = MathF.FusedMultiplyAdd(d >> 23, MinusLn2, MathF.FusedMultiplyAdd(l, f * f, f));

        float z;
        if (w < TailFrom)
        {
            var c = w - CentreOf;
            z = MathF.FusedMultiplyAdd(C10, c, C9);
            z = MathF.FusedMultiplyAdd(z, c, C8);
            z = MathF.FusedMultiplyAdd(z, c, C7);
            z = MathF.FusedMultiplyAdd(z, c, C6);
            z = MathF.FusedMultiplyAdd(z, c, C5);
            z = MathF.FusedMultiplyAdd(z, c, C4);
            z = MathF.FusedMultiplyAdd(z, c, C3);
            z = MathF.FusedMultiplyAdd(z, c, C2);
            z = MathF.FusedMultiplyAdd(z, c, C1);
            z = MathF.FusedMultiplyAdd(z, c, C0);
        }
        else
        {
            var s = MathF.Sqrt(w) - TailOf;
            z = MathF.FusedMultiplyAdd(T8, s, T7);
            z = MathF.FusedMultiplyAdd(z, s, T6);
            z = MathF.FusedMultiplyAdd(z, s, T5);
            z = MathF.FusedMultiplyAdd(z, s, T4);
            z = MathF.FusedMultiplyAdd(z, s, T3);
            z = MathF.FusedMultiplyAdd(z, s, T2);
            z = MathF.FusedMultiplyAdd(z, s, T1);
            z = MathF.FusedMultiplyAdd(z, s, T0);
        }

        return BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(z * x) ^ (word & 0x80000000));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Transform(Vector512<uint> word)
    {
        var m = Vector512.ConvertToSingle((word & Vector512.Create(0x7FFFFFFFu)).AsInt32());
        var q = (m + Vector512.Create(0.5f)) * Vector512.Create(Scale);
        var x = Vector512.Create(1f) - q;
        var bits = (q * (Vector512.Create(2f) - q)).AsInt32();
        var d = bits - Vector512.Create(TwoThirds);
        var f = Vector512.Create(1f) - (bits - (d & Vector512.Create(ExponentMask))).AsSingle();

        var l = Vector512.FusedMultiplyAdd(Vector512.Create(L7), f, Vector512.Create(L6));
        l = Vector512.FusedMultiplyAdd(l, f, Vector512.Create(L5));
        l = Vector512.FusedMultiplyAdd(l, f, Vector512.Create(L4));
        l = Vector512.FusedMultiplyAdd(l, f, Vector512.Create(L3));
        l = Vector512.FusedMultiplyAdd(l, f, Vector512.Create(L2));
        l = Vector512.FusedMultiplyAdd(l, f, Vector512.Create(L1));
        l = Vector512.FusedMultiplyAdd(l, f, Vector512.Create(L0));
        l = Vector512.FusedMultiplyAdd(l, f, Vector512.Create(0.5f));
        l = Vector512.FusedMultiplyAdd(l, f * f, f);
        var w = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(d >> 23), Vector512.Create(MinusLn2), l);

        var c = w - Vector512.Create(CentreOf);
        var z = Vector512.FusedMultiplyAdd(Vector512.Create(C10), c, Vector512.Create(C9));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C8));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C7));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C6));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C5));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C4));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C3));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C2));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C1));
        z = Vector512.FusedMultiplyAdd(z, c, Vector512.Create(C0));

        // One normal in a thousand is in the tail: most vectors have none.
        if (Vector512.GreaterThanOrEqualAny(w, Vector512.Create(TailFrom))) z = Tail(w, z);
        return ((z * x).AsUInt32() ^ (word & Vector512.Create(0x80000000u))).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Tail(Vector512<float> w, Vector512<float> centre)
    {
        var s = Vector512.Sqrt(w) - Vector512.Create(TailOf);
        var z = Vector512.FusedMultiplyAdd(Vector512.Create(T8), s, Vector512.Create(T7));
        z = Vector512.FusedMultiplyAdd(z, s, Vector512.Create(T6));
        z = Vector512.FusedMultiplyAdd(z, s, Vector512.Create(T5));
        z = Vector512.FusedMultiplyAdd(z, s, Vector512.Create(T4));
        z = Vector512.FusedMultiplyAdd(z, s, Vector512.Create(T3));
        z = Vector512.FusedMultiplyAdd(z, s, Vector512.Create(T2));
        z = Vector512.FusedMultiplyAdd(z, s, Vector512.Create(T1));
        z = Vector512.FusedMultiplyAdd(z, s, Vector512.Create(T0));
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(w, Vector512.Create(TailFrom)), z, centre);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Transform(Vector256<uint> word)
    {
        var m = Vector256.ConvertToSingle((word & Vector256.Create(0x7FFFFFFFu)).AsInt32());
        var q = (m + Vector256.Create(0.5f)) * Vector256.Create(Scale);
        var x = Vector256.Create(1f) - q;
        var bits = (q * (Vector256.Create(2f) - q)).AsInt32();
        var d = bits - Vector256.Create(TwoThirds);
        var f = Vector256.Create(1f) - (bits - (d & Vector256.Create(ExponentMask))).AsSingle();

        var l = Vector256.FusedMultiplyAdd(Vector256.Create(L7), f, Vector256.Create(L6));
        l = Vector256.FusedMultiplyAdd(l, f, Vector256.Create(L5));
        l = Vector256.FusedMultiplyAdd(l, f, Vector256.Create(L4));
        l = Vector256.FusedMultiplyAdd(l, f, Vector256.Create(L3));
        l = Vector256.FusedMultiplyAdd(l, f, Vector256.Create(L2));
        l = Vector256.FusedMultiplyAdd(l, f, Vector256.Create(L1));
        l = Vector256.FusedMultiplyAdd(l, f, Vector256.Create(L0));
        l = Vector256.FusedMultiplyAdd(l, f, Vector256.Create(0.5f));
        l = Vector256.FusedMultiplyAdd(l, f * f, f);
        var w = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(d >> 23), Vector256.Create(MinusLn2), l);

        var c = w - Vector256.Create(CentreOf);
        var z = Vector256.FusedMultiplyAdd(Vector256.Create(C10), c, Vector256.Create(C9));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C8));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C7));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C6));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C5));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C4));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C3));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C2));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C1));
        z = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(C0));

        // One normal in a thousand is in the tail: most vectors have none.
        if (Vector256.GreaterThanOrEqualAny(w, Vector256.Create(TailFrom))) z = Tail(w, z);
        return ((z * x).AsUInt32() ^ (word & Vector256.Create(0x80000000u))).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Tail(Vector256<float> w, Vector256<float> centre)
    {
        var s = Vector256.Sqrt(w) - Vector256.Create(TailOf);
        var z = Vector256.FusedMultiplyAdd(Vector256.Create(T8), s, Vector256.Create(T7));
        z = Vector256.FusedMultiplyAdd(z, s, Vector256.Create(T6));
        z = Vector256.FusedMultiplyAdd(z, s, Vector256.Create(T5));
        z = Vector256.FusedMultiplyAdd(z, s, Vector256.Create(T4));
        z = Vector256.FusedMultiplyAdd(z, s, Vector256.Create(T3));
        z = Vector256.FusedMultiplyAdd(z, s, Vector256.Create(T2));
        z = Vector256.FusedMultiplyAdd(z, s, Vector256.Create(T1));
        z = Vector256.FusedMultiplyAdd(z, s, Vector256.Create(T0));
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(w, Vector256.Create(TailFrom)), z, centre);
    }
}
