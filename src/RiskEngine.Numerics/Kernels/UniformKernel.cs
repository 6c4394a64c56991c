using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Turns pairs of random words into uniforms (k + 1/2) 2^-52 in double precision.</summary>
/// <remarks>
/// The 52 bits of k are the first word above the upper 20 bits of the second. As the fraction of a number in [1, 2) they need no
/// conversion, and taking 1 - 2^-53 away is exact: every width gives the bits of the scalar twin.
/// </remarks>
internal static class UniformKernel
{
    private const ulong One = 0x3FF0000000000000;
    private const double OneLessHalfUnit = 1 - (1.0 / (1UL << 53));

    public static void Transform(ReadOnlySpan<uint> high, ReadOnlySpan<uint> low, Span<double> uniforms) =>
        Transform(VectorSupport.Best, high, low, uniforms);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Transform(VectorWidth width, ReadOnlySpan<uint> high, ReadOnlySpan<uint> low, Span<double> uniforms)
    {
        if (high.Length != uniforms.Length || low.Length != uniforms.Length)
            throw new ArgumentException($"Expected {uniforms.Length} pairs of words; found {high.Length} and {low.Length}.", nameof(high));

        ref var h = ref MemoryMarshal.GetReference(high);
        ref var l = ref MemoryMarshal.GetReference(low);
        ref var u = ref MemoryMarshal.GetReference(uniforms);
        var length = (nuint)uniforms.Length;
        nuint i = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            for (; i + 16 <= length; i += 16)
            {
                var (h0, h1) = Vector512.Widen(Vector512.LoadUnsafe(ref h, i));
                var (l0, l1) = Vector512.Widen(Vector512.LoadUnsafe(ref l, i));
                Uniforms(h0, l0).StoreUnsafe(ref u, i);
                Uniforms(h1, l1).StoreUnsafe(ref u, i + 8);
            }
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
        {
            for (; i + 8 <= length; i += 8)
            {
                var (h0, h1) = Vector256.Widen(Vector256.LoadUnsafe(ref h, i));
                var (l0, l1) = Vector256.Widen(Vector256.LoadUnsafe(ref l, i));
                Uniforms(h0, l0).StoreUnsafe(ref u, i);
                Uniforms(h1, l1).StoreUnsafe(ref u, i + 4);
            }
        }
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
        {
            for (; i + 4 <= length; i += 4)
            {
                var (h0, h1) = Vector128.Widen(Vector128.LoadUnsafe(ref h, i));
                var (l0, l1) = Vector128.Widen(Vector128.LoadUnsafe(ref l, i));
                Uniforms(h0, l0).StoreUnsafe(ref u, i);
                Uniforms(h1, l1).StoreUnsafe(ref u, i + 2);
            }
        }

        for (; i < length; i++)
            Unsafe.Add(ref u, i) = Scalar(Unsafe.Add(ref h, i), Unsafe.Add(ref l, i));
    }

    public static double Scalar(uint high, uint low) =>
        BitConverter.UInt64BitsToDouble(One | ((ulong)high << 20) | (low >> 12)) - OneLessHalfUnit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Uniforms(Vector512<ulong> high, Vector512<ulong> low) =>
        (Vector512.Create(One) | (high << 20) | (low >> 12)).AsDouble() - Vector512.Create(OneLessHalfUnit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Uniforms(Vector256<ulong> high, Vector256<ulong> low) =>
        (Vector256.Create(One) | (high << 20) | (low >> 12)).AsDouble() - Vector256.Create(OneLessHalfUnit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Uniforms(Vector128<ulong> high, Vector128<ulong> low) =>
        (Vector128.Create(One) | (high << 20) | (low >> 12)).AsDouble() - Vector128.Create(OneLessHalfUnit);
}
