using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Correlates blocks of independent draws by one matrix: z = L eps, one column for each path.</summary>
/// <remarks>
/// L is lower-triangular; eps and z are factor-major, n rows of B paths each. Each z is summed over the factors in ascending order with
/// fused multiply-adds, so that every width, and the scalar twin, gives the same bits. Two rows by four vectors are held in registers. Most
/// factors of a scenario are correlated with a few others: what is zero in both rows adds nothing, and is left out once, when the product
/// is made ready. Threads may share one.
/// </remarks>
public sealed class TriangularProduct
{
    private const int Vectors = 4;

    private readonly int n;
    private readonly Term[] terms;

    /// <summary>For each pair of rows where its terms end.</summary>
    private readonly int[] ends;

    /// <summary>The last entry of each row.</summary>
    private readonly float[] diagonal;

    /// <summary>Makes the product by a matrix ready.</summary>
    /// <param name="lower">L, n x n, row-major; above its diagonal nothing is read.</param>
    /// <param name="n">The number of factors.</param>
    /// <exception cref="ArgumentException">The length does not fit n, or n is negative.</exception>
    public TriangularProduct(ReadOnlySpan<float> lower, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (lower.Length != (long)n * n)
            throw new ArgumentException($"Expected L of {n} x {n} entries; found {lower.Length}.", nameof(lower));
        this.n = n;
        diagonal = new float[n];
        ends = new int[(n + 1) / 2];
        var found = new List<Term>();
        for (var i = 0; i < n; i++)
            diagonal[i] = lower[i * n + i];
        for (var i = 0; i < n; i += 2)
        {
            // An odd last row is done with itself for a partner: one code for all.
            var partner = Math.Min(i + 1, n - 1);
            for (var j = 0; j <= i; j++)
            {
                var term = new Term(lower[i * n + j], lower[partner * n + j], j);
                if (term.First != 0 || term.Second != 0)
                    found.Add(term);
            }

            ends[i / 2] = found.Count;
        }

        terms = [.. found];
    }

    /// <summary>Computes z = L eps for a block.</summary>
    /// <param name="eps">The independent draws, n rows of B; finite, for where L is zero they may be left out.</param>
    /// <param name="z">The correlated draws, n rows of B; not the memory of <paramref name="eps"/>.</param>
    /// <exception cref="ArgumentException">A length does not fit n, or z overlaps eps.</exception>
    public void Multiply(ReadOnlySpan<float> eps, Span<float> z) => Multiply(VectorSupport.Best, eps, z);

    internal void Multiply(VectorWidth width, ReadOnlySpan<float> eps, Span<float> z)
    {
        if (n == 0 ? eps.Length > 0 : eps.Length % n != 0)
            throw new ArgumentException($"Expected eps of {n} rows of equal length; found {eps.Length} entries.", nameof(eps));
        if (z.Length != eps.Length)
            throw new ArgumentException($"Expected z as long as eps ({eps.Length}); found {z.Length}.", nameof(z));
        if (z.Overlaps(eps))
            throw new ArgumentException("Expected z apart from eps; found them to overlap.", nameof(z));
        if (n == 0)
            return;
        var block = eps.Length / n;
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Singles512>(eps, z, block, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Singles256>(eps, z, block, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Singles128>(eps, z, block, 0);
        for (; done < block; done++)
            One(eps, z, block, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Run<T>(ReadOnlySpan<float> eps, Span<float> z, int block, int from)
        where T : struct, ISingleLanes<T>
    {
        ref var e0 = ref MemoryMarshal.GetReference(eps);
        ref var z0 = ref MemoryMarshal.GetReference(z);
        ref var first = ref MemoryMarshal.GetArrayDataReference(terms);
        var (stride, lanes) = ((nuint)block, (nuint)T.Count);
        var k = from;
        for (; k + Vectors * T.Count <= block; k += Vectors * T.Count)
        {
            ref var x0 = ref Unsafe.Add(ref e0, k);
            var at = 0;
            for (var pair = 0; pair < ends.Length; pair++)
            {
                T a0 = default,
                    a1 = default,
                    a2 = default,
                    a3 = default;
                T b0 = default,
                    b1 = default,
                    b2 = default,
                    b3 = default;
                for (; at < ends[pair]; at++)
                {
                    ref var term = ref Unsafe.Add(ref first, at);
                    var (la, lb) = (T.Create(term.First), T.Create(term.Second));
                    var row = (nuint)term.Column * stride;
                    var x = T.Load(ref x0, row);
                    a0 = T.FusedMultiplyAdd(la, x, a0);
                    b0 = T.FusedMultiplyAdd(lb, x, b0);
                    x = T.Load(ref x0, row + lanes);
                    a1 = T.FusedMultiplyAdd(la, x, a1);
                    b1 = T.FusedMultiplyAdd(lb, x, b1);
                    x = T.Load(ref x0, row + 2 * lanes);
                    a2 = T.FusedMultiplyAdd(la, x, a2);
                    b2 = T.FusedMultiplyAdd(lb, x, b2);
                    x = T.Load(ref x0, row + 3 * lanes);
                    a3 = T.FusedMultiplyAdd(la, x, a3);
                    b3 = T.FusedMultiplyAdd(lb, x, b3);
                }

                var to = (nuint)(2 * pair) * stride + (nuint)k;
                T.Store(a0, ref z0, to);
                T.Store(a1, ref z0, to + lanes);
                T.Store(a2, ref z0, to + 2 * lanes);
                T.Store(a3, ref z0, to + 3 * lanes);
                if (2 * pair + 1 == n)
                    break;

                var l = T.Create(diagonal[2 * pair + 1]);
                to += stride;
                T.Store(T.FusedMultiplyAdd(l, T.Load(ref e0, to), b0), ref z0, to);
                T.Store(T.FusedMultiplyAdd(l, T.Load(ref e0, to + lanes), b1), ref z0, to + lanes);
                T.Store(T.FusedMultiplyAdd(l, T.Load(ref e0, to + 2 * lanes), b2), ref z0, to + 2 * lanes);
                T.Store(T.FusedMultiplyAdd(l, T.Load(ref e0, to + 3 * lanes), b3), ref z0, to + 3 * lanes);
            }
        }

        return k;
    }

    /// <summary>One path.</summary>
    private void One(ReadOnlySpan<float> eps, Span<float> z, int block, int k)
    {
        var at = 0;
        for (var i = 0; i < n; i += 2)
        {
            var (a, b) = (0f, 0f);
            for (; at < ends[i / 2]; at++)
            {
                var x = eps[terms[at].Column * block + k];
                a = MathF.FusedMultiplyAdd(terms[at].First, x, a);
                b = MathF.FusedMultiplyAdd(terms[at].Second, x, b);
            }

            z[i * block + k] = a;
            if (i + 1 < n)
                z[(i + 1) * block + k] = MathF.FusedMultiplyAdd(diagonal[i + 1], eps[(i + 1) * block + k], b);
        }
    }

    /// <summary>What a column adds to a pair of rows.</summary>
    /// <param name="First">Its entry in the first row.</param>
    /// <param name="Second">Its entry in the second row.</param>
    /// <param name="Column">The column.</param>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Term(float First, float Second, int Column);
}
