using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Robust;

/// <summary>
/// The worst paths of a column of profits as atoms, the worst first: all that an expected shortfall depends on, whatever the tilt.
/// </summary>
internal sealed class LossTail
{
    private readonly double probability;
    private readonly double[] losses;
    private readonly double[] weights;
    private readonly double[] squares;
    private readonly double allSquares;

    private LossTail(double probability, double[] losses, double[] weights, double[] squares, double allSquares)
    {
        this.probability = probability;
        this.losses = losses;
        this.weights = weights;
        this.squares = squares;
        this.allSquares = allSquares;
    }

    /// <summary>The value at risk under the model.</summary>
    internal double Quantile => losses[^1];

    /// <summary>The greatest loss.</summary>
    internal double Worst => losses[0];

    /// <summary>The lowest profits that make up the probability.</summary>
    internal static LossTail Of(SortedColumn profits, double probability)
    {
        var rank = profits.RankAt(probability);
        var n = profits.Count;
        var lowest = profits.Lowest(rank);
        var (losses, weights, squares) = (new double[rank], new double[rank], new double[rank]);
        for (var k = 0; k < rank; k++)
        {
            losses[k] = -(double)lowest[k];
            weights[k] = profits.Weights.AreEqual ? 1.0 / n : profits.Weights.Probabilities[k];
            squares[k] = weights[k] * weights[k];
        }

        return new LossTail(probability, losses, weights, squares, 1 / profits.SampleSize);
    }

    /// <summary>The largest mean within the radius of v + (L - v)+ / probability, v at least the quantile.</summary>
    internal Estimate LargestMean(double v, double radius)
    {
        var beyond = 0;
        while (beyond < losses.Length && losses[beyond] > v)
            beyond++;
        var (column, model, square) = (new double[beyond + 1], new double[beyond + 1], new double[beyond + 1]);
        for (var k = 0; k < beyond; k++)
            (column[k], model[k], square[k]) = (v + ((losses[k] - v) / probability), weights[k], squares[k]);

        // All other paths lose no more than v: one atom.
        (column[beyond], model[beyond], square[beyond]) = (v, Math.Max(0, 1 - model.Sum()), Math.Max(0, allSquares - square.Sum()));
        return new Tilt(column, model, square).LargestMean(radius, beyond);
    }
}
