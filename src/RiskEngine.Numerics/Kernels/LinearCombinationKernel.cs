using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Adds multiples of some rows of a table to a row: y += constant + c1 x1 + c2 x2 + ..., and a multiple of single-precision numbers last.
/// </summary>
/// <remarks>
/// The sum starts from y + constant and takes the rows in their order with fused multiply-adds, so that every width, and the scalar twin,
/// gives the same bits. Four vectors are held in registers while the rows go by.
/// </remarks>
public static class LinearCombinationKernel
{
    /// <summary>Adds a linear combination of rows.</summary>
    /// <param name="constant">What every number gets.</param>
    /// <param name="rows">Which rows of the table.</param>
    /// <param name="coefficients">What each of them is multiplied by.</param>
    /// <param name="table">Rows as long as <paramref name="y"/>, one after the other.</param>
    /// <param name="scale">What the singles are multiplied by.</param>
    /// <param name="singles">One number for each of y; or empty.</param>
    /// <param name="y">What is added to.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a row is not in the table.</exception>
    public static void Add(
        double constant,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> coefficients,
        ReadOnlySpan<double> table,
        double scale,
        ReadOnlySpan<float> singles,
        Span<double> y
    ) => Add(VectorSupport.Best, constant, rows, coefficients, table, scale, singles, y);

    internal static void Add(
        VectorWidth width,
        double constant,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> coefficients,
        ReadOnlySpan<double> table,
        double scale,
        ReadOnlySpan<float> singles,
        Span<double> y
    )
    {
        if (rows.Length != coefficients.Length)
            throw new ArgumentException($"Expected {rows.Length} coefficients; found {coefficients.Length}.", nameof(coefficients));
        if (singles.Length != 0 && singles.Length != y.Length)
            throw new ArgumentException($"Expected {y.Length} singles or none; found {singles.Length}.", nameof(singles));
        foreach (var row in rows)
        {
            if (row < 0 || (row + 1) * y.Length > table.Length)
            {
                throw new ArgumentException(
                    $"Expected rows of the table's {table.Length / Math.Max(1, y.Length)}; found row {row}.",
                    nameof(rows)
                );
            }
        }

        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            done = Run<Doubles512>(constant, rows, coefficients, table, scale, singles, y, 0);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            done = Run<Doubles256>(constant, rows, coefficients, table, scale, singles, y, 0);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            done = Run<Doubles128>(constant, rows, coefficients, table, scale, singles, y, 0);
        if (done < y.Length)
            Run<Doubles1>(constant, rows, coefficients, table, scale, singles, y, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(
        double constant,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> coefficients,
        ReadOnlySpan<double> table,
        double scale,
        ReadOnlySpan<float> singles,
        Span<double> y,
        int from
    )
        where T : struct, IDoubleLanes<T>
    {
        ref var x = ref MemoryMarshal.GetReference(table);
        ref var z = ref MemoryMarshal.GetReference(singles);
        ref var to = ref MemoryMarshal.GetReference(y);
        var c = T.Create(constant);
        var s = T.Create(scale);
        var lanes = (nuint)T.Count;
        var i = (nuint)from;
        for (; i + 4 * lanes <= (nuint)y.Length; i += 4 * lanes)
        {
            var y0 = T.Add(T.Load(ref to, i), c);
            var y1 = T.Add(T.Load(ref to, i + lanes), c);
            var y2 = T.Add(T.Load(ref to, i + 2 * lanes), c);
            var y3 = T.Add(T.Load(ref to, i + 3 * lanes), c);
            for (var j = 0; j < rows.Length; j++)
            {
                var e = T.Create(coefficients[j]);
                var at = (nuint)rows[j] * (nuint)y.Length + i;
                y0 = T.FusedMultiplyAdd(e, T.Load(ref x, at), y0);
                y1 = T.FusedMultiplyAdd(e, T.Load(ref x, at + lanes), y1);
                y2 = T.FusedMultiplyAdd(e, T.Load(ref x, at + 2 * lanes), y2);
                y3 = T.FusedMultiplyAdd(e, T.Load(ref x, at + 3 * lanes), y3);
            }

            if (singles.Length > 0)
            {
                y0 = T.FusedMultiplyAdd(s, T.LoadSingles(ref z, i), y0);
                y1 = T.FusedMultiplyAdd(s, T.LoadSingles(ref z, i + lanes), y1);
                y2 = T.FusedMultiplyAdd(s, T.LoadSingles(ref z, i + 2 * lanes), y2);
                y3 = T.FusedMultiplyAdd(s, T.LoadSingles(ref z, i + 3 * lanes), y3);
            }

            T.Store(y0, ref to, i);
            T.Store(y1, ref to, i + lanes);
            T.Store(y2, ref to, i + 2 * lanes);
            T.Store(y3, ref to, i + 3 * lanes);
        }

        for (; i + lanes <= (nuint)y.Length; i += lanes)
        {
            var sum = T.Add(T.Load(ref to, i), c);
            for (var j = 0; j < rows.Length; j++)
                sum = T.FusedMultiplyAdd(T.Create(coefficients[j]), T.Load(ref x, (nuint)rows[j] * (nuint)y.Length + i), sum);
            if (singles.Length > 0)
                sum = T.FusedMultiplyAdd(s, T.LoadSingles(ref z, i), sum);
            T.Store(sum, ref to, i);
        }

        return (int)i;
    }
}
