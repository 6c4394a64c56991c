using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Pulls a row of doubles to means and adds scaled normals: x = mean + (x - mean) decay + volatility deviation z.</summary>
/// <remarks>Both products are fused into the sum, the pull's first, so that every width gives the bits of the scalar twin.</remarks>
public static class ReversionKernel
{
    /// <summary>Takes one step.</summary>
    /// <param name="mean">The mean, one number per path.</param>
    /// <param name="decay">What is left of a distance from the mean, one number per path.</param>
    /// <param name="volatility">The volatility, one number per path.</param>
    /// <param name="deviation">The deviation for a volatility of 1, one number per path.</param>
    /// <param name="normals">One normal per path.</param>
    /// <param name="x">What is moved.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Step(
        ReadOnlySpan<double> mean,
        ReadOnlySpan<double> decay,
        ReadOnlySpan<double> volatility,
        ReadOnlySpan<double> deviation,
        ReadOnlySpan<float> normals,
        Span<double> x
    ) => Step(VectorSupport.Best, mean, decay, volatility, deviation, normals, x);

    internal static void Step(
        VectorWidth width,
        ReadOnlySpan<double> mean,
        ReadOnlySpan<double> decay,
        ReadOnlySpan<double> volatility,
        ReadOnlySpan<double> deviation,
        ReadOnlySpan<float> normals,
        Span<double> x
    )
    {
        if (
            mean.Length != x.Length
            || decay.Length != x.Length
            || volatility.Length != x.Length
            || deviation.Length != x.Length
            || normals.Length != x.Length
        )
        {
            throw new ArgumentException(
                $"Expected rows of {x.Length} paths; found {mean.Length}, {decay.Length}, {volatility.Length}, {deviation.Length} and "
                    + $"{normals.Length}.",
                nameof(x)
            );
        }

        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Doubles512>(mean, decay, volatility, deviation, normals, x, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256>(mean, decay, volatility, deviation, normals, x, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Doubles128>(mean, decay, volatility, deviation, normals, x, 0);
        if (done < x.Length)
            Run<Doubles1>(mean, decay, volatility, deviation, normals, x, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(
        ReadOnlySpan<double> mean,
        ReadOnlySpan<double> decay,
        ReadOnlySpan<double> volatility,
        ReadOnlySpan<double> deviation,
        ReadOnlySpan<float> normals,
        Span<double> x,
        int from
    )
        where T : struct, IDoubleLanes<T>
    {
        ref var m = ref MemoryMarshal.GetReference(mean);
        ref var d = ref MemoryMarshal.GetReference(decay);
        ref var v = ref MemoryMarshal.GetReference(volatility);
        ref var s = ref MemoryMarshal.GetReference(deviation);
        ref var z = ref MemoryMarshal.GetReference(normals);
        ref var to = ref MemoryMarshal.GetReference(x);
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)x.Length; i += (nuint)T.Count)
        {
            var centre = T.Load(ref m, i);
            var pulled = T.FusedMultiplyAdd(T.Subtract(T.Load(ref to, i), centre), T.Load(ref d, i), centre);
            T.Store(T.FusedMultiplyAdd(T.Multiply(T.Load(ref v, i), T.Load(ref s, i)), T.LoadSingles(ref z, i), pulled), ref to, i);
        }

        return (int)i;
    }
}
