using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            throw new ArgumentException(
                $"Expected rows of {x.Length} paths; found {drift.Length}, {deviation.Length} and {normals.Length}.",
                nameof(x)
            );
        ref var m = ref MemoryMarshal.GetReference(drift);
        ref var s = ref MemoryMarshal.GetReference(deviation);
        ref var z = ref MemoryMarshal.GetReference(normals);
        ref var to = ref MemoryMarshal.GetReference(x);
        var length = (nuint)x.Length;
        nuint i = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            var (vh, vroot) = (Vector512.Create(h), Vector512.Create(root));
            for (; i + 16 <= length; i += 16)
            {
                var (z0, z1) = Vector512.Widen(Vector512.LoadUnsafe(ref z, i));
                Step(ref m, vh, ref s, vroot, z0, ref to, i);
                Step(ref m, vh, ref s, vroot, z1, ref to, i + 8);
            }
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
        {
            var (vh, vroot) = (Vector256.Create(h), Vector256.Create(root));
            for (; i + 8 <= length; i += 8)
            {
                var (z0, z1) = Vector256.Widen(Vector256.LoadUnsafe(ref z, i));
                Step(ref m, vh, ref s, vroot, z0, ref to, i);
                Step(ref m, vh, ref s, vroot, z1, ref to, i + 4);
            }
        }

        for (; i < length; i++)
        {
            ref var at = ref Unsafe.Add(ref to, i);
            at = Math.FusedMultiplyAdd(
                Unsafe.Add(ref s, i) * root,
                Unsafe.Add(ref z, i),
                Math.FusedMultiplyAdd(Unsafe.Add(ref m, i), h, at)
            );
        }
    }

    internal static void Step(VectorWidth width, double drift, double h, double deviation, ReadOnlySpan<float> normals, Span<double> x)
    {
        if (normals.Length != x.Length)
            throw new ArgumentException($"Expected {x.Length} normals; found {normals.Length}.", nameof(normals));
        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Doubles512>(drift, h, deviation, normals, x, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256>(drift, h, deviation, normals, x, 0);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(VectorWidth width, double deviation, ReadOnlySpan<float> normals, Span<double> x)
    {
        if (normals.Length != x.Length)
            throw new ArgumentException($"Expected {x.Length} normals; found {normals.Length}.", nameof(normals));
        ref var z = ref MemoryMarshal.GetReference(normals);
        ref var to = ref MemoryMarshal.GetReference(x);
        var length = (nuint)x.Length;
        nuint i = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            var s = Vector512.Create(deviation);
            for (; i + 16 <= length; i += 16)
            {
                var (z0, z1) = Vector512.Widen(Vector512.LoadUnsafe(ref z, i));
                Vector512.FusedMultiplyAdd(s, z0, Vector512.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
                Vector512.FusedMultiplyAdd(s, z1, Vector512.LoadUnsafe(ref to, i + 8)).StoreUnsafe(ref to, i + 8);
            }
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
        {
            var s = Vector256.Create(deviation);
            for (; i + 8 <= length; i += 8)
            {
                var (z0, z1) = Vector256.Widen(Vector256.LoadUnsafe(ref z, i));
                Vector256.FusedMultiplyAdd(s, z0, Vector256.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
                Vector256.FusedMultiplyAdd(s, z1, Vector256.LoadUnsafe(ref to, i + 4)).StoreUnsafe(ref to, i + 4);
            }
        }

        for (; i < length; i++)
            Unsafe.Add(ref to, i) = Math.FusedMultiplyAdd(deviation, Unsafe.Add(ref z, i), Unsafe.Add(ref to, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        ref double drift,
        Vector512<double> h,
        ref double deviation,
        Vector512<double> root,
        Vector512<double> z,
        ref double x,
        nuint i
    )
    {
        var moved = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref drift, i), h, Vector512.LoadUnsafe(ref x, i));
        Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref deviation, i) * root, z, moved).StoreUnsafe(ref x, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        ref double drift,
        Vector256<double> h,
        ref double deviation,
        Vector256<double> root,
        Vector256<double> z,
        ref double x,
        nuint i
    )
    {
        var moved = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref drift, i), h, Vector256.LoadUnsafe(ref x, i));
        Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref deviation, i) * root, z, moved).StoreUnsafe(ref x, i);
    }
}
