namespace RiskEngine.Simulation.Sampling;

/// <summary>In which step a hazard that adds up step by step reaches a path's draw.</summary>
/// <param name="hazard">The hazard of each step.</param>
internal readonly struct HazardCrossing(IEnumerable<double> hazard)
{
    private readonly double[] added = [.. Added(hazard)];

    /// <summary>How many steps there are.</summary>
    public int Count => added.Length;

    /// <summary>The step in which the draw is reached; <see cref="Count"/> where it is not.</summary>
    public int Of(double draw)
    {
        var step = Array.BinarySearch(added, draw);
        return step < 0 ? ~step : step;
    }

    private static IEnumerable<double> Added(IEnumerable<double> hazard)
    {
        var sum = 0.0;
        foreach (var step in hazard)
            yield return sum += step;
    }
}
