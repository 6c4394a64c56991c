using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Views;

/// <summary>Path probabilities that hold views and are otherwise as near as possible to those of the model.</summary>
/// <remarks>
/// Entropy pooling (Meucci 2008): the smallest relative entropy sum p ln(p / q) under which the views hold. Views that are not linear in
/// the probabilities join in the order of Vorobets (2021) - linear ones, then volatilities and expected shortfalls, then skewness and
/// correlations - and are linearised again at each solution until all of them hold together. Different confidences are pooled as opinions
/// (Meucci 2008, section 3.4): a view with confidence c holds in the part c of the mixture, those less trusted only together with those
/// more trusted.
/// </remarks>
public static class EntropyPooling
{
    /// <summary>Solves the views.</summary>
    /// <param name="views">The views, in the order in which they are to be named where they contradict each other; at least one.</param>
    /// <param name="prior">The probabilities of the model.</param>
    /// <param name="smallestShare">
    /// What must be left of the number of scenarios, exp(-relative entropy), above 0 to 1: 0.01 allows as strong a change as a mean three
    /// standard deviations away.
    /// </param>
    /// <returns>The posterior, or which view was refused and what would have been possible.</returns>
    /// <exception cref="ArgumentException">No views, different numbers of paths, a confidence or target out of range.</exception>
    public static PoolingResult Of(IReadOnlyList<View> views, PathWeights prior, double smallestShare)
    {
        Check(views, prior, smallestShare);
        var paths = views[0].Quantity.Paths;
        double[] q = prior.AreEqual ? [.. Enumerable.Repeat(1.0 / paths, paths)] : prior.Probabilities.ToArray();
        var pooled = new double[paths];
        var below = 0.0;
        foreach (var confidence in views.Select(v => v.Confidence).Distinct().Order())
        {
            View[] held = [.. views.Where(v => v.Confidence >= confidence)];
            var solved = new ViewSolver(held, q, -Math.Log(smallestShare));
            if (!solved.Solve())
                return new PoolingResult(null, ViewDiagnosis.Of(held, q, -Math.Log(smallestShare)));
            Add(pooled, confidence - below, solved.Probabilities);
            below = confidence;
        }

        Add(pooled, 1 - below, q);
        var sum = pooled.Sum();
        for (var i = 0; i < paths; i++)
            pooled[i] /= sum;
        return new PoolingResult(ViewPosterior.Of(views, q, pooled), null);
    }

    private static void Add(double[] pooled, double share, double[] probabilities)
    {
        if (share <= 0)
            return;
        for (var i = 0; i < pooled.Length; i++)
            pooled[i] += share * probabilities[i];
    }

    private static void Check(IReadOnlyList<View> views, PathWeights prior, double smallestShare)
    {
        ArgumentNullException.ThrowIfNull(views);
        if (views.Count == 0)
            throw new ArgumentException("Expected at least one view, found none.", nameof(views));
        if (!(smallestShare is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(smallestShare), smallestShare, "Expected a share above 0, up to 1.");
        var paths = views[0].Quantity.Paths;
        prior.RequirePaths(paths, nameof(prior));
        foreach (var view in views)
        {
            if (view.Quantity.Paths != paths)
            {
                throw new ArgumentException(
                    $"Expected {paths} paths in every view, found {view.Quantity.Paths} in view '{view.Name}'.",
                    nameof(views)
                );
            }

            if (!(view.Confidence is > 0 and <= 1))
            {
                throw new ArgumentException(
                    $"Expected a confidence above 0, up to 1, found {view.Confidence} in view '{view.Name}'.",
                    nameof(views)
                );
            }

            if (!double.IsFinite(view.Target))
                throw new ArgumentException($"Expected a finite target, found {view.Target} in view '{view.Name}'.", nameof(views));
        }
    }
}
