using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Moves a row of doubles by drift and scaled single-precision normals: x = x + drift h + deviation root z.</summary>
/// <remarks>Both products are fused into the sum, the drift's first, so that every width gives the bits of the scalar twin.</remarks>
public static class DiffusionKernel
{
    /// <summary>Moves every path by its own drift and deviation.</summary>
    /// <param name="drift">Drift a unit of time, one number per path.</param>
    /// <param name="h">Length of the step.</param>
    /// <param name="deviation">Deviation a square root of the unit of time, one number per path.</param>
    /// <param name="root">Square root of the length of the step.</param>
    /// <param name="normals">One normal per path.</param>
    /// <param name="x">What is moved.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Step(
        ReadOnlySpan<double> drift,
        double h,
        ReadOnlySpan<double> deviation,
        double root,
        ReadOnlySpan<float> normals,
        Span<double> x
    ) => Step(VectorSupport.Best, drift, h, deviation, root, normals, x);

    /// <summary>Moves all paths by the same drift and deviation; the bits of rows that hold the same number everywhere.</summary>
    /// <param name="drift">Drift a unit of time.</param>
    /// <param name="h">Length of the step.</param>
    /// <param name="deviation">Deviation of the step.</param>
    /// <param name="normals">One normal per path.</param>
    /// <param name="x">What is moved.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Step(double drift, double h, double deviation, ReadOnlySpan<float> normals, Span<double> x) =>
        Step(VectorSupport.Best, drift, h, deviation, normals, x);

    /// <summary>Moves every path by a normal times one deviation.</summary>
    /// <param name="deviation">The deviation.</param>
    /// <param name="normals">One normal per path.</param>
    /// <param name="x">What is moved.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Add(double deviation, ReadOnlySpan<float> normals, Span<double> x) => Add(VectorSupport.Best, deviation, normals, x);

    internal static void Step(
        VectorWidth width,
        ReadOnlySpan<double> drift,
        double h,
        ReadOnlySpan<double> deviation,
        double root,
        ReadOnlySpan<float> normals,
        Span<double> x
    )
    {
        if (drift.Length != x.Length || deviation.Length != x.Length || normals.Length != x.Length)
        {
            throw new ArgumentException(
                $"Expected rows of {x.Length} paths; found {drift.Length}, {deviation.Length} and {normals.Length}.",
                nameof(x)
            );
        }

        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Doubles512x4>(drift, h, deviation, root, normals, x, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256x2>(drift, h, deviation, root, normals, x, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Doubles128>(drift, h, deviation, root, normals, x, 0);
        if (done < x.Length)
            Run<Doubles1>(drift, h, deviation, root, normals, x, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(
        ReadOnlySpan<double> drift,
        double h,
        ReadOnlySpan<double> deviation,
        double root,
        ReadOnlySpan<float> normals,
        Span<double> x,
        int from
    )
        where T : struct, IDoubleLanes<T>
    {
        ref var m = ref MemoryMarshal.GetReference(drift);
        ref var s = ref MemoryMarshal.GetReference(deviation);
        ref var z = ref MemoryMarshal.GetReference(normals);
        ref var to = ref MemoryMarshal.GetReference(x);
        var (length, scale) = (T.Create(h), T.Create(root));
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)x.Length; i += (nuint)T.Count)
        {
            var moved = T.FusedMultiplyAdd(T.Load(ref m, i), length, T.Load(ref to, i));
            T.Store(T.FusedMultiplyAdd(T.Multiply(T.Load(ref s, i), scale), T.LoadSingles(ref z, i), moved), ref to, i);
        }

        return (int)i;
    }

    internal static void Step(VectorWidth width, double drift, double h, double deviation, ReadOnlySpan<float> normals, Span<double> x)
    {
        if (normals.Length != x.Length)
            throw new ArgumentException($"Expected {x.Length} normals; found {normals.Length}.", nameof(normals));
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Doubles512x4>(drift, h, deviation, normals, x, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256x2>(drift, h, deviation, normals, x, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Doubles128>(drift, h, deviation, normals, x, 0);
        if (done < x.Length)
            Run<Doubles1>(drift, h, deviation, normals, x, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(double drift, double h, double deviation, ReadOnlySpan<float> normals, Span<double> x, int from)
        where T : struct, IDoubleLanes<T>
    {
        ref var z = ref MemoryMarshal.GetReference(normals);
        ref var to = ref MemoryMarshal.GetReference(x);
        var (m, length, s) = (T.Create(drift), T.Create(h), T.Create(deviation));
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)x.Length; i += (nuint)T.Count)
            T.Store(T.FusedMultiplyAdd(s, T.LoadSingles(ref z, i), T.FusedMultiplyAdd(m, length, T.Load(ref to, i))), ref to, i);
        return (int)i;
    }

    internal static void Add(VectorWidth width, double deviation, ReadOnlySpan<float> normals, Span<double> x)
    {
        if (normals.Length != x.Length)
            throw new ArgumentException($"Expected {x.Length} normals; found {normals.Length}.", nameof(normals));
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = RunAdd<Doubles512x4>(deviation, normals, x, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = RunAdd<Doubles256x2>(deviation, normals, x, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = RunAdd<Doubles128>(deviation, normals, x, 0);
        if (done < x.Length)
            RunAdd<Doubles1>(deviation, normals, x, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int RunAdd<T>(double deviation, ReadOnlySpan<float> normals, Span<double> x, int from)
        where T : struct, IDoubleLanes<T>
    {
        ref var z = ref MemoryMarshal.GetReference(normals);
        ref var to = ref MemoryMarshal.GetReference(x);
        var s = T.Create(deviation);
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= (nuint)x.Length; i += (nuint)T.Count)
            T.Store(T.FusedMultiplyAdd(s, T.LoadSingles(ref z, i), T.Load(ref to, i)), ref to, i);
        return (int)i;
    }
}
