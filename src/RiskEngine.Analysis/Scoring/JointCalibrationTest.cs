using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Analysis.Scoring;

/// <summary>
/// Tests whether probability integral transforms are uniform when forecasts overlap in time and their names move together. Its null
/// hypothesis is the forecasting model itself: what comes in one period is one of the model's own joint paths, and a horizon of several
/// periods is the sum of their normal scores, so that overlapping forecasts share periods and names keep the dependence that the model
/// gives them.
/// </summary>
/// <remarks>
/// Of a sound model each transform is uniform (Dawid 1984; Diebold, Gunther and Tay 1998); the dependence among transforms changes how far
/// shares and counts stray, which the replicates show (a parametric bootstrap, Efron and Tibshirani 1993).
/// </remarks>
public sealed class JointCalibrationTest
{
    private const int Tenths = 10;

    private static readonly double[] edges = [.. Enumerable.Range(1, Tenths - 1).Select(i => Normal.InvCDF(0, 1, i / (double)Tenths))];

    private readonly IReadOnlyList<IReadOnlyList<float[]?>> scores;
    private readonly IReadOnlyList<double> levels;
    private readonly double[] bounds;
    private readonly int[][] picks;

    /// <summary>Prepares the replicates.</summary>
    /// <param name="scores">By origin and series the normal scores of the model's joint paths over one period between origins, all with the
    /// same number of paths in the same order; null where the model of that origin has no such series.</param>
    /// <param name="levels">Probabilities of the central bands, each strictly between 0 and 1.</param>
    /// <param name="mostPeriods">The longest horizon in periods between origins.</param>
    /// <param name="replicates">How many times the null hypothesis is drawn.</param>
    /// <param name="stream">The draws.</param>
    public JointCalibrationTest(
        IReadOnlyList<IReadOnlyList<float[]?>> scores,
        IReadOnlyList<double> levels,
        int mostPeriods,
        int replicates,
        RandomStream stream
    )
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPeriods, 1);
        (this.scores, this.levels) = (scores, levels);
        bounds = [.. levels.Select(level => Normal.InvCDF(0, 1, (1 + level) / 2))];
        picks = new int[replicates][];
        var paths = scores.SelectMany(row => row).OfType<float[]>().Select(row => row.Length).DefaultIfEmpty(1).First();
        for (var r = 0; r < replicates; r++)
        {
            picks[r] = new int[scores.Count + mostPeriods];
            for (var t = 0; t < picks[r].Length; t++)
                picks[r][t] = (int)(stream.Uniform(r, (uint)t) * paths);
        }
    }

    /// <summary>Tests forecasts of one horizon.</summary>
    /// <param name="forecasts">The forecasts, at least one; each of a series that the model of its origin has.</param>
    /// <param name="periods">The horizon in periods between origins, 1 or more: so many consecutive origins share outcomes.</param>
    public CalibrationTest Test(IReadOnlyList<ScoredForecast> forecasts, int periods)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentOutOfRangeException.ThrowIfLessThan(forecasts.Count, 1, nameof(forecasts));
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        var (covered, counts) = Count(forecasts.Select(f => Normal.InvCDF(0, 1, Math.Clamp(f.Transform, 1e-9, 1 - 1e-9))));
        var (coveredAsFar, spreadAsFar) = (new int[levels.Count], 0);
        var groups = forecasts.GroupBy(f => f.Series).Select(g => (g.Key, Origins: g.Select(f => f.Origin).ToArray())).ToArray();
        var (unevenness, scale) = (Unevenness(counts, forecasts.Count), 1 / Math.Sqrt(periods));
        var sums = new double[scores.Count + periods + 1];
        var drawn = new double[forecasts.Count];
        foreach (var pick in picks)
        {
            var at = 0;
            foreach (var (series, origins) in groups)
            {
                Accumulate(series, pick, origins[^1] + periods, sums);
                foreach (var origin in origins)
                    drawn[at++] = (sums[origin + periods] - sums[origin]) * scale;
            }

            var (inside, spread) = Count(drawn);
            for (var b = 0; b < levels.Count; b++)
                coveredAsFar[b] += Distance(inside[b], b, drawn.Length) >= Distance(covered[b], b, drawn.Length) - 1e-12 ? 1 : 0;
            spreadAsFar += Unevenness(spread, drawn.Length) >= unevenness - 1e-9 ? 1 : 0;
        }

        return new CalibrationTest(
            [.. covered.Select(c => c / (double)forecasts.Count)],
            [.. coveredAsFar.Select(c => (c + 1.0) / (picks.Length + 1))],
            counts,
            (spreadAsFar + 1.0) / (picks.Length + 1)
        );
    }

    private double Distance(int inside, int level, int of) => Math.Abs((inside / (double)of) - levels[level]);

    /// <summary>Sums of one series' scores; after its last origin, and before its first, the nearest model that has it stands in.</summary>
    private void Accumulate(int series, int[] pick, int until, double[] sums)
    {
        float[]? known = null;
        for (var t = 0; t < scores.Count && known is null; t++)
            known = scores[t][series];
        for (var t = 0; t < until; t++)
        {
            if (t < scores.Count && scores[t][series] is { } row)
                known = row;
            sums[t + 1] = sums[t] + known![pick[t]];
        }
    }

    private (int[] Covered, int[] Counts) Count(IEnumerable<double> values)
    {
        var (covered, counts) = (new int[levels.Count], new int[Tenths]);
        foreach (var z in values)
        {
            for (var b = 0; b < bounds.Length; b++)
                covered[b] += Math.Abs(z) <= bounds[b] ? 1 : 0;
            var tenth = 0;
            while (tenth < edges.Length && z > edges[tenth])
                tenth++;
            counts[tenth]++;
        }

        return (covered, counts);
    }

    private static double Unevenness(int[] counts, int of)
    {
        var expected = of / (double)Tenths;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
