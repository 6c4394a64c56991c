using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Adds growth and shocks to a row, the shocks an odd function g of normals that stands in a table:
/// x = x + (drift h + (volatility root) g(z)).
/// </summary>
/// <remarks>
/// g is linear within the table's cells and constant beyond the last. Nothing is fused, so that every width gives the bits of the scalar
/// twin; there is no code for 128 bits, where nothing reads several places of a table at once.
/// </remarks>
public static class OddTableKernel
{
    /// <summary>Takes one step.</summary>
    /// <param name="table">g at 0, 1, 2... over <paramref name="perUnit"/>, its last value twice: at least three numbers.</param>
    /// <param name="perUnit">Cells of the table in a unit of z, above zero.</param>
    /// <param name="drift">Growth a year, one number per path.</param>
    /// <param name="h">Years.</param>
    /// <param name="volatility">Volatility, one number per path.</param>
    /// <param name="root">What the volatility is multiplied by.</param>
    /// <param name="normals">One z per path; one that is no number gives none.</param>
    /// <param name="x">What is moved.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the table is too short.</exception>
    public static void Step(
        ReadOnlySpan<double> table,
        double perUnit,
        ReadOnlySpan<double> drift,
        double h,
        ReadOnlySpan<double> volatility,
        double root,
        ReadOnlySpan<float> normals,
        Span<double> x
    ) => Step(VectorSupport.Best, table, perUnit, drift, h, volatility, root, normals, x);

    /// <summary>g of one number.</summary>
    /// <param name="table">g at 0, 1, 2... over <paramref name="perUnit"/>, its last value twice: at least three numbers.</param>
    /// <param name="perUnit">Cells of the table in a unit of z, above zero.</param>
    /// <param name="z">The number.</param>
    public static double At(ReadOnlySpan<double> table, double perUnit, double z)
    {
        double cells = table.Length - 2;
        var place = Math.Min(Math.Abs(z), cells / perUnit) * perUnit;
        var cell = (int)place;
        return Math.CopySign(table[cell] + ((place - cell) * (table[cell + 1] - table[cell])), z);
    }

    internal static void Step(
        VectorWidth width,
        ReadOnlySpan<double> table,
        double perUnit,
        ReadOnlySpan<double> drift,
        double h,
        ReadOnlySpan<double> volatility,
        double root,
        ReadOnlySpan<float> normals,
        Span<double> x
    )
    {
        if (table.Length < 3)
            throw new ArgumentException($"Expected a table of at least 3 numbers; found {table.Length}.", nameof(table));
        if (drift.Length != x.Length || volatility.Length != x.Length || normals.Length != x.Length)
        {
            throw new ArgumentException(
                $"Expected rows of {x.Length} paths; found {drift.Length}, {volatility.Length} and {normals.Length}.",
                nameof(x)
            );
        }

        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run512(table, perUnit, drift, h, volatility, root, normals, x);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run256(table, perUnit, drift, h, volatility, root, normals, x);
        for (var i = done; i < x.Length; i++)
            x[i] += (drift[i] * h) + (volatility[i] * root * At(table, perUnit, normals[i]));
    }

    // The place of what is no number is none either (the minimum gives its second operand), but the cell that is read is one of the table.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static unsafe int Run512(
        ReadOnlySpan<double> table,
        double perUnit,
        ReadOnlySpan<double> drift,
        double h,
        ReadOnlySpan<double> volatility,
        double root,
        ReadOnlySpan<float> normals,
        Span<double> x
    )
    {
        var (last, most) = (Vector512.Create((double)(table.Length - 2)), Vector512.Create((table.Length - 2) / perUnit));
        ref var d = ref MemoryMarshal.GetReference(drift);
        ref var v = ref MemoryMarshal.GetReference(volatility);
        ref var n = ref MemoryMarshal.GetReference(normals);
        ref var to = ref MemoryMarshal.GetReference(x);
        var i = (nuint)0;
        fixed (double* g = table)
        {
            for (; i + 8 <= (nuint)x.Length; i += 8)
            {
                var z = Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref n, i));
                var place = Avx512F.Min(most, Vector512.Abs(z)) * perUnit;
                var cell = Avx512F.ConvertToVector256Int32WithTruncation(Avx512F.Min(place, last));
                var (low, high) = (cell.GetLower(), cell.GetUpper());
                var from = Vector512.Create(Avx2.GatherVector256(g, low, 8), Avx2.GatherVector256(g, high, 8));
                var next = Vector512.Create(Avx2.GatherVector256(g + 1, low, 8), Avx2.GatherVector256(g + 1, high, 8));
                var size = from + ((place - Avx512F.ConvertToVector512Double(cell)) * (next - from));
                var move = Vector512.LoadUnsafe(ref v, i) * root * Vector512.CopySign(size, z);
                (Vector512.LoadUnsafe(ref to, i) + ((Vector512.LoadUnsafe(ref d, i) * h) + move)).StoreUnsafe(ref to, i);
            }
        }

        return (int)i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static unsafe int Run256(
        ReadOnlySpan<double> table,
        double perUnit,
        ReadOnlySpan<double> drift,
        double h,
        ReadOnlySpan<double> volatility,
        double root,
        ReadOnlySpan<float> normals,
        Span<double> x
    )
    {
        var (last, most) = (Vector256.Create((double)(table.Length - 2)), Vector256.Create((table.Length - 2) / perUnit));
        ref var d = ref MemoryMarshal.GetReference(drift);
        ref var v = ref MemoryMarshal.GetReference(volatility);
        ref var n = ref MemoryMarshal.GetReference(normals);
        ref var to = ref MemoryMarshal.GetReference(x);
        var i = (nuint)0;
        fixed (double* g = table)
        {
            for (; i + 4 <= (nuint)x.Length; i += 4)
            {
                var z = Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref n, i));
                var place = Avx.Min(most, Vector256.Abs(z)) * perUnit;
                var cell = Avx.ConvertToVector128Int32WithTruncation(Avx.Min(place, last));
                var from = Avx2.GatherVector256(g, cell, 8);
                var next = Avx2.GatherVector256(g + 1, cell, 8);
                var size = from + ((place - Avx.ConvertToVector256Double(cell)) * (next - from));
                var move = Vector256.LoadUnsafe(ref v, i) * root * Vector256.CopySign(size, z);
                (Vector256.LoadUnsafe(ref to, i) + ((Vector256.LoadUnsafe(ref d, i) * h) + move)).StoreUnsafe(ref to, i);
            }
        }

        return (int)i;
    }
}
