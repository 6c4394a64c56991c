using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Follows a row of bounded sums: next = x + offset held between bounds, increment = next - last - known, last = next.</summary>
/// <remarks>Every width, and the scalar twin, gives the same bits.</remarks>
public static class IncrementKernel
{
    /// <summary>Takes one step.</summary>
    /// <param name="x">First part of the sum.</param>
    /// <param name="offset">Second part of the sum.</param>
    /// <param name="lowest">Lower bound of the sum; minus infinity for none.</param>
    /// <param name="highest">Upper bound of the sum; infinity for none.</param>
    /// <param name="known">What is taken from every increment.</param>
    /// <param name="last">The last sums; the new ones afterwards.</param>
    /// <param name="increment">The increments.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Step(ReadOnlySpan<double> x, ReadOnlySpan<double> offset, double lowest, double highest, double known, Span<double> last, Span<double> increment) =>
        Step(VectorSupport.Best, x, offset, lowest, highest, known, last, increment);

    internal static void Step(
        VectorWidth width, ReadOnlySpan<double> x, ReadOnlySpan<double> offset, double lowest, double highest, double known, Span<double> last, Span<double> increment)
    {
        if (offset.Length != x.Length || last.Length != x.Length || increment.Length != x.Length)
            throw new ArgumentException($"Expected rows of {x.Length}; found {offset.Length}, {last.Length} and {increment.Length}.", nameof(x));
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512) done = Run<Doubles512>(x, offset, lowest, highest, known, last, increment, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256) done = Run<Doubles256>(x, offset, lowest, highest, known, last, increment, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128) done = Run<Doubles128>(x, offset, lowest, highest, known, last, increment, 0);
        if (done < x.Length) Run<Doubles1>(x, offset, lowest, highest, known, last, increment, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run<T>(
        ReadOnlySpan<double> x, ReadOnlySpan<double> offset, double lowest, double highest, double known, Span<double> last, Span<double> increment, int from)
        where T : struct, IDoubleLanes<T>
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(offset);
        ref var before = ref MemoryMarshal.GetReference(last);
        ref var to = ref MemoryMarshal.GetReference(increment);
        var (low, high, expected) = (T.Create(lowest), T.Create(highest), T.Create(known));
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)x.Length; i += (nuint)T.Count)
        {
            var next = T.Max(T.Min(T.Add(T.Load(ref a, i), T.Load(ref b, i)), high), low);
            T.Store(T.Subtract(T.Subtract(next, T.Load(ref before, i)), expected), ref to, i);
            T.Store(next, ref before, i);
        }

        return (int)i;
    }
}
