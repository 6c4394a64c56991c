namespace RiskEngine.Calibration.Backtesting.Forecasting;

/// <summary>The distribution of a sample: each value as likely as any other.</summary>
/// <remarks>Quantiles are order statistics (Hyndman and Fan 1996, type 1): of 500 values the 1% quantile is the fifth lowest.</remarks>
public sealed class EmpiricalShape : IReturnShape
{
    private readonly double[] sorted;

    /// <summary>The distribution of a sample, which is copied and sorted.</summary>
    /// <param name="sample">One finite value or more.</param>
    public EmpiricalShape(ReadOnlySpan<double> sample)
    {
        Estimators.Sample.RequireFinite(sample, 1, nameof(sample));
        sorted = [.. sample];
        Array.Sort(sorted);
    }

    /// <inheritdoc/>
    public double Quantile(double p) => sorted[Math.Clamp((int)Math.Ceiling((p * sorted.Length) - 1e-9) - 1, 0, sorted.Length - 1)];

    /// <summary>
    /// The mean of the lowest p n values, the last of them by the part that belongs to the tail (Acerbi and Tasche 2002).
    /// </summary>
    public double TailMean(double p)
    {
        var wanted = p * sorted.Length;
        var whole = Math.Min((int)Math.Floor(wanted + 1e-9), sorted.Length);
        var sum = 0.0;
        for (var i = 0; i < whole; i++)
            sum += sorted[i];
        return whole == sorted.Length ? sum / whole : (sum + ((wanted - whole) * sorted[whole])) / wanted;
    }

    /// <summary>(k + 1/2)/(n + 1) with k values below: where a new value of the same kind stands among n, evenly spread.</summary>
    public double Probability(double z)
    {
        var at = Array.BinarySearch(sorted, z);
        var below = at < 0 ? ~at : at;
        while (below > 0 && sorted[below - 1] == z)
            below--;
        return (below + 0.5) / (sorted.Length + 1);
    }
}
