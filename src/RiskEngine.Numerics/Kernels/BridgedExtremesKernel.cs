using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Follows rows of values as <see cref="RunningMaximumKernel"/> does, with the highest and the lowest value that a Brownian bridge between
/// two dates reaches in each step.
/// </summary>
/// <remarks>
/// A bridge from a to b with variance s^2 a b has the maximum (a + b + sqrt((b - a)^2 + 2 s^2 a b E)) / 2 with E a unit exponential, and
/// the minimum with minus the root (Glasserman 2003, eq. 6.50; the product a b makes the ratio of both that of a lognormal path to third
/// order of s). The two are drawn independently, as if far apart. Looks at single days do not see the extremes themselves: both ends are
/// moved inwards by 0.5826 deviations of a day (Broadie, Glasserman and Kou 1997). In single precision. Every width, and the scalar twin,
/// gives the same bits.
/// </remarks>
public static class BridgedExtremesKernel
{
    /// <summary>Takes one step.</summary>
    /// <param name="values">The values at its end.</param>
    /// <param name="rows">What is known at its beginning, carried on.</param>
    /// <param name="up">Unit exponentials for the highest values.</param>
    /// <param name="down">Unit exponentials for the lowest.</param>
    /// <param name="deviation">s, the standard deviation of the logarithm over the step, 0 or more.</param>
    /// <param name="shift">How far looks at single days miss either extreme, as a part of the value.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Follow(
        ReadOnlySpan<double> values,
        in ExtremesRows rows,
        ReadOnlySpan<float> up,
        ReadOnlySpan<float> down,
        double deviation,
        double shift
    ) => Follow(VectorSupport.Best, values, rows, up, down, deviation, shift);

    internal static void Follow(
        VectorWidth width,
        ReadOnlySpan<double> values,
        in ExtremesRows rows,
        ReadOnlySpan<float> up,
        ReadOnlySpan<float> down,
        double deviation,
        double shift
    )
    {
        var length = values.Length;
        if (rows.Length != length || up.Length != length || down.Length != length)
            throw new ArgumentException($"Expected rows of {length}; found {rows.Length}, {up.Length} and {down.Length}.", nameof(values));
        var (spread, inwards) = ((float)(2 * deviation * deviation), (float)shift);
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Singles512>(values, rows, up, down, spread, inwards, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Singles256>(values, rows, up, down, spread, inwards, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Singles128>(values, rows, up, down, spread, inwards, 0);
        if (done < length)
            Run<Singles1>(values, rows, up, down, spread, inwards, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(
        ReadOnlySpan<double> values,
        in ExtremesRows rows,
        ReadOnlySpan<float> up,
        ReadOnlySpan<float> down,
        float spread,
        float shift,
        int from
    )
        where T : struct, ISingleLanes<T>
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var last = ref MemoryMarshal.GetReference(rows.Last);
        ref var peak = ref MemoryMarshal.GetReference(rows.Peaks);
        ref var trough = ref MemoryMarshal.GetReference(rows.Troughs);
        ref var above = ref MemoryMarshal.GetReference(up);
        ref var below = ref MemoryMarshal.GetReference(down);
        var (half, none) = (T.Create(0.5f), T.Create(0));
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)values.Length; i += (nuint)T.Count)
        {
            var a = T.Load(ref last, i);
            var b = T.LoadDoubles(ref value, i);
            T.Store(b, ref last, i);
            var moved = T.Subtract(b, a);
            var squared = T.Multiply(moved, moved);
            var middle = T.Multiply(T.Add(a, b), half);
            var variance = T.Max(T.Multiply(T.Multiply(a, b), T.Create(spread)), none);
            var inwards = T.Multiply(middle, T.Create(shift));
            var rise = T.Sqrt(T.FusedMultiplyAdd(variance, T.Load(ref above, i), squared));
            var fall = T.Sqrt(T.FusedMultiplyAdd(variance, T.Load(ref below, i), squared));
            var highest = T.Max(T.Max(a, b), T.Subtract(T.FusedMultiplyAdd(rise, half, middle), inwards));
            var lowest = T.Min(T.Min(a, b), T.Add(T.FusedMultiplyAdd(fall, T.Create(-0.5f), middle), inwards));

            // The lowest value counts against the peaks before the step: which of the two extremes comes first is not known.
            var before = T.Load(ref peak, i);
            var deepest = T.Min(T.Load(ref trough, i), T.Divide(lowest, before));
            var now = T.Max(before, highest);
            T.Store(now, ref peak, i);
            T.Store(T.Min(deepest, T.Divide(b, now)), ref trough, i);
        }

        return (int)i;
    }
}
