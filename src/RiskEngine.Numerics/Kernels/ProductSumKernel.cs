using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Adds one or two products of rows to a row, number by number: sum = sum + a b + c d.</summary>
/// <remarks>The products are fused into the sum, the first one first, so that every width gives the bits of the scalar twin.</remarks>
public static class ProductSumKernel
{
    /// <summary>Adds one product.</summary>
    /// <inheritdoc cref="Add(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>
    public static void Add(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> sums) =>
        Add(VectorSupport.Best, a, b, [], [], sums);

    /// <summary>Adds two products.</summary>
    /// <param name="a">First factor of the first product.</param>
    /// <param name="b">Second factor of the first product.</param>
    /// <param name="c">First factor of the second product.</param>
    /// <param name="d">Second factor of the second product.</param>
    /// <param name="sums">What they are added to.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Add(
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        ReadOnlySpan<double> d,
        Span<double> sums
    ) => Add(VectorSupport.Best, a, b, c, d, sums);

    internal static void Add(
        VectorWidth width,
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        ReadOnlySpan<double> d,
        Span<double> sums
    )
    {
        if (a.Length != sums.Length || b.Length != sums.Length || c.Length != d.Length || (c.Length != sums.Length && c.Length != 0))
        {
            throw new ArgumentException(
                $"Expected rows of {sums.Length}; found {a.Length}, {b.Length}, {c.Length} and {d.Length}.",
                nameof(sums)
            );
        }

        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Doubles512>(a, b, c, d, sums, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256>(a, b, c, d, sums, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Doubles128>(a, b, c, d, sums, 0);
        if (done < sums.Length)
            Run<Doubles1>(a, b, c, d, sums, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(
        ReadOnlySpan<double> a,
        ReadOnlySpan<double> b,
        ReadOnlySpan<double> c,
        ReadOnlySpan<double> d,
        Span<double> sums,
        int from
    )
        where T : struct, IDoubleLanes<T>
    {
        ref var a0 = ref MemoryMarshal.GetReference(a);
        ref var b0 = ref MemoryMarshal.GetReference(b);
        ref var c0 = ref MemoryMarshal.GetReference(c);
        ref var d0 = ref MemoryMarshal.GetReference(d);
        ref var to = ref MemoryMarshal.GetReference(sums);
        var hasSecond = c.Length > 0;
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)sums.Length; i += (nuint)T.Count)
        {
            var sum = T.FusedMultiplyAdd(T.Load(ref a0, i), T.Load(ref b0, i), T.Load(ref to, i));
            if (hasSecond)
                sum = T.FusedMultiplyAdd(T.Load(ref c0, i), T.Load(ref d0, i), sum);
            T.Store(sum, ref to, i);
        }

        return (int)i;
    }
}
