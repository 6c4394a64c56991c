using System.Numerics.Tensors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Shapley;

/// <summary>Players' Shapley values of one measure, and how pairs of them act together.</summary>
/// <param name="Empty">The measure with none of the players.</param>
/// <param name="Whole">The measure with all of them.</param>
/// <param name="Players">Each player's Shapley value; they add up to <paramref name="Whole"/> less <paramref name="Empty"/>.</param>
/// <param name="Interactions">What each pair does together beyond what both do alone; empty where it was sampled.</param>
public sealed record ShapleyValues(double Empty, double Whole, IReadOnlyList<Estimate> Players, IReadOnlyList<PairInteraction> Interactions)
{
    /// <summary>
    /// Works them out from columns of profits, one a coalition, on common random numbers. Errors are of paired influence values: Shapley
    /// values are sums of weight times measure, so each path's influence on them is the same sum of its influences. Sampled orders add
    /// their own scatter.
    /// </summary>
    /// <param name="game">The coalitions.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="paths">Number of paths, 2 or more.</param>
    /// <param name="column">Writes a coalition's profits; called once for each, in order.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    public static ShapleyValues Of(
        CoalitionGame game,
        ProfitMeasure measure,
        int paths,
        CoalitionColumn column,
        PathWeights weights = default
    )
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentNullException.ThrowIfNull(column);
        var n = game.Players;
        var pairs = game.IsExact ? Pairs(n) : [];
        IReadOnlyList<double>[] shares =
        [
            .. Enumerable.Range(0, n).Select(i => game.WeightsOf(i)),
            .. pairs.Select(p => game.WeightsOf(p.First, p.Second)),
        ];
        var (sums, influences) = (new double[shares.Length], new double[shares.Length][]);
        for (var w = 0; w < shares.Length; w++)
            influences[w] = new double[paths];

        var (profits, influence, scratch) = (new float[paths], new double[paths], new float[SortedColumn.ScratchLength(paths)]);
        var values = new double[game.Coalitions.Count];
        for (var c = 0; c < values.Length; c++)
        {
            column(game.Coalitions[c], profits);
            values[c] = Influence.Of(measure, profits, weights, influence, scratch);
            for (var w = 0; w < shares.Length; w++)
            {
                if (shares[w][c] == 0)
                    continue;
                sums[w] += shares[w][c] * values[c];
                TensorPrimitives.MultiplyAdd(influence, shares[w][c], influences[w], influences[w]);
            }
        }

        Estimate At(int w, double orders) => Estimate.Normal(sums[w], Math.Sqrt(Variance(influences[w], weights) + orders));
        return new ShapleyValues(
            values[game.IndexOf(0)],
            values[game.IndexOf((1UL << n) - 1)],
            [.. Enumerable.Range(0, n).Select(i => At(i, OrderVariance(game, values, i)))],
            [.. pairs.Select((p, at) => new PairInteraction(p.First, p.Second, At(n + at, 0)))]
        );
    }

    private static (int First, int Second)[] Pairs(int players) =>
        [.. Enumerable.Range(0, players).SelectMany(i => Enumerable.Range(i + 1, players - i - 1).Select(j => (i, j)))];

    /// <summary>The variance of the mean: the sum of p^2 times the squared deviation.</summary>
    private static double Variance(double[] values, PathWeights weights)
    {
        var mean = weights.AreEqual
            ? TensorPrimitives.Sum<double>(values) / values.Length
            : TensorPrimitives.Dot(values, weights.Probabilities);
        TensorPrimitives.Subtract(values, mean, values);
        if (weights.AreEqual)
            return TensorPrimitives.SumOfSquares<double>(values) / Math.Max(1, values.Length - 1) / values.Length;
        TensorPrimitives.Multiply(values, weights.Probabilities, values);
        return TensorPrimitives.SumOfSquares<double>(values);
    }

    /// <summary>
    /// The variance of the mean over random orders: of pairs of an order and its reverse, which are not independent of each other.
    /// </summary>
    private static double OrderVariance(CoalitionGame game, double[] values, int player)
    {
        if (game.IsExact)
            return 0;
        var pairs = game.Orders.Chunk(2).Select(pair => pair.Average(order => Step(game, values, order, player))).ToArray();
        var mean = pairs.Average();
        return pairs.Sum(x => (x - mean) * (x - mean)) / (pairs.Length - 1) / pairs.Length;
    }

    private static double Step(CoalitionGame game, double[] values, int[] order, int player)
    {
        var before = order.TakeWhile(p => p != player).Aggregate(0UL, (mask, p) => mask | 1UL << p);
        return values[game.IndexOf(before | 1UL << player)] - values[game.IndexOf(before)];
    }
}

/// <summary>Writes the profits of a coalition: one number per path.</summary>
/// <param name="coalition">The players in it, as bits.</param>
/// <param name="profits">Where to write.</param>
public delegate void CoalitionColumn(ulong coalition, Span<float> profits);

/// <summary>How two players act together.</summary>
/// <param name="First">The one player.</param>
/// <param name="Second">The other.</param>
/// <param name="Interaction">What both together do beyond the sum of what each does; above zero they make each other's effect
/// larger.</param>
public sealed record PairInteraction(int First, int Second, Estimate Interaction);
