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
        var (sums, influences) = (new double[n + pairs.Length], new double[n + pairs.Length][]);
        for (var w = 0; w < sums.Length; w++)
            influences[w] = new double[paths];

        var (profits, influence, scratch) = (new float[paths], new double[paths], new float[SortedColumn.ScratchLength(paths)]);
        var values = new double[game.Coalitions.Count];
        for (var c = 0; c < values.Length; c++)
        {
            column(game.Coalitions[c], profits);
            values[c] = Influence.Of(measure, profits, weights, influence, scratch);
            foreach (var (player, weight) in game.WeightsAt(c))
                Add(player, weight, values[c]);
            for (var w = 0; w < pairs.Length; w++)
                Add(n + w, game.WeightAt(c, pairs[w].First, pairs[w].Second), values[c]);
        }

        return new ShapleyValues(
            values[0],
            values[game.Whole],
            [.. Enumerable.Range(0, n).Select(i => At(i, OrderVariance(game, values, i)))],
            [.. pairs.Select((p, at) => new PairInteraction(p.First, p.Second, At(n + at, 0)))]
        );

        void Add(int share, double weight, double value)
        {
            if (weight == 0)
                return;
            sums[share] += weight * value;
            TensorPrimitives.MultiplyAdd(influence, weight, influences[share], influences[share]);
        }

        Estimate At(int w, double orders) => Estimate.Normal(sums[w], Math.Sqrt(Variance(influences[w], weights) + orders));
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
        double Step((int Before, int After)[] order) => values[order[player].After] - values[order[player].Before];
        var pairs = game.Orders.Chunk(2).Select(pair => pair.Average(Step)).ToArray();
        var mean = pairs.Average();
        return pairs.Sum(x => (x - mean) * (x - mean)) / (pairs.Length - 1) / pairs.Length;
    }
}

/// <summary>Writes the profits of a coalition: one number per path.</summary>
/// <param name="coalition">The coalition.</param>
/// <param name="profits">Where to write.</param>
public delegate void CoalitionColumn(Coalition coalition, Span<float> profits);

/// <summary>How two players act together.</summary>
/// <param name="First">The one player.</param>
/// <param name="Second">The other.</param>
/// <param name="Interaction">What both together do beyond the sum of what each does; above zero they make each other's effect
/// larger.</param>
public sealed record PairInteraction(int First, int Second, Estimate Interaction);
