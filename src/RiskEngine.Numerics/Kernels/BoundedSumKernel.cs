using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Adds two rows and holds the sums between bounds: sum = x + offset, at least the lowest, at most the highest.</summary>
/// <remarks>Every width, and the scalar twin, gives the same bits.</remarks>
public static class BoundedSumKernel
{
    /// <summary>Writes the sums.</summary>
    /// <param name="x">First part of the sum.</param>
    /// <param name="offset">Second part of the sum.</param>
    /// <param name="lowest">Lower bound of the sum; minus infinity for none.</param>
    /// <param name="highest">Upper bound of the sum; infinity for none.</param>
    /// <param name="sums">The sums.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> offset, double lowest, double highest, Span<double> sums) =>
        Add(VectorSupport.Best, x, offset, lowest, highest, sums);

    internal static void Add(
        VectorWidth width,
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> offset,
        double lowest,
        double highest,
        Span<double> sums
    )
    {
        if (offset.Length != x.Length || sums.Length != x.Length)
            throw new ArgumentException($"Expected rows of {x.Length}; found {offset.Length} and {sums.Length}.", nameof(x));
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Doubles512>(x, offset, lowest, highest, sums, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256>(x, offset, lowest, highest, sums, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Doubles128>(x, offset, lowest, highest, sums, 0);
        if (done < x.Length)
            Run<Doubles1>(x, offset, lowest, highest, sums, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> offset,
        double lowest,
        double highest,
        Span<double> sums,
        int from
    )
        where T : struct, IDoubleLanes<T>
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(offset);
        ref var to = ref MemoryMarshal.GetReference(sums);
        var (low, high) = (T.Create(lowest), T.Create(highest));
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)x.Length; i += (nuint)T.Count)
            T.Store(T.Max(T.Min(T.Add(T.Load(ref a, i), T.Load(ref b, i)), high), low), ref to, i);
        return (int)i;
    }
}
