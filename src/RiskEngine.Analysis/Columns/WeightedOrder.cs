namespace RiskEngine.Analysis.Columns;

/// <summary>The weights of a sorted column, and what they add up to from below.</summary>
internal sealed class WeightedOrder
{
    // Sums of many weights miss the probability asked for by some last digits.
    private const double Allowance = 1e-12;
    private readonly double[] cumulated;
    private readonly double[] cumulatedSquares;

    private WeightedOrder(double[] probabilities)
    {
        Weights = PathWeights.Of(probabilities);
        cumulated = Cumulated(Weights.Probabilities);
        cumulatedSquares = Cumulated(Weights.Squares);
    }

    /// <summary>The weights in ascending order of the outcomes.</summary>
    internal PathWeights Weights { get; }

    /// <summary>Brings the weights into the ascending order of the column.</summary>
    internal static WeightedOrder Of(ReadOnlySpan<float> column, PathWeights weights)
    {
        var order = RadixSort.Order(column);
        var sorted = new double[order.Length];
        for (var k = 0; k < order.Length; k++)
            sorted[k] = weights.Probabilities[order[k]];
        return new WeightedOrder(sorted);
    }

    /// <summary>The smallest rank, from 1, whose cumulated weight reaches the probability.</summary>
    internal int RankAt(double probability)
    {
        var at = Array.BinarySearch(cumulated, probability * (1 - Allowance));
        if (at < 0)
            at = ~at;
        while (at > 0 && cumulated[at - 1] >= probability * (1 - Allowance))
            at--; // paths without weight do not count
        return Math.Min(at, cumulated.Length - 1) + 1;
    }

    /// <summary>How many of the highest outcomes make up the probability.</summary>
    internal int UpperRankAt(double probability)
    {
        var below = cumulated[^1] - (probability * (1 - Allowance));
        var at = Array.BinarySearch(cumulated, below);
        at = at < 0 ? ~at : at + 1;
        while (at < cumulated.Length && cumulated[at] <= below)
            at++;
        return Math.Max(1, cumulated.Length - at);
    }

    /// <summary>
    /// The weight of the lowest outcomes, and the number of equally probable paths whose proportion would have the same error (Korn and
    /// Graubard 1998).
    /// </summary>
    internal (double Share, double SampleSize) ShareOf(int lowest)
    {
        if (lowest == 0)
            return (0, Weights.SampleSize(cumulated.Length));
        return WeightedShare.Of(
            cumulated[lowest - 1] / cumulated[^1],
            cumulatedSquares[lowest - 1],
            cumulatedSquares[^1] - cumulatedSquares[lowest - 1]
        );
    }

    private static double[] Cumulated(ReadOnlySpan<double> values)
    {
        var sums = new double[values.Length];
        var sum = 0.0;
        for (var k = 0; k < sums.Length; k++)
            sums[k] = sum += values[k];
        return sums;
    }
}
