using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// On which paths a counterfactual without some events and exits differs from the case with them: where one of these occurs. All others
/// stay as they are.
/// </summary>
internal static class WithoutPaths
{
    /// <summary>The paths that differ and that something is kept of.</summary>
    /// <param name="with">The outcomes of the case with them.</param>
    /// <param name="without">What is kept of the case without them.</param>
    /// <param name="plan">The case without them, to its last horizon.</param>
    /// <exception cref="ArgumentException">The two are not of one case, the second has something that the first has not, or the first's
    /// events were not kept.</exception>
    public static PathBits Of(CaseOutcomes with, CaseOutcomes without, CasePlan plan)
    {
        var (more, less) = (with.SimulatedCase, without.SimulatedCase);
        if (!ReferenceEquals(more.Case, less.Case) || !more.Without.IsSubsetOf(less.Without) || (more.WithoutExits && !less.WithoutExits))
        {
            throw new ArgumentException(
                $"Expected a counterfactual of case '{more.Case.Id}' that goes without more than it; found one of '{less.Case.Id}'.",
                nameof(without)
            );
        }

        if (with.Occurred is not { } occurred)
        {
            throw new ArgumentException(
                "Expected the other case's events and exits to be kept; found that they were not asked for.",
                nameof(with)
            );
        }

        var (paths, horizon, at) = (new PathBits(with.Paths), plan.HorizonDates.Length - 1, 0);
        foreach (var e in less.Case.Model.Events)
        {
            if (less.Without.Contains(e.Id) && !more.Without.Contains(e.Id))
                paths.Add(occurred.Event(at, horizon));
            at++;
        }

        if (less.WithoutExits && !more.WithoutExits && occurred.Companies(horizon) is { } companies)
            paths.Add(companies);
        if (!without.Cube.Columns.Any())
            paths.Cut(without.FirstPaths);
        return paths;
    }

    /// <summary>Takes over the other case's columns.</summary>
    /// <exception cref="ArgumentException">Something is asked for that the other case does not have.</exception>
    public static void Copy(CaseOutcomes from, CaseOutcomes to)
    {
        var (cube, known) = (to.Cube, from.Cube);
        if (
            to.ReachesEnd
            || to.Instruments.Count > from.Instruments.Count
            || to.Factors.Count > from.Factors.Count
            || cube.VariantCount > known.VariantCount
        )
        {
            throw new ArgumentException(
                "Expected nothing to be asked for beyond the last horizon or beyond what the other case kept.",
                nameof(to)
            );
        }

        foreach (var (p, v, h) in from p in cube.Portfolios from v in cube.Variants from h in cube.Horizons select (p, v, h))
        {
            Copy(known.Profits(p, v, h), cube.Profits(p, v, h));
            Copy(known.Drawdowns(p, v, h), cube.Drawdowns(p, v, h));
        }

        foreach (var h in cube.Horizons)
        {
            for (var i = 0; i < to.Instruments.Count; i++)
                Copy(from.Instruments[i, h], to.Instruments[i, h]);
            for (var f = 0; f < to.Factors.Count; f++)
                Copy(from.Factors[f, h], to.Factors[f, h]);
        }
    }

    private static void Copy(float[] from, float[] to)
    {
        if (to.Length > 0)
            from.CopyTo(to.AsSpan());
    }
}
