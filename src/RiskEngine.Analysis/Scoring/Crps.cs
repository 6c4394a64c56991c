namespace RiskEngine.Analysis.Scoring;

/// <summary>The continuous ranked probability score of a forecast that is given by equally likely paths.</summary>
/// <remarks>
/// CRPS = E|X - y| - E|X - X'| / 2 for the forecast's X, an independent copy X' and the outcome y (Gneiting and Raftery 2007, equation 21).
/// It has the outcome's unit, is 0 for a certain forecast that comes true, and the absolute error of one that does not; lower is better. Of the
/// n paths the second expectation is over all pairs, a path with itself among them, so the score is that of the empirical distribution.
/// </remarks>
public static class Crps
{
    /// <summary>The score.</summary>
    /// <param name="forecast">One value a path, at least one, all finite.</param>
    /// <param name="outcome">What happened, finite.</param>
    /// <exception cref="ArgumentException">There is no path, or a value is no number.</exception>
    public static double Of(ReadOnlySpan<float> forecast, double outcome)
    {
        if (forecast.IsEmpty)
            throw new ArgumentException("Expected at least one path, found none.", nameof(forecast));
        if (!double.IsFinite(outcome))
            throw new ArgumentException($"Expected a finite outcome, found {outcome}.", nameof(outcome));
        var sorted = forecast.ToArray();
        Array.Sort(sorted);
        if (!float.IsFinite(sorted[0]) || !float.IsFinite(sorted[^1]))
            throw new ArgumentException("Expected finite values.", nameof(forecast));
        double n = sorted.Length;
        var (distance, spread) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            distance += Math.Abs(sorted[i] - outcome);
            spread += (2 * i + 1 - n) * sorted[i]; // the sum over all pairs of |x - x'|, twice over, by ranks
        }

        return distance / n - spread / (n * n);
    }
}
