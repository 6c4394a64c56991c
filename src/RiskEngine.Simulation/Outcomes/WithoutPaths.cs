using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// On which paths a world without some events and exits differs from the one with them: where one of these happened. All others stay as
/// they are.
/// </summary>
internal static class WithoutPaths
{
    /// <summary>The paths that differ and that something is kept of.</summary>
    /// <param name="with">What came of the world with them.</param>
    /// <param name="without">What is kept of the world without them.</param>
    /// <param name="plan">The world without them, to its last horizon.</param>
    /// <exception cref="ArgumentException">The worlds are not of one case, the second has something that the first has not, or the first's
    /// events were not kept.</exception>
    public static PathBits Of(CaseOutcomes with, CaseOutcomes without, CasePlan plan)
    {
        var (more, less) = (with.SimulatedCase, without.SimulatedCase);
        if (!ReferenceEquals(more.Case, less.Case) || !more.Without.IsSubsetOf(less.Without) || (more.WithoutExits && !less.WithoutExits))
            throw new ArgumentException(
                $"Expected a world of case '{more.Case.Id}' that goes without more than the other one; found one of '{less.Case.Id}'.",
                nameof(without)
            );
        if (with.Occurred is not { } occurred)
            throw new ArgumentException("Expected the other world's events and exits to be kept; found them not wanted.", nameof(with));

        var (paths, horizon, at) = (new PathBits(with.Paths), plan.HorizonDates.Length - 1, 0);
        foreach (var e in less.Case.Model.Events)
        {
            if (less.Without.Contains(e.Id) && !more.Without.Contains(e.Id))
                paths.Add(occurred.Event(at, horizon));
            at++;
        }

        if (less.WithoutExits && !more.WithoutExits && occurred.Companies(horizon) is { } companies)
            paths.Add(companies);
        if (!Columns(without).Any())
            paths.Cut(OutcomeSelection.ColumnPaths);
        return paths;
    }

    /// <summary>Takes over the other world's columns.</summary>
    /// <exception cref="ArgumentException">Something is wanted that the other world does not have.</exception>
    public static void Copy(CaseOutcomes from, CaseOutcomes to)
    {
        if (
            to.ReachesEnd
            || to.Instruments.Length > from.Instruments.Length
            || to.Factors.Length > from.Factors.Length
            || to.Profits.Length > from.Profits.Length
        )
            throw new ArgumentException(
                "Expected nothing to be wanted beyond the last horizon or beyond what the other world kept.",
                nameof(to)
            );
        for (var p = 0; p < to.Profits.Length; p++)
        {
            for (var v = 0; v < to.Profits[p].Length; v++)
            {
                Copy(from.Profits[p][v], to.Profits[p][v]);
                Copy(from.Drawdowns[p][v], to.Drawdowns[p][v]);
            }
        }

        for (var i = 0; i < to.Instruments.Length; i++)
            Copy(from.Instruments[i], to.Instruments[i]);
        for (var f = 0; f < to.Factors.Length; f++)
            Copy(from.Factors[f], to.Factors[f]);
    }

    private static void Copy(float[][] from, float[][] to)
    {
        for (var h = 0; h < to.Length; h++)
        {
            if (to[h].Length > 0)
                from[h].CopyTo(to[h].AsSpan());
        }
    }

    /// <summary>The columns of all paths.</summary>
    private static IEnumerable<float[]> Columns(CaseOutcomes outcomes) =>
        outcomes.Profits.Concat(outcomes.Drawdowns).SelectMany(p => p).SelectMany(v => v).Where(c => c.Length > 0);
}
