using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Follows rows of values: their highest so far, and the lowest ratio of a value to the highest before or at it.</summary>
/// <remarks>
/// In single precision: a ratio is right to 1.2e-7, far below what single paths or their statistics tell. Every width, and the scalar
/// twin, gives the same bits.
/// </remarks>
public static class RunningMaximumKernel
{
    /// <summary>Takes one step.</summary>
    /// <param name="values">The values.</param>
    /// <param name="peaks">Their highest so far.</param>
    /// <param name="troughs">The lowest ratio of value to peak so far.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Follow(ReadOnlySpan<double> values, Span<float> peaks, Span<float> troughs) =>
        Follow(VectorSupport.Best, values, peaks, troughs);

    internal static void Follow(VectorWidth width, ReadOnlySpan<double> values, Span<float> peaks, Span<float> troughs)
    {
        if (peaks.Length != values.Length || troughs.Length != values.Length)
            throw new ArgumentException($"Expected rows of {values.Length}; found {peaks.Length} and {troughs.Length}.", nameof(values));
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Singles512>(values, peaks, troughs, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Singles256>(values, peaks, troughs, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Singles128>(values, peaks, troughs, 0);
        if (done < values.Length)
            Run<Singles1>(values, peaks, troughs, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(ReadOnlySpan<double> values, Span<float> peaks, Span<float> troughs, int from)
        where T : struct, ISingleLanes<T>
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var peak = ref MemoryMarshal.GetReference(peaks);
        ref var trough = ref MemoryMarshal.GetReference(troughs);
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)values.Length; i += (nuint)T.Count)
        {
            var v = T.LoadDoubles(ref value, i);
            var highest = T.Max(T.Load(ref peak, i), v);
            T.Store(highest, ref peak, i);
            T.Store(T.Min(T.Load(ref trough, i), T.Divide(v, highest)), ref trough, i);
        }

        return (int)i;
    }
}
