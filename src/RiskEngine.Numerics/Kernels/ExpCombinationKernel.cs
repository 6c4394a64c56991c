using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// The exponential of a linear combination of rows: y = exp(constant + sum + c1 x1 + c2 x2 + ...), where the sum grows by a multiple of
/// singles first.
/// </summary>
/// <remarks>
/// One pass: nothing goes through memory between the combination and its exponential. The constant comes first, then the sum (fused with
/// its singles), then the rows in their order by fused multiply-adds, then <see cref="ExpKernel"/>'s exponential: every width, and the
/// scalar twin, gives the same bits.
/// </remarks>
public static class ExpCombinationKernel
{
    /// <summary>Writes the exponentials.</summary>
    /// <param name="constant">What every exponent has.</param>
    /// <param name="rows">Which rows of the table.</param>
    /// <param name="coefficients">What each of them is multiplied by.</param>
    /// <param name="table">Rows as long as <paramref name="exponentials"/>, one after the other.</param>
    /// <param name="scale">What the singles are multiplied by.</param>
    /// <param name="singles">One number for each sum, added to it; or empty.</param>
    /// <param name="sums">One for each exponential; or empty for none.</param>
    /// <param name="exponentials">Where they are written.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a row is not in the table.</exception>
    public static void Transform(
        double constant,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> coefficients,
        ReadOnlySpan<double> table,
        double scale,
        ReadOnlySpan<float> singles,
        Span<double> sums,
        Span<double> exponentials
    ) => Transform(VectorSupport.Best, constant, rows, coefficients, table, scale, singles, sums, exponentials);

    internal static void Transform(
        VectorWidth width,
        double constant,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> coefficients,
        ReadOnlySpan<double> table,
        double scale,
        ReadOnlySpan<float> singles,
        Span<double> sums,
        Span<double> exponentials
    )
    {
        var length = exponentials.Length;
        if (rows.Length != coefficients.Length)
            throw new ArgumentException($"Expected {rows.Length} coefficients; found {coefficients.Length}.", nameof(coefficients));
        if (sums.Length != 0 && sums.Length != length)
            throw new ArgumentException($"Expected {length} sums or none; found {sums.Length}.", nameof(sums));
        if (singles.Length != 0 && singles.Length != sums.Length)
            throw new ArgumentException($"Expected {sums.Length} singles or none; found {singles.Length}.", nameof(singles));
        foreach (var row in rows)
        {
            if (row < 0 || (row + 1) * length > table.Length)
            {
                throw new ArgumentException(
                    $"Expected rows of the table's {table.Length / Math.Max(1, length)}; found row {row}.",
                    nameof(rows)
                );
            }
        }

        var done = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            done = Run<Doubles512x4>(constant, rows, coefficients, table, scale, singles, sums, exponentials, 0);
            if (done < length)
                done = Run<Doubles512>(constant, rows, coefficients, table, scale, singles, sums, exponentials, done);
        }
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
        {
            done = Run<Doubles256x2>(constant, rows, coefficients, table, scale, singles, sums, exponentials, 0);
        }
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
        {
            done = Run<Doubles128>(constant, rows, coefficients, table, scale, singles, sums, exponentials, 0);
        }

        if (done < length)
            Run<Doubles1>(constant, rows, coefficients, table, scale, singles, sums, exponentials, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run<T>(
        double constant,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> coefficients,
        ReadOnlySpan<double> table,
        double scale,
        ReadOnlySpan<float> singles,
        Span<double> sums,
        Span<double> exponentials,
        int from
    )
        where T : struct, IDoubleLanes<T>
    {
        ref var x = ref MemoryMarshal.GetReference(table);
        ref var z = ref MemoryMarshal.GetReference(singles);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var to = ref MemoryMarshal.GetReference(exponentials);
        var (hasSums, hasSingles) = (sums.Length > 0, singles.Length > 0);
        var length = (nuint)exponentials.Length;

        // Most have one row: its place and coefficient are looked up once.
        var hasRows = rows.Length > 0;
        var (first, firstAt) = hasRows ? (coefficients[0], (nuint)rows[0] * length) : (0, 0);
        var i = (nuint)from;
        for (; i + (nuint)T.Count <= length; i += (nuint)T.Count)
        {
            var y = T.Create(constant);
            if (hasSums)
                y = T.Add(y, Sum(ref sum, ref z, T.Create(scale), hasSingles, i));
            if (hasRows)
                y = T.FusedMultiplyAdd(T.Create(first), T.Load(ref x, firstAt + i), y);
            for (var j = 1; j < rows.Length; j++)
                y = T.FusedMultiplyAdd(T.Create(coefficients[j]), T.Load(ref x, (nuint)rows[j] * length + i), y);
            ExpKernel.Store(y, ref to, i);
        }

        return (int)i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<T>(ref double sums, ref float singles, T scale, bool hasSingles, nuint i)
        where T : struct, IDoubleLanes<T>
    {
        var sum = T.Load(ref sums, i);
        if (!hasSingles)
            return sum;
        sum = T.FusedMultiplyAdd(scale, T.LoadSingles(ref singles, i), sum);
        T.Store(sum, ref sums, i);
        return sum;
    }
}
