using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Analysis.Columns;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring.Attribution;

/// <summary>What changes if a claim is false: the world without what rests on it, less the base case, path by path.</summary>
internal static class ClaimMeasuring
{
    /// <summary>How many worlds the claims take.</summary>
    public static int CounterfactualsOf(Scenario scenario) =>
        All(scenario)
            .Where(c => ClaimCounterfactuals.Without(scenario, c.Ref) is not null)
            .DistinctBy(c => Key(c.Ref, ClaimTracing.Uses(scenario, c.Ref)), StringComparer.Ordinal)
            .Count();

    /// <summary>
    /// All claims that something rests on; the one that changes the mean profit following all the most first, whichever portfolio it is on.
    /// </summary>
    public static IReadOnlyList<ClaimResult> Of(BaseColumns columns, CounterfactualRuns runs)
    {
        var claims = All(columns.Scenario)
            .Select(c =>
                (
                    c.Thesis,
                    c.Claim,
                    c.Ref,
                    Uses: ClaimTracing.Uses(columns.Scenario, c.Ref),
                    SimulatedCase: ClaimCounterfactuals.Without(columns.Scenario, c.Ref)
                )
            )
            .ToArray();
        var different = claims
            .Where(c => c.SimulatedCase is not null)
            .DistinctBy(c => Key(c.Ref, c.Uses), StringComparer.Ordinal)
            .ToArray();
        var effects = different
            .Zip(runs.Profits([.. different.Select(c => c.SimulatedCase!)]))
            .ToDictionary(c => Key(c.First.Ref, c.First.Uses), c => Effects(columns, c.Second), StringComparer.Ordinal);
        ClaimResult[] results =
        [
            .. claims.Select(c => new ClaimResult(
                c.Thesis,
                c.Claim,
                c.Uses,
                c.SimulatedCase is null ? [] : effects[Key(c.Ref, c.Uses)],
                runs.Paths
            )),
        ];
        return [.. results.Where(c => c.Uses.Count > 0).OrderByDescending(Size)];
    }

    private static IEnumerable<(Thesis Thesis, Claim Claim, ClaimRef Ref)> All(Scenario scenario) =>
        scenario.Base.Model.Theses.SelectMany(t => t.Claims.Select(c => (t, c, new ClaimRef(t.Id, c.Id))));

    /// <summary>Claims on which the same things rest have the same world.</summary>
    private static string Key(ClaimRef claim, IReadOnlyList<ClaimUse> uses) =>
        uses.Any(u => u.Kind == ClaimUseKind.Exposure)
            ? claim.ToString() // exposures are each claim's own
            : string.Join(
                '|',
                uses.Where(u => u.Kind is ClaimUseKind.Forecast or ClaimUseKind.Risk or ClaimUseKind.Deal or ClaimUseKind.Recommendation)
                    .Select(u => $"{u.Kind} {u.Id}")
            );

    private static double Size(ClaimResult claim) =>
        claim.Effects.GroupBy(e => e.Portfolio.Id).Select(of => Math.Abs(of.Last().Change.Mean.Value)).DefaultIfEmpty(-1).Max();

    private static ClaimEffect[] Effects(BaseColumns columns, OutcomeCube without)
    {
        var (h, paths) = (columns.Headline, without.Profits(new PortfolioIndex(0), VariantSet.AsHeld, columns.Headline).Length);
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
