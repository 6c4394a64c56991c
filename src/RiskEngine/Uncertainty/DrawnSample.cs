namespace RiskEngine.Uncertainty;

/// <summary>The headline figures of many draws, with the weight of each.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Weights">Weights that add to 1.</param>
/// <param name="IsWhole">Whether these are all there are, rather than a sample whose mean is itself estimated.</param>
internal sealed record DrawnSample(IReadOnlyList<DrawnFigure> Figures, IReadOnlyList<double> Weights, bool IsWhole)
{
    /// <summary>A sample in which all draws count the same.</summary>
    public static DrawnSample Even(IReadOnlyList<DrawnFigure> figures) =>
        new(figures, [.. figures.Select(_ => 1.0 / figures.Count)], IsWhole: false);

    /// <summary>
    /// The covariance of a figure on the two halves of the paths, over the draws; zero where it comes out below or nothing was drawn, not a
    /// number where too few draws were possible.
    /// </summary>
    /// <param name="at">Which figure.</param>
    public double Covariance(int at)
    {
        var pairs = Figures
            .Zip(Weights)
            .Where(d => d.First.Figures is not null)
            .Select(d => (d.First.Figures![at].First, d.First.Figures[at].Second, Weight: d.Second))
            .Where(p => double.IsFinite(p.First + p.Second))
            .ToArray();
        if (pairs.Length < 2)
            return Figures.Count == 0 ? 0 : double.NaN;
        var total = pairs.Sum(p => p.Weight);
        var (first, second) = (pairs.Sum(p => p.Weight * p.First) / total, pairs.Sum(p => p.Weight * p.Second) / total);
        var covariance = pairs.Sum(p => p.Weight * (p.First - first) * (p.Second - second)) / total;
        return Math.Max(0, IsWhole ? covariance : covariance * pairs.Length / (pairs.Length - 1));
    }
}
