using System.Numerics.Tensors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Shapley;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring.Attribution;

/// <summary>Shares the joint effect of all risks, and of all recommendations, among them.</summary>
internal static class ShapleyMeasuring
{
    private const int OrderPairs = 8;
    private const int RecommendationPaths = 1 << 15;

    /// <summary>
    /// The coalitions of risks that are simulated for the risks' shares: every subset, or those that random orders pass through, but all
    /// together, which is the base case. Bit i says whether risk i may occur.
    /// </summary>
    public static IReadOnlyList<ulong> Coalitions(Scenario scenario) =>
        scenario.Base.Model.Risks.Count is > 0 and var count
            ? [.. Game(count, scenario.Simulation.Seed).Coalitions.Where(c => c != All(count))]
            : [];

    /// <summary>The risks that are not in a coalition.</summary>
    public static HashSet<Id<RiskEvent>> Missing(IReadOnlyList<RiskEvent> risks, ulong coalition) =>
        [.. risks.Where((_, i) => (coalition >> i & 1) == 0).Select(r => r.Id)];

    /// <summary>Of the named risks.</summary>
    /// <param name="columns">The base case.</param>
    /// <param name="simulated">Outcomes of each of the <see cref="Coalitions"/>.</param>
    /// <param name="threads">Number of threads.</param>
    public static IReadOnlyList<ShapleyResult> Risks(BaseColumns columns, IReadOnlyList<CaseOutcomes> simulated, int threads)
    {
        var (risks, h) = (columns.Model.Risks, columns.Headline);
        var (all, paths) = (All(risks.Count), simulated[0].Paths);
        var profits = Coalitions(columns.Scenario).Zip(simulated).ToDictionary(c => c.First, c => c.Second.Cube);
        return Shared(
            ShapleyOver.Risks,
            columns,
            Game(risks.Count, columns.Scenario.Simulation.Seed),
            [.. columns.Variants.Headline],
            paths,
            [.. risks.Select(r => (r.Id.Value, r.Name))],
            threads,
            (p, v) =>
                (coalition, column) =>
                    (coalition == all ? columns.Profits(p, v, h)[..paths] : profits[coalition].Profits(p, v, h)).CopyTo(column)
        );
    }

    /// <summary>Of the recommendations: their gains add, so that every subset is a sum of columns.</summary>
    public static IReadOnlyList<ShapleyResult> Recommendations(BaseColumns columns, int threads)
    {
        var traded = columns.Traded;
        if (traded.Count == 0)
            return [];
        var paths = Math.Min(RecommendationPaths, columns.Paths);
        var gains = columns
            .Model.Portfolios.Select(
                (_, p) => traded.Select((_, r) => columns.Gain(new PortfolioIndex(p), r, columns.Headline)[..paths]).ToArray()
            )
            .ToArray();
        return Shared(
            ShapleyOver.Recommendations,
            columns,
            Game(traded.Count, columns.Scenario.Simulation.Seed),
            [columns.Variants.FollowingAll],
            paths,
            [.. traded.Select(r => (r.Id.Value, r.Name))],
            threads,
            (p, _) =>
                (coalition, column) =>
                {
                    columns.Profits(p, VariantSet.AsHeld, columns.Headline)[..paths].CopyTo(column);
                    for (var r = 0; r < traded.Count; r++)
                    {
                        if ((coalition >> r & 1) == 1)
                            TensorPrimitives.Add(column, gains[p.Value][r], column);
                    }
                }
        );
    }

    private static CoalitionGame Game(int players, ulong seed) =>
        players <= CoalitionGame.MostExact
            ? CoalitionGame.Exact(players)
            : CoalitionGame.Sampled(players, OrderPairs, RandomStream.Create(seed, "attribution/shapley-orders"));

    private static ulong All(int risks) => (1UL << risks) - 1;

    private static ShapleyResult[] Shared(
        ShapleyOver over,
        BaseColumns columns,
        CoalitionGame game,
        VariantIndex[] variants,
        int paths,
        IReadOnlyList<(string Id, LocalText Name)> names,
        int threads,
        Func<PortfolioIndex, VariantIndex, CoalitionColumn> column
    )
    {
        ProfitMeasure[] measures = [ProfitMeasure.Mean, ProfitMeasure.ExpectedShortfall95, ProfitMeasure.LossProbability];
        var values = new ShapleyValues[columns.Model.Portfolios.Count * variants.Length * measures.Length];
        Parallel.For(
            0,
            values.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            at =>
            {
                var cell = at / measures.Length;
                values[at] = ShapleyValues.Of(
                    game,
                    measures[at % measures.Length],
                    paths,
                    column(new PortfolioIndex(cell / variants.Length), variants[cell % variants.Length])
                );
            }
        );
        return
        [
            .. values
                .Chunk(measures.Length)
                .Select(
                    (of, cell) =>
                        new ShapleyResult(
                            over,
                            columns.Model.Portfolios[cell / variants.Length],
                            columns.Variants[variants[cell % variants.Length]],
                            columns.Scenario.HeadlineHorizon,
                            paths,
                            game.IsExact,
                            [
                                .. names.Select(
                                    (n, i) =>
                                        new ShapleyShare(n.Id, n.Name, new Effect(of[0].Players[i], of[1].Players[i], of[2].Players[i]))
                                ),
                            ],
                            [
                                .. of[0]
                                    .Interactions.Zip(
                                        of[1].Interactions,
                                        (mean, es) =>
                                            new ShapleyPair(names[mean.First].Id, names[mean.Second].Id, mean.Interaction, es.Interaction)
                                    ),
                            ]
                        )
                ),
        ];
    }
}
