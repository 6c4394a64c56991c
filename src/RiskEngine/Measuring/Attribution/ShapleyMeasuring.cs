using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Shapley;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Plans;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring.Attribution;

/// <summary>Shares the joint effect of all risks, and of all recommendations, among them.</summary>
internal static class ShapleyMeasuring
{
    /// <summary>Up to so many risks or recommendations share an effect; beyond, nothing is shared, and a notice says so.</summary>
    public const int MostPlayers = 320;

    private const int MostOrderPairs = 8;
    private const int FewestOrderPairs = 3;
    private const int RecommendationPaths = 1 << 15;
    private const int FewestRecommendationPaths = 1 << 12;

    /// <summary>
    /// The coalitions of risks that are simulated for the risks' shares: every subset, or those that random orders pass through, but all
    /// together, which is the base case.
    /// </summary>
    public static IReadOnlyList<Coalition> Coalitions(Scenario scenario) =>
        scenario.Base.Model.Risks.Count is > 0 and <= MostPlayers and var count
            ? [.. Game(count, scenario.Simulation.Seed).Coalitions.Where(c => c.Size != count)]
            : [];

    /// <summary>The risks that are not in a coalition.</summary>
    public static HashSet<Id<RiskEvent>> Missing(IReadOnlyList<RiskEvent> risks, Coalition coalition) =>
        [.. risks.Where((_, i) => !coalition.Contains(i)).Select(r => r.Id)];

    /// <summary>Of the named risks.</summary>
    /// <param name="columns">The base case.</param>
    /// <param name="simulated">Outcomes of each of the <see cref="Coalitions"/>.</param>
    /// <param name="threads">Number of threads.</param>
    public static IReadOnlyList<ShapleyResult> Risks(BaseColumns columns, IReadOnlyList<CaseOutcomes> simulated, int threads)
    {
        var (risks, h) = (columns.Model.Risks, columns.Headline);
        var paths = simulated[0].Paths;
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
                    (coalition.Size == risks.Count ? columns.Profits(p, v, h)[..paths] : profits[coalition].Profits(p, v, h)).CopyTo(column)
        );
    }

    /// <summary>Of the recommendations: their gains add, so that every subset is a sum of columns.</summary>
    public static IReadOnlyList<ShapleyResult> Recommendations(BaseColumns columns, int threads)
    {
        var traded = columns.Traded;
        if (traded.Count is 0 or > MostPlayers)
            return [];
        var paths = Math.Min(ManyEvents.Fewer(RecommendationPaths, traded.Count, FewestRecommendationPaths), columns.Paths);
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
            (p, _) => new GainSum(columns.Profits(p, VariantSet.AsHeld, columns.Headline)[..paths].ToArray(), gains[p.Value]).Write
        );
    }

    private static CoalitionGame Game(int players, ulong seed) =>
        players <= CoalitionGame.MostExact
            ? CoalitionGame.Exact(players)
            : CoalitionGame.Sampled(players, OrderPairs(players), RandomStream.Create(seed, "attribution/shapley-orders"));

    /// <summary>As many coalitions whatever the players, until few orders are left to tell how far they scatter.</summary>
    private static int OrderPairs(int players) => Math.Clamp(MostOrderPairs * ManyEvents.Few / players, FewestOrderPairs, MostOrderPairs);

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
