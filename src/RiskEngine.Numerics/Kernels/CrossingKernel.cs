using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Lowers a row of numbers and finds which of them have come down to zero: what is left of the hazards until an event occurs.
/// </summary>
public static class CrossingKernel
{
    /// <summary>
    /// Lowers every number by its own amount; writes the places of all that are then at most zero, in ascending order, and returns how many
    /// there are.
    /// </summary>
    /// <param name="left">What is lowered; what is not a number does not come down.</param>
    /// <param name="by">By how much, one amount a number.</param>
    /// <param name="places">Room for as many places as there are numbers.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there is not enough room.</exception>
    public static int Lower(Span<double> left, ReadOnlySpan<double> by, Span<int> places) => Lower(VectorSupport.Best, left, by, places);

    /// <summary>Lowers all numbers by the same amount; the bits of a row that holds it everywhere.</summary>
    /// <inheritdoc cref="Lower(Span{double}, ReadOnlySpan{double}, Span{int})"/>
    public static int Lower(Span<double> left, double by, Span<int> places) => Lower(VectorSupport.Best, left, [by], places);

    internal static int Lower(VectorWidth width, Span<double> left, ReadOnlySpan<double> by, Span<int> places)
    {
        if (by.Length != 1 && by.Length != left.Length)
            throw new ArgumentException($"Expected {left.Length} amounts or one for all; found {by.Length}.", nameof(by));
        if (places.Length < left.Length)
            throw new ArgumentException($"Expected room for {left.Length} places; found {places.Length}.", nameof(places));
        if (left.IsEmpty)
            return 0;
        var (done, found) = (0, 0);
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Doubles512>(left, by, places, 0, ref found);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256>(left, by, places, 0, ref found);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Doubles128>(left, by, places, 0, ref found);
        if (done < left.Length)
            Run<Doubles1>(left, by, places, done, ref found);
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(Span<double> left, ReadOnlySpan<double> by, Span<int> places, int from, ref int found)
        where T : struct, IDoubleLanes<T>
    {
        ref var row = ref MemoryMarshal.GetReference(left);
        ref var amounts = ref MemoryMarshal.GetReference(by);
        var (zero, same, isSame) = (T.Create(0), T.Create(by[0]), by.Length == 1);
        var i = from;
        for (; i + T.Count <= left.Length; i += T.Count)
        {
            var lowered = T.Subtract(T.Load(ref row, (nuint)i), isSame ? same : T.Load(ref amounts, (nuint)i));
            T.Store(lowered, ref row, (nuint)i);
            for (var bits = T.AtMost(lowered, zero); bits != 0; bits &= bits - 1)
                places[found++] = i + BitOperations.TrailingZeroCount(bits);
        }

        return i;
    }
}
