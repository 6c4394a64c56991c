using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Measuring.Attribution;

/// <summary>Which paths of a portfolio are looked at backwards.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">The headline variant.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Loss">The loss that they reach or exceed.</param>
/// <param name="Chosen">For each path whether it is one of them.</param>
internal sealed record TailPaths(PortfolioIndex Portfolio, VariantIndex Variant, HorizonIndex Horizon, double Loss, bool[] Chosen)
{
    // Fewer paths than this tell nothing about what they have in common.
    private const int FewestPaths = 20;

    /// <summary>How many they are.</summary>
    public int Count { get; } = Chosen.Count(c => c);

    /// <summary>Whether they are enough, and not all.</summary>
    public bool CanBeCompared => Count >= FewestPaths && Count < Chosen.Length;

    /// <summary>Their numbers.</summary>
    public int[] Paths { get; } = [.. Enumerable.Range(0, Chosen.Length).Where(k => Chosen[k])];

    public static TailPaths Of(BaseColumns columns, PortfolioIndex portfolio)
    {
        var target = columns.Scenario.ReverseStress;
        var horizon = target.Horizon is { } id
            ? new HorizonIndex(columns.Scenario.Horizons.Select(h => h.Id).ToList().IndexOf(id))
            : columns.Headline;
        var variant = columns.Variants.IndexOf(target.Variant);
        var profits = columns.Profits(portfolio, variant, horizon);
        var level = target.Loss is { } loss ? (float)-loss : WorstOf(profits, target.Worst);
        var chosen = new bool[profits.Length];
        for (var k = 0; k < chosen.Length; k++)
            chosen[k] = profits[k] <= level;
        return new TailPaths(portfolio, variant, horizon, target.Loss ?? 0.0 - level, chosen);
    }

    private static float WorstOf(ReadOnlySpan<float> profits, double share)
    {
        var rank = Math.Clamp((int)Math.Ceiling(share * profits.Length * (1 - 1e-12)), 1, profits.Length);
        return OrderStatistic.At(profits, rank, new float[profits.Length]);
    }
}
