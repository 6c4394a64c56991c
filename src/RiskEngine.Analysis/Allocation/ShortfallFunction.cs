using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Allocation;

/// <summary>Expected shortfall as a function of the amounts held, with a linear function below it that touches it there.</summary>
/// <remarks>
/// ES(w) = min over v of v + E(L - v)+ / (1 - level), L = -gains w (Rockafellar and Uryasev 2000). It is also the largest -sum of
/// pi gains w over tail weights pi between 0 and p / (1 - level) that add to one, so that each such sum bounds it from below everywhere.
/// </remarks>
internal sealed class ShortfallFunction(AllocationProblem problem)
{
    // Profits stay in the nearest cache while all gains are added to them.
    private const int BlockLength = 2048;
    private readonly float[] profits = new float[problem.Gains[0].Length];
    private readonly float[] scratch = new float[SortedColumn.ScratchLength(problem.Gains[0].Length)];
    private readonly List<int> tail = [];
    private readonly List<double> tailWeights = [];

    /// <summary>The value, and the slope: ES of any amounts u is at least slope times u.</summary>
    internal (double Value, double[] Slope) At(double[] amounts)
    {
        for (var start = 0; start < profits.Length; start += BlockLength)
        {
            var block = profits.AsSpan(start, Math.Min(BlockLength, profits.Length - start));
            block.Clear();
            for (var j = 0; j < problem.Size; j++)
            {
                if (amounts[j] != 0)
                    Add((float)amounts[j], problem.Gains[j].AsSpan(start, block.Length), block);
            }
        }

        var probability = 1 - problem.Level;
        Collect(OrderStatistic.Quantile(profits, probability, scratch, problem.Weights), probability);
        var slope = new double[problem.Size];
        var paths = CollectionsMarshal.AsSpan(tail);
        var shares = CollectionsMarshal.AsSpan(tailWeights)[..paths.Length];
        for (var j = 0; j < slope.Length; j++)
        {
            var (column, sum) = (problem.Gains[j], 0.0);
            for (var a = 0; a < paths.Length; a++)
                sum += shares[a] * column[paths[a]];
            slope[j] = -sum;
        }

        var value = 0.0;
        for (var j = 0; j < slope.Length; j++)
            value += slope[j] * amounts[j];
        return (value, slope);
    }

    private static void Add(float amount, ReadOnlySpan<float> gains, Span<float> to)
    {
        var sums = MemoryMarshal.Cast<float, Vector256<float>>(to);
        var eights = MemoryMarshal.Cast<float, Vector256<float>>(gains);
        var amounts = Vector256.Create(amount);
        for (var i = 0; i < eights.Length; i++)
            sums[i] += eights[i] * amounts;
        for (var k = to.Length & ~7; k < to.Length; k++)
            to[k] += gains[k] * amount;
    }

    /// <summary>The paths below the quantile with their weights, those on it with what is left of the tail.</summary>
    private void Collect(float quantile, double probability)
    {
        tail.Clear();
        tailWeights.Clear();
        var equal = 1.0 / profits.Length;
        var p = problem.Weights.Probabilities;
        var (below, on) = (0.0, 0.0);
        for (var i = 0; i < profits.Length; i++)
        {
            if (profits[i] > quantile)
                continue;
            var weight = p.IsEmpty ? equal : p[i];
            if (profits[i] < quantile)
                below += weight;
            else
                on += weight;
            tail.Add(i);
            tailWeights.Add(weight);
        }

        var share = on > 0 ? Math.Clamp((probability - below) / on, 0, 1) : 0;
        var total = below + (share * on);
        for (var a = 0; a < tail.Count; a++)
            tailWeights[a] *= (profits[tail[a]] < quantile ? 1 : share) / total;
    }
}
