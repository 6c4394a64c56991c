using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Attribution;

/// <summary>Columns that add up to a portfolio's profit on every path: positions, groups, or factors with what they leave.</summary>
/// <remarks>The total is the sum of the parts, in double: whatever is split below adds up to the total's own measure exactly.</remarks>
public sealed class PartColumns
{
    private readonly PathWeights weights;

    /// <summary>Takes the parts.</summary>
    /// <param name="parts">One column a part; relative profits of the whole portfolio's start value, one per path, all finite; at least one part and 2 paths.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    /// <exception cref="ArgumentException">No part, columns or weights of different lengths, or an outcome that is not finite.</exception>
    public PartColumns(IReadOnlyList<float[]> parts, PathWeights weights = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0) throw new ArgumentException("Expected at least one part, found none.", nameof(parts));
        Paths = parts[0].Length;
        foreach (var part in parts)
        {
            ColumnCheck.RequireSameLength(Paths, part.Length, nameof(parts));
            _ = ColumnCheck.Sum(part, nameof(parts));
        }

        weights.RequirePaths(Paths, nameof(weights));
        Parts = parts;
        this.weights = weights;
        Total = new double[Paths];
        foreach (var part in parts)
        {
            for (var k = 0; k < Paths; k++) Total[k] += part[k];
        }

        Ascending = [.. Enumerable.Range(0, Paths)];
        Array.Sort((double[])Total.Clone(), Ascending);
        SampleSize = weights.SampleSize(Paths);
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

    /// <summary>A path's probability.</summary>
    internal double Probability(int path) => weights.AreEqual ? 1.0 / Paths : weights.Probabilities[path];

    /// <summary>The weighted mean of a part.</summary>
    internal double Mean(int part)
    {
        var column = Parts[part];
        var sum = 0.0;
        for (var k = 0; k < Paths; k++) sum += Probability(k) * column[k];
        return sum;
    }

    /// <summary>Rank from 0, in <see cref="Ascending"/>, of the quantile: the first at which the cumulated probability reaches it.</summary>
    internal int RankAt(double probability)
    {
        var cumulated = 0.0;
        for (var r = 0; r < Paths; r++)
        {
            cumulated += Probability(Ascending[r]);
            if (cumulated >= probability * (1 - 1e-9)) return r;
        }

        return Paths - 1;
    }
}
