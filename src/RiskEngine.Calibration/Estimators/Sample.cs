namespace RiskEngine.Calibration.Estimators;

/// <summary>What every estimator demands of its sample.</summary>
internal static class Sample
{
    /// <summary>Throws unless there are at least so many values and all are finite.</summary>
    public static void RequireFinite(ReadOnlySpan<double> values, int atLeast, string name)
    {
        if (values.Length < atLeast)
            throw new ArgumentException($"Expected at least {atLeast} observations, found {values.Length}.", name);
        for (var t = 0; t < values.Length; t++)
        {
            if (!double.IsFinite(values[t]))
                throw new ArgumentException($"Expected finite observations, found {values[t]} at index {t}.", name);
        }
    }
}
