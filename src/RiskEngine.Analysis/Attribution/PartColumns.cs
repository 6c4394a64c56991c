using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Attribution;

/// <summary>Columns that add up to a portfolio's profit on every path: positions, groups, or factors with what they leave.</summary>
/// <remarks>The total is the sum of the parts, in double: whatever is split below adds up to the total's own measure exactly.</remarks>
public sealed class PartColumns
{
    private readonly double[] probabilities;

    /// <summary>Takes the parts.</summary>
    /// <param name="parts">One column a part; relative profits of the whole portfolio's start value, one per path, all finite; at least one part and 2 paths.</param>
    /// <param name="probabilities">The paths' probabilities, adding to 1; empty where they are equal.</param>
    /// <exception cref="ArgumentException">No part, columns of different lengths, or an outcome that is not finite.</exception>
    public PartColumns(IReadOnlyList<float[]> parts, ReadOnlySpan<double> probabilities = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0) throw new ArgumentException("Expected at least one part, found none.", nameof(parts));
        Paths = parts[0].Length;
        foreach (var part in parts)
        {
            ColumnCheck.RequireSameLength(Paths, part.Length, nameof(parts));
            _ = ColumnCheck.Sum(part, nameof(parts));
        }

        if (!probabilities.IsEmpty) ColumnCheck.RequireSameLength(Paths, probabilities.Length, nameof(probabilities));
        Parts = parts;
        this.probabilities = probabilities.ToArray();
        Total = new double[Paths];
        foreach (var part in parts)
        {
            for (var k = 0; k < Paths; k++) Total[k] += part[k];
        }

        Ascending = [.. Enumerable.Range(0, Paths)];
        Array.Sort((double[])Total.Clone(), Ascending);
        SampleSize = probabilities.IsEmpty ? Paths : 1 / this.probabilities.Sum(p => p * p);
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
    internal double Probability(int path) => probabilities.Length == 0 ? 1.0 / Paths : probabilities[path];

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
