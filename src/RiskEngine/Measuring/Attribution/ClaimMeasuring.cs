using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Analysis.Columns;
using RiskEngine.Results;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring.Attribution;

/// <summary>What changes if a claim is false: the world without what rests on it, less the base case, path by path.</summary>
internal static class ClaimMeasuring
{
    /// <summary>How many worlds the claims take.</summary>
    public static int WorldsOf(Scenario scenario) => All(scenario).Count(c => ClaimWorlds.Without(scenario, c.Ref) is not null);

    /// <summary>All claims that something rests on; the one that changes the mean profit following all the most first, whichever portfolio it is on.</summary>
    public static IReadOnlyList<ClaimResult> Of(BaseColumns columns, WorldRuns runs)
    {
        var claims = All(columns.Scenario).Select(c => (c.Thesis, c.Claim, Uses: ClaimTracing.Uses(columns.Scenario, c.Ref), World: ClaimWorlds.Without(columns.Scenario, c.Ref))).ToArray();
        var profits = new Queue<float[][][]>(runs.Profits([.. claims.Select(c => c.World).OfType<World>()]));
        ClaimResult[] results = [.. claims.Select(c => new ClaimResult(c.Thesis, c.Claim, c.Uses, c.World is null ? [] : Effects(columns, profits.Dequeue()), runs.Paths))];
        return [.. results.Where(c => c.Uses.Count > 0).OrderByDescending(Size)];
    }

    private static IEnumerable<(Thesis Thesis, Claim Claim, ClaimRef Ref)> All(Scenario scenario) =>
        scenario.Base.Model.Theses.SelectMany(t => t.Claims.Select(c => (t, c, new ClaimRef(t.Id, c.Id))));

    private static double Size(ClaimResult claim) =>
        claim.Effects.GroupBy(e => e.Portfolio.Id).Select(of => Math.Abs(of.Last().Change.Mean.Value)).DefaultIfEmpty(-1).Max();

    private static ClaimEffect[] Effects(BaseColumns columns, float[][][] without)
    {
        var (h, scratch) = (columns.Middle, new float[SortedColumn.ScratchLength(without[0][0].Length)]);
        return
        [
            .. columns.Model.Portfolios.SelectMany((portfolio, p) => columns.Headline.Select((variant, v) => new ClaimEffect(
                portfolio,
                variant,
                columns.Scenario.Horizons[h],
                // Where no advice is left to follow, following all is as held.
                EffectMeasuring.Of(without[p][Math.Min(v, without[p].Length - 1)], columns.Profits(p, v, h)[..without[p][0].Length], scratch)))),
        ];
    }
}
