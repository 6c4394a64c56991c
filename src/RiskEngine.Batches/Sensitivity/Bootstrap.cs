using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sensitivity;

/// <summary>The percentile bootstrap (Efron 1979): the same samples of rows for every statistic that is asked for.</summary>
internal sealed class Bootstrap
{
    private const double Low = 0.025;

    private readonly int[] all;
    private readonly int[][] samples;

    /// <summary>Draws the samples.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="resamples">Number of samples.</param>
    /// <param name="seed">Seed of the draws.</param>
    public Bootstrap(int rows, int resamples, ulong seed)
    {
        var stream = RandomStream.Create(seed, "bootstrap");
        all = [.. Enumerable.Range(0, rows)];
        samples = [.. Enumerable.Range(0, resamples).Select(s => all.Select(r => (int)(stream.Uniform(r, (uint)s) * rows)).ToArray())];
    }

    /// <summary>A statistic of all rows with its 95% interval.</summary>
    /// <param name="statistic">From the rows of a sample to a number.</param>
    /// <param name="isBiased">Whether rows that are drawn twice raise the statistic, as they do distances of distributions: its samples are
    /// then moved so that their mean is the statistic itself, which is never below zero.</param>
    public IndexEstimate Estimate(Func<int[], double> statistic, bool isBiased = false)
    {
        if (all.Length == 0)
            return new IndexEstimate(double.NaN, double.NaN, double.NaN);
        double[] drawn = [.. samples.Select(statistic).Order()];
        var (value, last) = (statistic(all), drawn.Length - 1);
        var (low, high) = (drawn[(int)(Low * last)], drawn[(int)Math.Ceiling((1 - Low) * last)]);
        var bias = isBiased ? drawn.Average() - value : 0;
        return new IndexEstimate(value, isBiased ? Math.Max(0, low - bias) : low, high - bias);
    }
}
