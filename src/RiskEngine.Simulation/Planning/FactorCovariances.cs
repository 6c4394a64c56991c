using System.Collections.Concurrent;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// Covariances of pairs of factors, accumulated to every date. Worked out for the pairs that somebody asks for, which are those that one
/// instrument or effect has: all pairs of a thousand factors at all dates would take gigabytes.
/// </summary>
/// <param name="processes">The factors' processes.</param>
/// <param name="shocks">Covariances of their shocks.</param>
/// <param name="drifts">What regimes' drifts add.</param>
/// <param name="grid">The dates.</param>
internal sealed class FactorCovariances(IReadOnlyList<FactorProcess> processes, ShockCovariance shocks, RegimeDrifts drifts, TimeGrid grid)
{
    private readonly ConcurrentDictionary<(int, int), double[]> pairs = new();
    private readonly FactorLoadings loadings = new(processes, grid.StepCount);
    private readonly Lazy<double[,]>[] byStep =
    [
        .. Enumerable.Range(0, grid.StepCount).Select(step => new Lazy<double[,]>(() => shocks.Of(step))),
    ];

    /// <summary>The covariance of two factors by date; in either order the same.</summary>
    public double[] Of(int first, int second) =>
        pairs.GetOrAdd((Math.Max(first, second), Math.Min(first, second)), pair => Sum(pair.Item1, pair.Item2));

    private double[] Sum(int f, int g)
    {
        var sums = new double[grid.Dates.Count];
        var (shock, spare) = (new double[grid.StepCount], new double[2 * grid.StepCount]);
        for (var step = 0; step < shock.Length; step++)
            shock[step] = byStep[step].Value[f, g];
        for (var date = 1; date <= grid.StepCount; date++)
        {
            var own = loadings.Of(f, date, spare.AsSpan(0, date));
            var other = loadings.Of(g, date, spare.AsSpan(grid.StepCount, date));
            var sum = 0.0;
            for (var step = 0; step < own.Length; step++)
            {
                if (own[step] != 0)
                    sum += shock[step] * own[step] * other[step];
            }

            sums[date] = sum;
            if (f != g && processes[f].SharedDraws is { } name && name == processes[g].SharedDraws)
                sums[date] += processes[f].ResidualCovariance(processes[g], date);
            sums[date] = drifts.Add(f, g, date, sums[date]);
        }

        return sums;
    }
}
