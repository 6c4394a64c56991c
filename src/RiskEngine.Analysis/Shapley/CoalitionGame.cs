using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Analysis.Shapley;

/// <summary>
/// Which coalitions of players must be valued, and with which weights their values make up the players' Shapley values and the interactions
/// of pairs: both are sums of weight times value over coalitions.
/// </summary>
/// <remarks>
/// Exact over all subsets (Shapley 1953) up to <see cref="MostExact"/> players: the weight of adding player i to A is |A|! (n - |A| - 1)! /
/// n!. Beyond, the average over random orders of the players, each order walked forwards and backwards (Castro, Gomez and Tejada 2009;
/// Mitchell et al. 2022): as many coalitions as players times orders. Interaction index of a pair (Grabisch and Roubens 1999): |A|! (n -
/// |A| - 2)! / (n - 1)! times v(A+ij) - v(A+i) - v(A+j) + v(A); only when exact.
/// </remarks>
public sealed class CoalitionGame
{
    /// <summary>Up to so many players all subsets are valued.</summary>
    public const int MostExact = 10;

    private readonly Dictionary<Coalition, int> index = [];
    private readonly List<Coalition> coalitions = [];
    private readonly List<List<(int Player, double Weight)>> weights = [];

    private CoalitionGame(int players) => Players = players;

    /// <summary>Number of players.</summary>
    public int Players { get; }

    /// <summary>Whether every subset is valued.</summary>
    public bool IsExact { get; private init; }

    /// <summary>The coalitions to value; the empty one first.</summary>
    public IReadOnlyList<Coalition> Coalitions => coalitions;

    /// <summary>Where the coalition of all players stands in <see cref="Coalitions"/>.</summary>
    public int Whole => index[Coalition.First(Players)];

    /// <summary>
    /// For each random order the places in <see cref="Coalitions"/> that it passes before and after each player comes; forwards and
    /// backwards in pairs. Empty when exact.
    /// </summary>
    internal List<(int Before, int After)[]> Orders { get; } = [];

    /// <summary>The exact game of a few players.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="MostExact"/> players.</exception>
    public static CoalitionGame Exact(int players)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MostExact);
        var game = new CoalitionGame(players) { IsExact = true };
        for (var bits = 0UL; bits < 1UL << players; bits++)
        {
            var coalition = Coalition.Of(bits);
            var at = game.At(coalition);
            for (var i = 0; i < players; i++)
            {
                var (isIn, size) = (coalition.Contains(i), coalition.Size);
                var weight = isIn ? Share(size - 1, players - size, players) : 0 - Share(size, players - size - 1, players);
                game.weights[at].Add((i, weight));
            }
        }

        return game;
    }

    /// <summary>The game of many players, by random orders.</summary>
    /// <param name="players">1 or more.</param>
    /// <param name="pairs">Pairs of orders, 2 or more: each random order is walked forwards and backwards.</param>
    /// <param name="orders">The stream that draws the orders.</param>
    public static CoalitionGame Sampled(int players, int pairs, RandomStream orders)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 2);
        var game = new CoalitionGame(players);
        game.At(Coalition.Empty);
        for (var n = 0; n < pairs; n++)
        {
            var order = Enumerable.Range(0, players).OrderBy(i => orders.Uniform(n, (uint)i)).ToArray();
            game.Walk(order, 0.5 / pairs);
            game.Walk([.. order.Reverse()], 0.5 / pairs);
        }

        return game;
    }

    /// <summary>The weights of a coalition's value in the players' Shapley values: those that are not zero.</summary>
    /// <param name="at">Place in <see cref="Coalitions"/>.</param>
    public IReadOnlyList<(int Player, double Weight)> WeightsAt(int at) => weights[at];

    /// <summary>The weight of a coalition's value in the interaction of two players.</summary>
    /// <exception cref="InvalidOperationException">The game is sampled.</exception>
    public double WeightAt(int at, int first, int second)
    {
        if (!IsExact)
            throw new InvalidOperationException("Expected a game over all subsets; interactions are not told from random orders.");
        var coalition = coalitions[at];
        var inside = (coalition.Contains(first) ? 1 : 0) + (coalition.Contains(second) ? 1 : 0);
        var others = coalition.Size - inside;
        var share = Share(others, Players - others - 2, Players - 1);
        return inside == 1 ? 0 - share : share;
    }

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
        var steps = new (int Before, int After)[Players];
        var (coalition, before) = (Coalition.Empty, 0);
        foreach (var player in order)
        {
            coalition = coalition.With(player);
            var after = At(coalition);
            Add(after, player, weight);
            Add(before, player, 0 - weight);
            steps[player] = (before, after);
            before = after;
        }

        Orders.Add(steps);
    }

    private void Add(int coalition, int player, double weight)
    {
        var list = weights[coalition];
        var at = list.FindIndex(w => w.Player == player);
        if (at < 0)
            list.Add((player, weight));
        else
            list[at] = (player, list[at].Weight + weight);
    }

    private int At(Coalition coalition)
    {
        if (index.TryGetValue(coalition, out var at))
            return at;
        index.Add(coalition, coalitions.Count);
        coalitions.Add(coalition);
        weights.Add([]);
        return coalitions.Count - 1;
    }
}
