using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Analysis.Columns;

/// <summary>Sums of a function of each outcome, always added in the same order: bit-identical wherever it runs.</summary>
/// <remarks>
/// Floats are widened to double and summed in 8 fixed lanes within blocks of 4,096; block sums are added with Neumaier's
/// compensation (1974). Vector256 means the same arithmetic on every processor, with or without the instructions, and nothing is fused.
/// </remarks>
internal static class FixedOrderSum
{
    private const int BlockLength = 4096;

    /// <summary>The sum of the term over the column.</summary>
    internal static double Of<TTerm>(ReadOnlySpan<float> column, TTerm term)
        where TTerm : struct, ITerm
    {
        var total = default(CompensatedSum);
        for (var start = 0; start < column.Length; start += BlockLength)
        {
            total.Add(BlockSum(column.Slice(start, Math.Min(BlockLength, column.Length - start)), term));
        }

        return total.Value;
    }

    /// <summary>The sum of the term over pairs of outcomes of the same path; the columns have the same length.</summary>
    internal static double Of<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<float> second, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var total = default(CompensatedSum);
        for (var start = 0; start < first.Length; start += BlockLength)
        {
            var length = Math.Min(BlockLength, first.Length - start);
            total.Add(BlockSum(first.Slice(start, length), second.Slice(start, length), term));
        }

        return total.Value;
    }

    /// <summary>The sum of weight times term over the column; as many weights as outcomes.</summary>
    internal static double Of<TTerm>(ReadOnlySpan<float> column, ReadOnlySpan<double> weights, TTerm term)
        where TTerm : struct, ITerm => Of(column, column, weights, new First<TTerm>(term));

    /// <summary>The sum of weight times term over pairs of outcomes of the same path; columns and weights have the same length.</summary>
    internal static double Of<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<float> second, ReadOnlySpan<double> weights, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var total = default(CompensatedSum);
        for (var start = 0; start < first.Length; start += BlockLength)
        {
            var length = Math.Min(BlockLength, first.Length - start);
            total.Add(BlockSum(first.Slice(start, length), second.Slice(start, length), weights.Slice(start, length), term));
        }

        return total.Value;
    }

    /// <summary>
    /// The sum of weight times term over pairs of which the second is a double; weights are all one where there are none.
    /// </summary>
    internal static double Of<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<double> second, ReadOnlySpan<double> weights, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var total = default(CompensatedSum);
        for (var start = 0; start < first.Length; start += BlockLength)
        {
            var length = Math.Min(BlockLength, first.Length - start);
            var x = first.Slice(start, length);
            var y = second.Slice(start, length);
            total.Add(weights.IsEmpty ? BlockSum(x, y, term) : BlockSum(x, y, weights.Slice(start, length), term));
        }

        return total.Value;
    }

    private static double BlockSum<TTerm>(ReadOnlySpan<float> block, TTerm term)
        where TTerm : struct, ITerm
    {
        var lower = Vector256<double>.Zero;
        var upper = Vector256<double>.Zero;
        foreach (var eight in MemoryMarshal.Cast<float, Vector256<float>>(block))
        {
            var (x0, x1) = Vector256.Widen(eight);
            lower += term.At(x0);
            upper += term.At(x1);
        }

        var sum = Vector256.Sum(lower + upper);
        foreach (var x in block[(block.Length & ~7)..])
        {
            sum += term.At(Vector256.Create((double)x)).ToScalar();
        }

        return sum;
    }

    private static double BlockSum<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<float> second, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var lower = Vector256<double>.Zero;
        var upper = Vector256<double>.Zero;
        var seconds = MemoryMarshal.Cast<float, Vector256<float>>(second);
        var firsts = MemoryMarshal.Cast<float, Vector256<float>>(first);
        for (var i = 0; i < firsts.Length; i++)
        {
            var (x0, x1) = Vector256.Widen(firsts[i]);
            var (y0, y1) = Vector256.Widen(seconds[i]);
            lower += term.At(x0, y0);
            upper += term.At(x1, y1);
        }

        var sum = Vector256.Sum(lower + upper);
        for (var i = first.Length & ~7; i < first.Length; i++)
        {
            sum += term.At(Vector256.Create((double)first[i]), Vector256.Create((double)second[i])).ToScalar();
        }

        return sum;
    }

    private static double BlockSum<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<float> second, ReadOnlySpan<double> weights, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var lower = Vector256<double>.Zero;
        var upper = Vector256<double>.Zero;
        var firsts = MemoryMarshal.Cast<float, Vector256<float>>(first);
        var seconds = MemoryMarshal.Cast<float, Vector256<float>>(second);
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(weights);
        for (var i = 0; i < firsts.Length; i++)
        {
            var (x0, x1) = Vector256.Widen(firsts[i]);
            var (y0, y1) = Vector256.Widen(seconds[i]);
            lower += fours[2 * i] * term.At(x0, y0);
            upper += fours[(2 * i) + 1] * term.At(x1, y1);
        }

        var sum = Vector256.Sum(lower + upper);
        for (var i = first.Length & ~7; i < first.Length; i++)
        {
            sum += weights[i] * term.At(Vector256.Create((double)first[i]), Vector256.Create((double)second[i])).ToScalar();
        }

        return sum;
    }

    private static double BlockSum<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<double> second, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var lower = Vector256<double>.Zero;
        var upper = Vector256<double>.Zero;
        var firsts = MemoryMarshal.Cast<float, Vector256<float>>(first);
        var seconds = MemoryMarshal.Cast<double, Vector256<double>>(second);
        for (var i = 0; i < firsts.Length; i++)
        {
            var (x0, x1) = Vector256.Widen(firsts[i]);
            lower += term.At(x0, seconds[2 * i]);
            upper += term.At(x1, seconds[(2 * i) + 1]);
        }

        var sum = Vector256.Sum(lower + upper);
        for (var i = first.Length & ~7; i < first.Length; i++)
        {
            sum += term.At(Vector256.Create((double)first[i]), Vector256.Create(second[i])).ToScalar();
        }

        return sum;
    }

    private static double BlockSum<TTerm>(ReadOnlySpan<float> first, ReadOnlySpan<double> second, ReadOnlySpan<double> weights, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var lower = Vector256<double>.Zero;
        var upper = Vector256<double>.Zero;
        var firsts = MemoryMarshal.Cast<float, Vector256<float>>(first);
        var seconds = MemoryMarshal.Cast<double, Vector256<double>>(second);
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(weights);
        for (var i = 0; i < firsts.Length; i++)
        {
            var (x0, x1) = Vector256.Widen(firsts[i]);
            lower += fours[2 * i] * term.At(x0, seconds[2 * i]);
            upper += fours[(2 * i) + 1] * term.At(x1, seconds[(2 * i) + 1]);
        }

        var sum = Vector256.Sum(lower + upper);
        for (var i = first.Length & ~7; i < first.Length; i++)
        {
            sum += weights[i] * term.At(Vector256.Create((double)first[i]), Vector256.Create(second[i])).ToScalar();
        }

        return sum;
    }

    /// <summary>A term of the first of two outcomes.</summary>
    private readonly struct First<TTerm>(TTerm term) : IPairTerm
        where TTerm : struct, ITerm
    {
        private readonly TTerm term = term;

        public Vector256<double> At(Vector256<double> x, Vector256<double> y) => term.At(x);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct CompensatedSum
    {
        private double sum;
        private double compensation;

        internal readonly double Value => sum + compensation;

        internal void Add(double x)
        {
            var next = sum + x;
            compensation += Math.Abs(sum) >= Math.Abs(x) ? sum - next + x : x - next + sum;
            sum = next;
        }
    }
}
