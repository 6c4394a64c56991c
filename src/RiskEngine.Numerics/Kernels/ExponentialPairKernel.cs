using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Two unit exponentials of each random word: minus the logarithms of the uniforms that its halves are.</summary>
/// <remarks>
/// A half h, 0 to 65,535, is the uniform (h + 0.5) / 65,536, so exponentials reach 11.8. The logarithm is that of the power of two and a
/// polynomial of degree 6 through Chebyshev's nodes over the significand, within 2e-6. Every width, and the scalar twin, gives the same
/// bits.
/// </remarks>
public static class ExponentialPairKernel
{
    private const float Ln2 = 0.69314718f;

    /// <summary>Writes the exponentials of the upper and of the lower halves.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Transform(ReadOnlySpan<uint> words, Span<float> first, Span<float> second) =>
        Transform(VectorSupport.Best, words, first, second);

    internal static void Transform(VectorWidth width, ReadOnlySpan<uint> words, Span<float> first, Span<float> second)
    {
        if (first.Length != words.Length || second.Length != words.Length)
            throw new ArgumentException($"Expected rows of {words.Length}; found {first.Length} and {second.Length}.", nameof(words));
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Singles512>(words, first, second, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Singles256>(words, first, second, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Singles128>(words, first, second, 0);
        if (done < words.Length)
            Run<Singles1>(words, first, second, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(ReadOnlySpan<uint> words, Span<float> first, Span<float> second, int from)
        where T : struct, ISingleLanes<T>
    {
        ref var word = ref Unsafe.As<uint, float>(ref MemoryMarshal.GetReference(words));
        ref var one = ref MemoryMarshal.GetReference(first);
        ref var other = ref MemoryMarshal.GetReference(second);
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)words.Length; i += (nuint)T.Count)
        {
            var bits = T.Load(ref word, i);
            T.Store(Exponential(T.AndBits(T.ShiftBitsRight(bits, 16), 0xFFFF)), ref one, i);
            T.Store(Exponential(T.AndBits(bits, 0xFFFF)), ref other, i);
        }

        return (int)i;
    }

    /// <summary>16 ln 2 - ln(h + 0.5), never below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exponential<T>(T half)
        where T : struct, ISingleLanes<T>
    {
        var y = T.Add(T.FromBits(half), T.Create(0.5f));
        var power = T.FromBits(T.ShiftBitsRight(y, 23)); // 127 for 1 to 2
        var t = T.Subtract(T.OrBits(T.AndBits(y, 0x007F_FFFF), 0x3F80_0000), T.Create(1.5f));
        var p = T.FusedMultiplyAdd(T.Create(-0.017029611f), t, T.Create(0.030434346f));
        p = T.FusedMultiplyAdd(p, t, T.Create(-0.049072644f));
        p = T.FusedMultiplyAdd(p, t, T.Create(0.098236101f));
        p = T.FusedMultiplyAdd(p, t, T.Create(-0.222232022f));
        p = T.FusedMultiplyAdd(p, t, T.Create(0.66668339f));
        p = T.FusedMultiplyAdd(p, t, T.Create(0.40546511f));
        return T.Max(T.Create(0), T.FusedMultiplyAdd(T.Subtract(T.Create(127 + 16), power), T.Create(Ln2), T.Subtract(T.Create(0), p)));
    }
}
