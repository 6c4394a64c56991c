using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>On which paths a world without some events and exits differs from the one with them: where one of these happened. All others stay as they are.</summary>
internal static class WithoutPaths
{
    /// <summary>The paths that differ, in ascending order.</summary>
    /// <exception cref="ArgumentException">The worlds are not of one case, the second has something that the first has not, or the first's events were not kept.</exception>
    public static int[] Of(WorldOutcomes with, World without, WorldPlan plan)
    {
        if (!ReferenceEquals(with.World.Case, without.Case) || !with.World.Without.IsSubsetOf(without.Without) || (with.World.WithoutExits && !without.WithoutExits))
            throw new ArgumentException($"Expected a world of case '{with.World.Case.Id}' that goes without more than the other one; found one of '{without.Case.Id}'.", nameof(without));
        if (with.FirstStrikes.Length != plan.Events.Length || with.ExitDates.Length != plan.Companies.Length)
            throw new ArgumentException("Expected the other world's events and exits to be kept; found them not wanted.", nameof(with));

        var events = without.Case.Model.Events.ToArray();
        var strikes = Enumerable.Range(0, events.Length)
            .Where(e => without.Without.Contains(events[e].Id) && !with.World.Without.Contains(events[e].Id))
            .Select(e => with.FirstStrikes[e]).ToArray();
        if (without.WithoutExits && !with.World.WithoutExits) strikes = [.. strikes, .. with.ExitDates, .. with.DownRoundDates];
        return [.. Enumerable.Range(0, with.Paths).Where(path => Array.Exists(strikes, s => s[path] != 0 && s[path] <= plan.LastHorizonDate))];
    }

    /// <summary>Takes over the other world's columns.</summary>
    /// <exception cref="ArgumentException">Something is wanted that the other world does not have.</exception>
    public static void Copy(WorldOutcomes from, WorldOutcomes to)
    {
        if (to.ReachesEnd || to.Instruments.Length > from.Instruments.Length || to.Factors.Length > from.Factors.Length || to.Profits.Length > from.Profits.Length)
            throw new ArgumentException("Expected nothing to be wanted beyond the last horizon or beyond what the other world kept.", nameof(to));
        for (var p = 0; p < to.Profits.Length; p++)
        {
            for (var v = 0; v < to.Profits[p].Length; v++)
            {
                Copy(from.Profits[p][v], to.Profits[p][v]);
                Copy(from.Drawdowns[p][v], to.Drawdowns[p][v]);
            }
        }

        for (var i = 0; i < to.Instruments.Length; i++) Copy(from.Instruments[i], to.Instruments[i]);
        for (var f = 0; f < to.Factors.Length; f++) Copy(from.Factors[f], to.Factors[f]);
    }

    private static void Copy(float[][] from, float[][] to)
    {
        for (var h = 0; h < to.Length; h++) from[h].CopyTo(to[h].AsSpan());
    }
}
