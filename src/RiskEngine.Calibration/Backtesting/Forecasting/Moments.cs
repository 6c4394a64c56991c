namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>Moments of a window.</summary>
internal static class Moments
{
    public static double Mean(ReadOnlySpan<double> window)
    {
        var sum = 0.0;
        foreach (var x in window)
            sum += x;
        return sum / window.Length;
    }

    /// <summary>The sample's standard deviation (n - 1).</summary>
    public static double Deviation(ReadOnlySpan<double> window)
    {
        var (mean, sum) = (Mean(window), 0.0);
        foreach (var x in window)
            sum += (x - mean) * (x - mean);
        return Math.Sqrt(sum / (window.Length - 1));
    }
}
