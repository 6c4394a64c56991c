using System.Numerics;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Analysis.Shapley;

/// <summary>
/// Which coalitions of players must be valued, and with which weights their values make up the players' Shapley values and the interactions
/// of pairs: both are sums of weight times value over coalitions. A coalition is a bit mask: bit i is player i.
/// </summary>
/// <remarks>
/// Exact over all subsets (Shapley 1953) up to <see cref="MostExact"/> players: the weight of adding player i to A is |A|! (n - |A| - 1)! /
/// n!. Beyond, the average over random orders of the players, each order walked forwards and backwards (Castro, Gomez and Tejada 2009;
/// Mitchell et al. 2022). Interaction index of a pair (Grabisch and Roubens 1999): |A|! (n - |A| - 2)! / (n - 1)! times v(A+ij) - v(A+i) -
/// v(A+j) + v(A); only when exact.
/// </remarks>
public sealed class CoalitionGame
{
    /// <summary>Up to so many players all subsets are valued.</summary>
    public const int MostExact = 10;

    private readonly Dictionary<ulong, int> index = [];
    private readonly List<ulong> coalitions = [];
    private readonly List<double>[] weights;

    private CoalitionGame(int players)
    {
        Players = players;
        weights = [.. Enumerable.Range(0, players).Select(_ => new List<double>())];
    }

    /// <summary>Number of players.</summary>
    public int Players { get; }

    /// <summary>Whether every subset is valued.</summary>
    public bool IsExact { get; private init; }

    /// <summary>The coalitions to value; the empty one first.</summary>
    public IReadOnlyList<ulong> Coalitions => coalitions;

    /// <summary>The random orders, forwards and backwards pairs; empty when exact.</summary>
    internal List<int[]> Orders { get; } = [];

    /// <summary>The exact game of a few players.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="MostExact"/> players.</exception>
    public static CoalitionGame Exact(int players)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MostExact);
        var game = new CoalitionGame(players) { IsExact = true };
        for (var mask = 0UL; mask < 1UL << players; mask++)
            game.At(mask);
        foreach (var mask in game.coalitions)
        {
            var size = BitOperations.PopCount(mask);
            for (var i = 0; i < players; i++)
            {
                var isIn = (mask >> i & 1) == 1;
                game.weights[i][(int)mask] = isIn ? Share(size - 1, players - size, players) : 0 - Share(size, players - size - 1, players);
            }
        }

        return game;
    }

    /// <summary>The game of many players, by random orders.</summary>
    /// <param name="players">1 to 63.</param>
    /// <param name="pairs">Pairs of orders, 2 or more: each random order is walked forwards and backwards.</param>
    /// <param name="orders">The stream that draws the orders.</param>
    public static CoalitionGame Sampled(int players, int pairs, RandomStream orders)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, 63);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 2);
        var game = new CoalitionGame(players);
        game.At(0);
        for (var n = 0; n < pairs; n++)
        {
            var order = Enumerable.Range(0, players).OrderBy(i => orders.Uniform(n, (uint)i)).ToArray();
            game.Walk(order, 0.5 / pairs);
            game.Walk([.. order.Reverse()], 0.5 / pairs);
        }

        return game;
    }

    /// <summary>The weight of each coalition's value, in the order of <see cref="Coalitions"/>, in a player's Shapley value.</summary>
    public IReadOnlyList<double> WeightsOf(int player) => weights[player];

    /// <summary>The weight of each coalition's value in the interaction of two players.</summary>
    /// <exception cref="InvalidOperationException">The game is sampled.</exception>
    public IReadOnlyList<double> WeightsOf(int first, int second)
    {
        if (!IsExact)
            throw new InvalidOperationException("Expected a game over all subsets; interactions are not told from random orders.");
        var pair = 1UL << first | 1UL << second;
        return
        [
            .. coalitions.Select(mask =>
            {
                var (others, inside) = (BitOperations.PopCount(mask & ~pair), BitOperations.PopCount(mask & pair));
                var share = Share(others, Players - others - 2, Players - 1);
                return inside == 1 ? 0 - share : share;
            }),
        ];
    }

    /// <summary>Where a coalition stands in <see cref="Coalitions"/>.</summary>
    internal int IndexOf(ulong coalition) => index[coalition];

    // a! b! / n!, by division on the way: factorials of 20 and more leave a long's range.
    private static double Share(int a, int b, int n)
    {
        var share = 1.0;
        for (var k = 2; k <= n; k++)
            share /= k;
        for (var k = 2; k <= a; k++)
            share *= k;
        for (var k = 2; k <= b; k++)
            share *= k;
        return share;
    }

    private void Walk(int[] order, double weight)
    {
        Orders.Add(order);
        var (mask, before) = (0UL, 0);
        foreach (var player in order)
        {
            mask |= 1UL << player;
            var after = At(mask);
            weights[player][after] += weight;
            weights[player][before] -= weight;
            before = after;
        }
    }

    private int At(ulong coalition)
    {
        if (index.TryGetValue(coalition, out var at))
            return at;
        index.Add(coalition, coalitions.Count);
        coalitions.Add(coalition);
        foreach (var list in weights)
            list.Add(0);
        return coalitions.Count - 1;
    }
}
