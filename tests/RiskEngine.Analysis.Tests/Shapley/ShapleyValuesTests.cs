using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Paired;
using RiskEngine.Analysis.Shapley;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Analysis.Tests.Shapley;

internal sealed class ShapleyValuesTests
{
    private const int Paths = 2000;

    [Test]
    public void The_glove_game_gives_two_thirds_to_the_only_left_glove()
    {
        // Shapley (1953): one left glove (player 0), two right ones; a pair is worth 1. Values 2/3, 1/6, 1/6.
        var found = Values(CoalitionGame.Exact(3), mask => (mask & 1) == 1 && mask > 1 ? 1 : 0);
        Assert.That(found.Players.Select(p => p.Value), Is.EqualTo(new[] { 2 / 3.0, 1 / 6.0, 1 / 6.0 }).Within(1e-6));
    }

    [Test]
    public void The_airport_game_shares_each_stretch_of_the_runway_among_those_who_need_it()
    {
        // Littlechild and Owen (1973): costs 1, 2, 4; the stretch that all need is shared by three, the next by two, the last is the
        // third's alone.
        double[] cost = [1, 2, 4];
        var found = Values(
            CoalitionGame.Exact(3),
            mask => Enumerable.Range(0, 3).Where(i => (mask >> i & 1) == 1).Select(i => cost[i]).DefaultIfEmpty(0).Max()
        );
        Assert.That(found.Players.Select(p => p.Value), Is.EqualTo(new[] { 1 / 3.0, (1 / 3.0) + 0.5, (1 / 3.0) + 0.5 + 2 }).Within(1e-6));
    }

    [Test]
    public void The_interaction_of_two_is_what_they_do_beyond_the_sum()
    {
        var found = Values(
            CoalitionGame.Exact(2),
            mask =>
                mask switch
                {
                    1 => 1,
                    2 => 2,
                    3 => 5,
                    _ => 0,
                }
        );
        Assert.That(found.Interactions.Single().Interaction.Value, Is.EqualTo(2).Within(1e-6));
        // Grabisch and Roubens (1999): in a unanimity game of three, every pair has 1/2.
        var all = Values(CoalitionGame.Exact(3), mask => mask == 7 ? 1 : 0);
        Assert.That(all.Interactions.Select(i => i.Interaction.Value), Is.All.EqualTo(0.5).Within(1e-6));
    }

    [FsCheck.NUnit.Property(Replay = "12345,67891", MaxTest = 40)]
    public void Values_add_up_to_what_all_do_together(int seed, byte size)
    {
        var n = 1 + (size % 6);
        var random = Samples.Normals(1 << n, seed & 0xffff);
        var found = Values(CoalitionGame.Exact(n), mask => random[(int)mask]);
        Assert.That(found.Players.Sum(p => p.Value), Is.EqualTo(found.Whole - found.Empty).Within(1e-6));
    }

    [Test]
    public void Sampled_orders_add_up_and_come_within_their_error()
    {
        // Of an additive game plus one pair, whose members share what they do together.
        double Worth(ulong mask) =>
            Enumerable.Range(0, 12).Sum(i => (mask >> i & 1) == 1 ? 0.01 * i : 0)
            + ((mask & 3) == 3 ? 0.1 : 0)
            - ((mask & 0xFF0) == 0xFF0 ? 0.2 : 0);
        var found = Values(CoalitionGame.Sampled(12, 40, RandomStream.Create(5, "orders")), Worth);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Players.Sum(p => p.Value), Is.EqualTo(found.Whole - found.Empty).Within(1e-6));
            Assert.That(found.Interactions, Is.Empty);
            for (var i = 0; i < 12; i++)
            {
                var truth = (0.01 * i) + (i < 2 ? 0.05 : 0) - (i >= 4 ? 0.025 : 0);
                Assert.That(found.Players[i].Value, Is.EqualTo(truth).Within((4 * found.Players[i].StandardError) + 1e-6), $"player {i}");
            }
        }
    }

    [Test]
    public void Three_hundred_players_add_up_and_each_comes_within_its_error()
    {
        // Player i adds i / 10,000; of the last hundred any one earns 0.5, which they share.
        const int N = 300;
        static double Worth(Coalition c) =>
            Enumerable.Range(0, N).Where(c.Contains).Sum(i => 1e-4 * i) + (Enumerable.Range(200, 100).Any(c.Contains) ? 0.5 : 0);
        var game = CoalitionGame.Sampled(N, 8, RandomStream.Create(5, "orders"));
        var found = ShapleyValues.Of(game, ProfitMeasure.Mean, 4, (coalition, profits) => profits.Fill((float)Worth(coalition)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(game.Coalitions, Has.Count.LessThanOrEqualTo(16 * N));
            Assert.That(found.Players.Sum(p => p.Value), Is.EqualTo(found.Whole - found.Empty).Within(1e-5));
            for (var i = 0; i < 200; i++)
                Assert.That(found.Players[i].Value, Is.EqualTo(1e-4 * i).Within(1e-6), $"player {i}");
            Assert.That(found.Players.Skip(200).Sum(p => p.Value), Is.EqualTo(0.5 + 100 * 249.5e-4).Within(1e-5));
        }
    }

    [Test]
    public void Of_a_single_player_value_and_error_are_the_paired_effect()
    {
        float[] without = Samples.Normally(Samples.Normals(Paths, 91), 0.05, 0.2),
            with = [.. without.Zip(Samples.Normals(Paths, 92), (x, z) => x + (float)(0.02 + (0.05 * z)))];
        ShapleyValues Of(ProfitMeasure measure) =>
            ShapleyValues.Of(CoalitionGame.Exact(1), measure, Paths, (c, profits) => (c.Contains(0) ? with : without).CopyTo(profits));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(ProfitMeasure.Mean).Players[0].Value, Is.EqualTo(PairedEffect.OnMean(with, without).Value).Within(1e-9));
            Assert.That(
                Of(ProfitMeasure.Mean).Players[0].StandardError,
                Is.EqualTo(PairedEffect.OnMean(with, without).StandardError).Within(0.1).Percent
            );
            var es = PairedEffect.OnExpectedShortfall(with, without, 0.95, new float[SortedColumn.ScratchLength(Paths)]);
            Assert.That(Of(ProfitMeasure.ExpectedShortfall95).Players[0].Value, Is.EqualTo(es.Value).Within(1e-7));
            Assert.That(Of(ProfitMeasure.ExpectedShortfall95).Players[0].StandardError, Is.EqualTo(es.StandardError).Within(0.1).Percent);
            var loss = PairedEffect.OnLossProbability(with, without);
            Assert.That(Of(ProfitMeasure.LossProbability).Players[0].Value, Is.EqualTo(loss.Value).Within(1e-9));
            Assert.That(Of(ProfitMeasure.LossProbability).Players[0].StandardError, Is.EqualTo(loss.StandardError).Within(0.1).Percent);
        }
    }

    [Test]
    public void Too_many_players_for_all_subsets_are_refused()
    {
        Assert.That(() => CoalitionGame.Exact(11), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(CoalitionGame.Exact(10).Coalitions, Has.Count.EqualTo(1024));
    }

    /// <summary>Columns whose mean is the worth of the coalition.</summary>
    private static ShapleyValues Values(CoalitionGame game, Func<ulong, double> worth) =>
        ShapleyValues.Of(game, ProfitMeasure.Mean, 4, (coalition, profits) => profits.Fill((float)worth(Bits(coalition))));

    private static ulong Bits(Coalition coalition) =>
        Enumerable.Range(0, 64).Where(coalition.Contains).Aggregate(0UL, (bits, i) => bits | 1UL << i);
}
