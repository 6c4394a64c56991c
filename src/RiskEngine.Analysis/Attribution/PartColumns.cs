using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Attribution;

/// <summary>Columns that add up to a portfolio's profit on every path: positions, groups, or factors with what they leave.</summary>
/// <remarks>The total is the sum of the parts, in double: whatever is split below adds up to the total's own measure exactly.</remarks>
public sealed class PartColumns
{
    // Sums stay in the nearest cache while all parts are added to them.
    private const int BlockLength = 2048;

    /// <summary>Takes the parts.</summary>
    /// <param name="parts">One column a part; relative profits of the whole portfolio's start value, one per path, all finite; at least one
    /// part and 2 paths.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">No part, columns or weights of different lengths, or an outcome that is not finite.</exception>
    public PartColumns(IReadOnlyList<float[]> parts, PathWeights weights = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
            throw new ArgumentException("Expected at least one part, found none.", nameof(parts));
        Paths = parts[0].Length;
        weights.RequirePaths(Paths, nameof(weights));
        (Parts, Weights, SampleSize) = (parts, weights, weights.SampleSize(Paths));
        Means = new double[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            ColumnCheck.RequireSameLength(Paths, parts[i].Length, nameof(parts));
            var sum = ColumnCheck.Sum(parts[i], nameof(parts));
            Means[i] = weights.AreEqual ? sum / Paths : FixedOrderSum.Of(parts[i], weights.Probabilities, default(Identity));
        }

        Total = new double[Paths];
        for (var start = 0; start < Paths; start += BlockLength)
        {
            var block = Total.AsSpan(start, Math.Min(BlockLength, Paths - start));
            foreach (var part in parts)
                Add(part.AsSpan(start, block.Length), block);
        }

        Ascending = RadixSort.Order(Total);
    }

    /// <summary>The parts.</summary>
    public IReadOnlyList<float[]> Parts { get; }

    /// <summary>Number of paths.</summary>
    public int Paths { get; }

    /// <summary>The sum of the parts on every path.</summary>
    internal double[] Total { get; }

    /// <summary>The paths from the lowest total to the highest.</summary>
    internal int[] Ascending { get; }

    /// <summary>The number of equally probable paths with the same errors.</summary>
    internal double SampleSize { get; }

    /// <summary>The paths' probabilities.</summary>
    internal PathWeights Weights { get; }

    /// <summary>The weighted mean of each part.</summary>
    internal double[] Means { get; }

    /// <summary>
    /// Rank from 0, in <see cref="Ascending"/>, of the quantile: the first at which the cumulated probability reaches it.
    /// </summary>
    internal int RankAt(double probability)
    {
        var p = Weights.Probabilities;
        var (cumulated, each) = (0.0, 1.0 / Paths);
        for (var r = 0; r < Paths; r++)
        {
            cumulated += p.IsEmpty ? each : p[Ascending[r]];
            if (cumulated >= probability * (1 - 1e-9))
                return r;
        }

        return Paths - 1;
    }

    /// <summary>The probabilities of some paths, in their order.</summary>
    internal double[] Probabilities(ReadOnlySpan<int> paths)
    {
        var found = new double[paths.Length];
        var p = Weights.Probabilities;
        if (p.IsEmpty)
        {
            Array.Fill(found, 1.0 / Paths);
        }
        else
        {
            for (var r = 0; r < found.Length; r++)
                found[r] = p[paths[r]];
        }

        return found;
    }

    private static void Add(ReadOnlySpan<float> part, Span<double> to)
    {
        var sums = MemoryMarshal.Cast<double, Vector256<double>>(to);
        var eights = MemoryMarshal.Cast<float, Vector256<float>>(part);
        for (var i = 0; i < eights.Length; i++)
        {
            var (lower, upper) = Vector256.Widen(eights[i]);
            sums[2 * i] += lower;
            sums[(2 * i) + 1] += upper;
        }

        for (var k = part.Length & ~7; k < part.Length; k++)
            to[k] += part[k];
    }
}
