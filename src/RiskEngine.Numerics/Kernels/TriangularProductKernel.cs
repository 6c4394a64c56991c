using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Correlates a block of independent draws: z = L eps, one column for each path.</summary>
/// <remarks>
/// L is lower-triangular, n x n, row-major (above its diagonal nothing is read); eps and z are factor-major, n rows of B paths each.
/// Each z is summed over the factors in ascending order with fused multiply-adds, so that every width, and the scalar twin, gives
/// the same bits. Two rows by four vectors are held in registers.
/// </remarks>
public static class TriangularProductKernel
{
    private const int Rows = 2;
    private const int Vectors = 4;

    /// <summary>Computes z = L eps for a block.</summary>
    /// <param name="lower">L, n x n, row-major.</param>
    /// <param name="eps">The independent draws, n rows of B; finite, for where L is zero they may be left out.</param>
    /// <param name="z">The correlated draws, n rows of B; not the memory of <paramref name="eps"/>.</param>
    /// <param name="n">The number of factors, at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit n, or z overlaps eps.</exception>
    public static void Multiply(ReadOnlySpan<float> lower, ReadOnlySpan<float> eps, Span<float> z, int n) =>
        Multiply(VectorSupport.Best, lower, eps, z, n);

    internal static void Multiply(VectorWidth width, ReadOnlySpan<float> lower, ReadOnlySpan<float> eps, Span<float> z, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (lower.Length != n * n)
            throw new ArgumentException($"Expected L of {n} x {n} entries; found {lower.Length}.", nameof(lower));
        if (eps.Length % n != 0)
            throw new ArgumentException($"Expected eps of {n} rows of equal length; found {eps.Length} entries.", nameof(eps));
        if (z.Length != eps.Length)
            throw new ArgumentException($"Expected z as long as eps ({eps.Length}); found {z.Length}.", nameof(z));
        if (z.Overlaps(eps))
            throw new ArgumentException("Expected z apart from eps; found them to overlap.", nameof(z));

        var block = eps.Length / n;
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Tiles512(lower, eps, z, n, block);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Tiles256(lower, eps, z, n, block);
        if (done < block)
            Scalar(lower, eps, z, n, block, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scalar(ReadOnlySpan<float> lower, ReadOnlySpan<float> eps, Span<float> z, int n, int block, int from)
    {
        for (var i = 0; i < n; i++)
        {
            var row = z.Slice(i * block, block);
            for (var k = from; k < block; k++)
            {
                var sum = 0f;
                for (var j = 0; j <= i; j++)
                    sum = MathF.FusedMultiplyAdd(lower[(i * n) + j], eps[(j * block) + k], sum);
                row[k] = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Tiles512(ReadOnlySpan<float> lower, ReadOnlySpan<float> eps, Span<float> z, int n, int block)
    {
        const int Lanes = 16;
        ref var e0 = ref MemoryMarshal.GetReference(eps);
        ref var z0 = ref MemoryMarshal.GetReference(z);
        var stride = (nuint)block;
        var whole = block - (block % (Lanes * Vectors));
        for (var k = 0; k < whole; k += Lanes * Vectors)
        {
            for (var i = 0; i < n; i += Rows)
            {
                // An odd last row is done with itself for a partner: one code for all.
                var partner = Math.Min(i + 1, n - 1);
                var upper = lower.Slice(i * n, i + 1);
                var below = lower.Slice(partner * n, partner + 1);
                Vector512<float> a0 = default,
                    a1 = default,
                    a2 = default,
                    a3 = default;
                Vector512<float> b0 = default,
                    b1 = default,
                    b2 = default,
                    b3 = default;
                var at = (nuint)k;
                for (var j = 0; j < upper.Length; j++, at += stride)
                {
                    // Most factors of a scenario are correlated with a few others: what is zero in both rows adds nothing.
                    if (upper[j] == 0 && below[j] == 0)
                        continue;
                    var la = Vector512.Create(upper[j]);
                    var lb = Vector512.Create(below[j]);
                    var x = Vector512.LoadUnsafe(ref e0, at);
                    a0 = Vector512.FusedMultiplyAdd(la, x, a0);
                    b0 = Vector512.FusedMultiplyAdd(lb, x, b0);
                    x = Vector512.LoadUnsafe(ref e0, at + Lanes);
                    a1 = Vector512.FusedMultiplyAdd(la, x, a1);
                    b1 = Vector512.FusedMultiplyAdd(lb, x, b1);
                    x = Vector512.LoadUnsafe(ref e0, at + (2 * Lanes));
                    a2 = Vector512.FusedMultiplyAdd(la, x, a2);
                    b2 = Vector512.FusedMultiplyAdd(lb, x, b2);
                    x = Vector512.LoadUnsafe(ref e0, at + (3 * Lanes));
                    a3 = Vector512.FusedMultiplyAdd(la, x, a3);
                    b3 = Vector512.FusedMultiplyAdd(lb, x, b3);
                }

                var to = ((nuint)i * stride) + (nuint)k;
                a0.StoreUnsafe(ref z0, to);
                a1.StoreUnsafe(ref z0, to + Lanes);
                a2.StoreUnsafe(ref z0, to + (2 * Lanes));
                a3.StoreUnsafe(ref z0, to + (3 * Lanes));
                if (partner == i)
                    break;

                var l = Vector512.Create(below[partner]);
                to += stride;
                Vector512.FusedMultiplyAdd(l, Vector512.LoadUnsafe(ref e0, at), b0).StoreUnsafe(ref z0, to);
                Vector512.FusedMultiplyAdd(l, Vector512.LoadUnsafe(ref e0, at + Lanes), b1).StoreUnsafe(ref z0, to + Lanes);
                Vector512.FusedMultiplyAdd(l, Vector512.LoadUnsafe(ref e0, at + (2 * Lanes)), b2).StoreUnsafe(ref z0, to + (2 * Lanes));
                Vector512.FusedMultiplyAdd(l, Vector512.LoadUnsafe(ref e0, at + (3 * Lanes)), b3).StoreUnsafe(ref z0, to + (3 * Lanes));
            }
        }

        return whole;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Tiles256(ReadOnlySpan<float> lower, ReadOnlySpan<float> eps, Span<float> z, int n, int block)
    {
        const int Lanes = 8;
        ref var e0 = ref MemoryMarshal.GetReference(eps);
        ref var z0 = ref MemoryMarshal.GetReference(z);
        var stride = (nuint)block;
        var whole = block - (block % (Lanes * Vectors));
        for (var k = 0; k < whole; k += Lanes * Vectors)
        {
            for (var i = 0; i < n; i += Rows)
            {
                // An odd last row is done with itself for a partner: one code for all.
                var partner = Math.Min(i + 1, n - 1);
                var upper = lower.Slice(i * n, i + 1);
                var below = lower.Slice(partner * n, partner + 1);
                Vector256<float> a0 = default,
                    a1 = default,
                    a2 = default,
                    a3 = default;
                Vector256<float> b0 = default,
                    b1 = default,
                    b2 = default,
                    b3 = default;
                var at = (nuint)k;
                for (var j = 0; j < upper.Length; j++, at += stride)
                {
                    // Most factors of a scenario are correlated with a few others: what is zero in both rows adds nothing.
                    if (upper[j] == 0 && below[j] == 0)
                        continue;
                    var la = Vector256.Create(upper[j]);
                    var lb = Vector256.Create(below[j]);
                    var x = Vector256.LoadUnsafe(ref e0, at);
                    a0 = Vector256.FusedMultiplyAdd(la, x, a0);
                    b0 = Vector256.FusedMultiplyAdd(lb, x, b0);
                    x = Vector256.LoadUnsafe(ref e0, at + Lanes);
                    a1 = Vector256.FusedMultiplyAdd(la, x, a1);
                    b1 = Vector256.FusedMultiplyAdd(lb, x, b1);
                    x = Vector256.LoadUnsafe(ref e0, at + (2 * Lanes));
                    a2 = Vector256.FusedMultiplyAdd(la, x, a2);
                    b2 = Vector256.FusedMultiplyAdd(lb, x, b2);
                    x = Vector256.LoadUnsafe(ref e0, at + (3 * Lanes));
                    a3 = Vector256.FusedMultiplyAdd(la, x, a3);
                    b3 = Vector256.FusedMultiplyAdd(lb, x, b3);
                }

                var to = ((nuint)i * stride) + (nuint)k;
                a0.StoreUnsafe(ref z0, to);
                a1.StoreUnsafe(ref z0, to + Lanes);
                a2.StoreUnsafe(ref z0, to + (2 * Lanes));
                a3.StoreUnsafe(ref z0, to + (3 * Lanes));
                if (partner == i)
                    break;

                var l = Vector256.Create(below[partner]);
                to += stride;
                Vector256.FusedMultiplyAdd(l, Vector256.LoadUnsafe(ref e0, at), b0).StoreUnsafe(ref z0, to);
                Vector256.FusedMultiplyAdd(l, Vector256.LoadUnsafe(ref e0, at + Lanes), b1).StoreUnsafe(ref z0, to + Lanes);
                Vector256.FusedMultiplyAdd(l, Vector256.LoadUnsafe(ref e0, at + (2 * Lanes)), b2).StoreUnsafe(ref z0, to + (2 * Lanes));
                Vector256.FusedMultiplyAdd(l, Vector256.LoadUnsafe(ref e0, at + (3 * Lanes)), b3).StoreUnsafe(ref z0, to + (3 * Lanes));
            }
        }

        return whole;
    }
}
