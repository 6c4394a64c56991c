using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Plans;

/// <summary>
/// What is kept of a case's paths: all at once where its columns fit into memory, else in several parts, for each of which the same paths
/// are simulated again. Every draw is addressed by name and path, so that a part holds the bits that one for all would.
/// </summary>
/// <remarks>
/// Example: one portfolio, ten recommendations and three horizons make 22 variants x 3 x 2 = 132 columns. At ten million paths a column
/// takes 40 MB; 500 MB hold 12 of them. As held and following all at a horizon (profits only) leave room for two recommendations with two
/// variants of two columns each: five parts a horizon, 15 in all, and last the headline itself. The parts of short horizons stop there, and
/// so cost less than the long ones.
/// </remarks>
internal static class CaseParts
{
    /// <summary>What is kept of a case until it is measured.</summary>
    /// <param name="isAnalysed">Whether more is asked of it than its measures.</param>
    public static OutcomeSelection Whole(bool isAnalysed) =>
        new(VariantSelection.All, Resolved: true, Fans: true, Instruments: isAnalysed, Factors: isAnalysed, Margins: true);

    /// <summary>What is kept of a case of which only the headline variants are measured.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="case">The case.</param>
    /// <param name="drawdowns">Whether their drawdowns are measured too.</param>
    public static OutcomeSelection Headline(Scenario scenario, Case @case, bool drawdowns) =>
        new(VariantSelection.Headline, Resolved: true)
        {
            Indicators = [],
            Only = drawdowns ? null : BaseCasePlanner.HeadlineProfits(@case.Model, 0, scenario.Horizons.Count).Only,
        };

    /// <summary>The parts of a case; the last one holds what stays with the results.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="case">The case.</param>
    /// <param name="isAnalysed">Whether more is asked of it than its measures.</param>
    /// <param name="bytes">What a part may take, where the smallest one does not take more.</param>
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
            new OutcomeSelection(VariantSelection.Headline, Resolved: true, Fans: true, Margins: true) { Indicators = [] },
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
                yield return Part(kept, last.Value + 1);
                kept = [];
            }

            kept[(p, VariantSet.AsHeld, h)] = kept[(p, variants.FollowingAll, h)] = OutcomeColumns.Profits;
            kept[(p, variants.Only(r), h)] = kept[(p, variants.Without(r), h)] = OutcomeColumns.Both;
            last = h;
        }

        yield return Part(kept, last.Value + 1);
    }

    private static OutcomeSelection Part(Dictionary<(PortfolioIndex, VariantIndex, HorizonIndex), OutcomeColumns> kept, int horizons) =>
        new(VariantSelection.All, Horizons: horizons)
        {
            Only = [.. kept.Select(k => new KeptColumns(k.Key.Item1, k.Key.Item2, k.Key.Item3, k.Value))],
        };
}
