using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>
/// What is kept of a case's paths: all at once where its columns fit into memory, else in several passes over the same paths. Every draw is
/// addressed by name and path, so that a pass gives the bits that one for all would.
/// </summary>
internal static class CasePasses
{
    /// <summary>What is kept of a case until it is measured.</summary>
    /// <param name="isAnalysed">Whether more is asked of it than its measures.</param>
    public static OutcomeSelection Whole(bool isAnalysed) =>
        new(VariantSelection.All, Resolved: true, Fans: true, Instruments: isAnalysed, Factors: isAnalysed);

    /// <summary>The passes of a case; the last one holds what stays with the results.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="case">The case.</param>
    /// <param name="isAnalysed">Whether more is asked of it than its measures.</param>
    /// <param name="bytes">What a pass may take, where it does not take more for the smallest part.</param>
    public static IReadOnlyList<OutcomeSelection> Of(Scenario scenario, Case @case, bool isAnalysed, long bytes)
    {
        var (paths, whole) = (scenario.Simulation.Paths, Whole(isAnalysed));
        if (OutcomeShape.Of(scenario, @case.Model, whole, paths).Bytes <= bytes)
            return [whole];
        var columns = (int)Math.Max(1, bytes / sizeof(float) / paths);
        return
        [
            .. Enumerable
                .Range(0, @case.Model.Indicators.Count())
                .Chunk(columns)
                .Select(some => new OutcomeSelection(VariantSelection.None, Resolved: true) { Indicators = some }),
            .. Variants(scenario, @case.Model, columns),
            new OutcomeSelection(VariantSelection.Headline, Resolved: true, Fans: true) { Indicators = [] },
        ];
    }

    /// <summary>
    /// The variants beyond the headline, some recommendations of some portfolios at a time; the short horizons, that are soon simulated,
    /// apart from the long ones.
    /// </summary>
    private static IEnumerable<OutcomeSelection> Variants(Scenario scenario, Model model, int columns)
    {
        var variants = model.Variants;
        if (variants.Count == variants.HeadlineCount)
            yield break;
        var (kept, last) = (new Dictionary<(PortfolioIndex, VariantIndex, HorizonIndex), OutcomeColumns>(), new HorizonIndex(0));
        var parts =
            from h in HorizonIndex.First(scenario.Horizons.Count)
            from p in PortfolioIndex.First(model.Portfolios.Count)
            from r in Enumerable.Range(0, variants.Traded.Count)
            select (p, r, h);
        foreach (var (p, r, h) in parts)
        {
            // Two columns of each new variant, and the headline's profits that it is held against, once a portfolio and horizon.
            var more = kept.ContainsKey((p, VariantSet.AsHeld, h)) ? 4 : 6;
            if (kept.Count > 0 && kept.Values.Sum(c => c == OutcomeColumns.Both ? 2 : 1) + more > columns)
            {
                yield return Pass(kept, last.Value + 1);
                kept = [];
            }

            kept[(p, VariantSet.AsHeld, h)] = kept[(p, variants.FollowingAll, h)] = OutcomeColumns.Profits;
            kept[(p, variants.Only(r), h)] = kept[(p, variants.Without(r), h)] = OutcomeColumns.Both;
            last = h;
        }

        yield return Pass(kept, last.Value + 1);
    }

    private static OutcomeSelection Pass(Dictionary<(PortfolioIndex, VariantIndex, HorizonIndex), OutcomeColumns> kept, int horizons) =>
        new(VariantSelection.All, Horizons: horizons)
        {
            Only = [.. kept.Select(k => new KeptColumns(k.Key.Item1, k.Key.Item2, k.Key.Item3, k.Value))],
        };
}
