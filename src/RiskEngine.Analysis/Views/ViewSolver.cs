namespace RiskEngine.Analysis.Views;

/// <summary>Solves certain views together: linear ones at once, others linearised at each solution until they hold.</summary>
internal sealed class ViewSolver
{
    private const int MostRounds = 60;
    private const int MostStuck = 6;
    private const double SmallestPart = 1.0 / 256;

    // Of the quantity's scale. Quantiles inside an expected shortfall jump from path to path, which bounds what can be reached.
    private const double Tolerance = 1e-6;
    private const double LooseTolerance = 1e-4;
    private readonly View[] views;
    private readonly double largestEntropy;
    private readonly double[] prior;
    private readonly double[] logPrior;
    private readonly double[] theta;
    private readonly (double[] Column, double Scale)?[] linear;

    internal ViewSolver(View[] views, double[] prior, double largestEntropy)
    {
        this.views = views;
        this.prior = prior;
        this.largestEntropy = largestEntropy;
        logPrior = Array.ConvertAll(prior, Math.Log);
        theta = new double[views.Length];
        linear = new (double[], double)?[views.Length];
        Probabilities = (double[])prior.Clone();
    }

    /// <summary>The probabilities reached.</summary>
    internal double[] Probabilities { get; private set; }

    /// <summary>Whether all views could be brought to hold.</summary>
    internal bool Solve()
    {
        foreach (var stage in views.Select(v => v.Quantity.Stage).Distinct().Order())
        {
            if (!Reach([.. Enumerable.Range(0, views.Length).Where(j => views[j].Quantity.Stage <= stage)]))
                return false;
        }

        return Entropies.Relative(Probabilities, prior) <= largestEntropy * (1 + 1e-9);
    }

    private bool Reach(int[] joined)
    {
        var (part, best, stuck) = (1.0, double.PositiveInfinity, 0);
        for (var round = 0; round < MostRounds; round++)
        {
            if (!TryProject(joined, part))
            {
                // Linear views are not helped by smaller steps: they have no solution.
                if (joined.All(j => views[j].Quantity.Stage == 0) || (part /= 2) < SmallestPart)
                    return false;
                continue;
            }

            if (part == 1)
            {
                var miss = joined.Max(j => Miss(views[j]));
                if (miss <= Tolerance)
                    return true;
                stuck = miss < best / 2 ? 0 : stuck + 1;
                best = Math.Min(best, miss);
                if (stuck > MostStuck)
                    return miss <= LooseTolerance;
            }

            part = Math.Min(1, 2 * part);
        }

        return joined.All(j => Miss(views[j]) <= LooseTolerance);
    }

    /// <summary>How far a view that was linearised is missed, in units of its scale; linear ones hold when they are solved.</summary>
    private double Miss(View view) =>
        view.Quantity.Stage == 0 ? 0 : view.Miss(view.Quantity.Value(Probabilities)) / Math.Max(view.Quantity.Scale, 1e-12);

    /// <summary>One solution with each view linearised at the probabilities reached, and its target that part of the way off.</summary>
    private bool TryProject(int[] joined, double part)
    {
        var columns = new double[joined.Length][];
        var inequalities = new bool[joined.Length];
        var scales = new double[joined.Length];
        for (var a = 0; a < joined.Length; a++)
        {
            var view = views[joined[a]];
            inequalities[a] = view.Relation != ViewRelation.Equal;
            if (linear[joined[a]] is { } known)
            {
                (columns[a], scales[a]) = known;
                continue;
            }

            var target = view.Target;
            if (view.Quantity.Stage > 0 && part < 1)
            {
                var reached = view.Quantity.Value(Probabilities);
                if (view.Miss(reached) > 0)
                    target = reached + (part * (target - reached));
            }

            var form = view.Quantity.Linearise(target, Probabilities);
            var falls = (view.Relation == ViewRelation.AtMost) != form.Falls;
            (columns[a], scales[a]) = Scaled(form, inequalities[a] && falls ? -1 : 1);
            if (view.Quantity.Stage == 0)
                linear[joined[a]] = (columns[a], scales[a]);
        }

        var multipliers = new double[joined.Length];
        for (var a = 0; a < joined.Length; a++)
            multipliers[a] = theta[joined[a]] * scales[a];
        var projection = new EntropyProjection(logPrior, columns, inequalities);
        if (!projection.Solve(multipliers, largestEntropy))
            return false;
        for (var a = 0; a < joined.Length; a++)
            theta[joined[a]] = multipliers[a] / scales[a];
        Probabilities = projection.Probabilities;
        return true;
    }

    /// <summary>Column less bound in units of its root mean square under the prior, so that multipliers are of one size.</summary>
    private (double[] Column, double Scale) Scaled(LinearForm form, int sign)
    {
        var (mean, deviation) = Quantities.Sums.Moments(prior, form.Column);
        var scale = Math.Max(Math.Sqrt((deviation * deviation) + ((mean - form.Bound) * (mean - form.Bound))), 1e-300);
        return (Array.ConvertAll(form.Column, x => sign * (x - form.Bound) / scale), scale);
    }
}
