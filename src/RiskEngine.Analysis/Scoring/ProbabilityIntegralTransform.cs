namespace RiskEngine.Analysis.Scoring;

/// <summary>
/// Where an outcome lies in its forecast: the forecast's probability of less (Dawid 1984). Over many independent forecasts of a sound model
/// these numbers are uniform between 0 and 1.
/// </summary>
public static class ProbabilityIntegralTransform
{
    /// <summary>The share of paths below the outcome, paths equal to it counted half; 0 to 1.</summary>
    /// <param name="forecast">One value a path, at least one.</param>
    /// <param name="outcome">What happened.</param>
    /// <exception cref="ArgumentException">There is no path, or the outcome is no number.</exception>
    public static double Of(ReadOnlySpan<float> forecast, double outcome)
    {
        if (forecast.IsEmpty)
            throw new ArgumentException("Expected at least one path, found none.", nameof(forecast));
        if (!double.IsFinite(outcome))
            throw new ArgumentException($"Expected a finite outcome, found {outcome}.", nameof(outcome));
        var (below, equal) = (0, 0);
        foreach (var value in forecast)
        {
            if (value < outcome)
                below++;
            else if (value == outcome)
                equal++;
        }

        return (below + equal / 2.0) / forecast.Length;
    }
}
