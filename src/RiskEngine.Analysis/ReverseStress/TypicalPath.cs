namespace RiskEngine.Analysis.ReverseStress;

/// <summary>The path that stands for some paths: their medoid, nearest to all of them (Kaufman and Rousseeuw 1987).</summary>
public static class TypicalPath
{
    // Distances to so many of the paths settle which one is in their middle.
    private const int MostCompared = 2000;

    /// <summary>The candidate with the least sum of Euclidean distances to the paths.</summary>
    /// <param name="features">What describes a path: one column a feature, one number per path, already in comparable units (standard
    /// deviations).</param>
    /// <param name="paths">The paths to stand for, at least one; of more than 2,000 every so manyth is compared.</param>
    /// <param name="candidates">The paths that may be chosen, at least one.</param>
    /// <exception cref="ArgumentException">No path or no candidate.</exception>
    public static int Of(IReadOnlyList<float[]> features, IReadOnlyList<int> paths, IReadOnlyList<int> candidates)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(candidates);
        if (paths.Count == 0 || candidates.Count == 0)
            throw new ArgumentException($"Expected a path and a candidate, found {paths.Count} and {candidates.Count}.", nameof(paths));
        var stride = (paths.Count + MostCompared - 1) / MostCompared;
        var (best, least) = (candidates[0], double.PositiveInfinity);
        foreach (var candidate in candidates)
        {
            var sum = 0.0;
            for (var at = 0; at < paths.Count; at += stride)
            {
                var squares = 0.0;
                foreach (var feature in features)
                {
                    double d = feature[candidate] - feature[paths[at]];
                    squares += d * d;
                }

                sum += Math.Sqrt(squares);
            }

            if (sum < least)
                (best, least) = (candidate, sum);
        }

        return best;
    }
}
