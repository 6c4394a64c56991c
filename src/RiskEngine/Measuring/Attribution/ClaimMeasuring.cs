using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Analysis.Columns;
using RiskEngine.Plans;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring.Attribution;

/// <summary>What changes if a claim is false: the base case without what rests on it, less the base case, path by path.</summary>
internal static class ClaimMeasuring
{
    /// <summary>
    /// The claims whose falseness is simulated, of those with the same counterfactual only the first: what must be simulated to measure
    /// all of them.
    /// </summary>
    public static IReadOnlyList<FalseClaim> Different(Scenario scenario) =>
        [
            .. All(scenario)
                .Select(c => (c.Ref, Simulated: ClaimCounterfactuals.Without(scenario, c.Ref)))
                .Where(c => c.Simulated is not null)
                .Select(c => new FalseClaim(c.Ref, c.Simulated!, KeyOf(scenario, c.Ref)))
                .DistinctBy(c => c.Key, StringComparer.Ordinal),
        ];

    /// <summary>
    /// All claims that something rests on; the one that changes the mean profit following all the most first, whichever portfolio it is on.
    /// </summary>
    /// <param name="columns">The base case.</param>
    /// <param name="without">Outcomes of each of the <see cref="Different"/> claims' counterfactuals.</param>
    public static IReadOnlyList<ClaimResult> Of(BaseColumns columns, IReadOnlyList<CaseOutcomes> without)
    {
        var scenario = columns.Scenario;
        var effects = Different(scenario)
            .Zip(without)
            .ToDictionary(
                c => c.First.Key,
                c => (Changes: Effects(columns, c.Second), BreakEvens: ClaimBreakEvens.Of(columns, c.Second)),
                StringComparer.Ordinal
            );
        var paths = without.Count > 0 ? without[0].Paths : Math.Min(CounterfactualPlanner.MostPaths, columns.Outcomes.Paths);
        ClaimResult[] results =
        [
            .. All(scenario)
                .Select(c => new ClaimResult(
                    c.Thesis,
                    c.Claim,
                    ClaimTracing.Uses(scenario, c.Ref),
                    IsSimulated(c.Ref) ? effects[KeyOf(scenario, c.Ref)].Changes : [],
                    paths
                )
                {
                    BreakEvens = IsSimulated(c.Ref) ? effects[KeyOf(scenario, c.Ref)].BreakEvens : [],
                }),
        ];
        return [.. results.Where(c => c.Uses.Count > 0).OrderByDescending(Size)];

        bool IsSimulated(ClaimRef claim) => ClaimCounterfactuals.Without(scenario, claim) is not null;
    }

    private static IEnumerable<(Thesis Thesis, Claim Claim, ClaimRef Ref)> All(Scenario scenario) =>
        scenario.Base.Model.Theses.SelectMany(t => t.Claims.Select(c => (t, c, new ClaimRef(t.Id, c.Id))));

    /// <summary>Claims on which the same things rest have the same counterfactual.</summary>
    private static string KeyOf(Scenario scenario, ClaimRef claim)
    {
        var uses = ClaimTracing.Uses(scenario, claim);
        return uses.Any(u => u.Kind == ClaimUseKind.Exposure)
            ? claim.ToString() // exposures are each claim's own
            : string.Join(
                '|',
                uses.Where(u => u.Kind is ClaimUseKind.Forecast or ClaimUseKind.Risk or ClaimUseKind.Deal or ClaimUseKind.Recommendation)
                    .Select(u => $"{u.Kind} {u.Id}")
            );
    }

    private static double Size(ClaimResult claim) =>
        claim.Effects.GroupBy(e => e.Portfolio.Id).Select(of => Math.Abs(of.Last().Change.Mean.Value)).DefaultIfEmpty(-1).Max();

    private static ClaimEffect[] Effects(BaseColumns columns, CaseOutcomes simulated)
    {
        var (h, paths, without) = (columns.Headline, simulated.Paths, simulated.Cube);
        var scratch = new float[SortedColumn.ScratchLength(paths)];
        return
        [
            .. columns.Model.Portfolios.SelectMany(
                (portfolio, p) =>
                    columns.Variants.Headline.Select(v => new ClaimEffect(
                        portfolio,
                        columns.Variants[v],
                        columns.Scenario.HeadlineHorizon,
                        // Where no advice is left to follow, following all is as held.
                        EffectMeasuring.Of(
                            without.Profits(new PortfolioIndex(p), v.Value < without.VariantCount ? v : VariantSet.AsHeld, h),
                            columns.Profits(new PortfolioIndex(p), v, h)[..paths],
                            scratch
                        )
                    ))
            ),
        ];
    }
}

/// <summary>A claim that may be false, and what is simulated then.</summary>
/// <param name="Ref">The claim.</param>
/// <param name="Simulated">The base case without what rests on it.</param>
/// <param name="Key">What claims with the same counterfactual share.</param>
internal sealed record FalseClaim(ClaimRef Ref, SimulatedCase Simulated, string Key);
