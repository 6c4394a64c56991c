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
        for (var date = 1; date <= grid.StepCount; date++)
        {
            for (var step = 0; step < date; step++)
            {
                var own = processes[f].Loading(step, date);
                if (own != 0)
                    sums[date] += byStep[step].Value[f, g] * own * processes[g].Loading(step, date);
            }

            if (f != g && processes[f].SharedDraws is { } name && name == processes[g].SharedDraws)
                sums[date] += processes[f].ResidualCovariance(processes[g], date);
            sums[date] = drifts.Add(f, g, date, sums[date]);
        }

        return sums;
    }
}
