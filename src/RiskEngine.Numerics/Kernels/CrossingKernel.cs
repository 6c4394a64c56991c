using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Finds which numbers of a row have come down to a level.</summary>
public static class CrossingKernel
{
    /// <summary>Writes the places of all numbers that are at most the level, in ascending order; returns how many there are.</summary>
    /// <param name="x">The row.</param>
    /// <param name="level">The level; what is not a number has not come down to it.</param>
    /// <param name="places">Room for as many places as there are numbers.</param>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int AtMost(ReadOnlySpan<double> x, double level, Span<int> places) => AtMost(VectorSupport.Best, x, level, places);

    internal static int AtMost(VectorWidth width, ReadOnlySpan<double> x, double level, Span<int> places)
    {
        if (places.Length < x.Length) throw new ArgumentException($"Expected room for {x.Length} places; found {places.Length}.", nameof(places));
        var (done, found) = (0, 0);
        if (VectorSupport.Has512 && width == VectorWidth.Vector512) done = Run<Doubles512>(x, level, places, 0, ref found);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256) done = Run<Doubles256>(x, level, places, 0, ref found);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128) done = Run<Doubles128>(x, level, places, 0, ref found);
        if (done < x.Length) Run<Doubles1>(x, level, places, done, ref found);
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(ReadOnlySpan<double> x, double level, Span<int> places, int from, ref int found)
        where T : struct, IDoubleLanes<T>
    {
        ref var row = ref MemoryMarshal.GetReference(x);
        var limit = T.Create(level);
        var i = from;
        for (; i + T.Count <= x.Length; i += T.Count)
        {
            var bits = T.AtMost(T.Load(ref row, (nuint)i), limit);
            for (; bits != 0; bits &= bits - 1) places[found++] = i + BitOperations.TrailingZeroCount(bits);
        }

        return i;
    }
}
