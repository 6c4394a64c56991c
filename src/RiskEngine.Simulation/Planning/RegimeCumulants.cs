using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Dependence;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// What the states' drifts add to the logarithm of a mean beyond half their variance (what states do to volatilities is taken out state by
/// state along each path). The mean of e^(sum of d(S) h) is a product along the chain of e^(d h) and the transitions (Elliott, Chan and Siu
/// 2005), carried on state by state.
/// </summary>
internal sealed class RegimeCumulants(Model model, IReadOnlyList<FactorProcess> processes, TimeGrid grid)
{
    /// <summary>
    /// Adds it for every date to an instrument's convexity. A regime that drives a factor that is pulled back is left out: what it adds is
    /// pulled back too.
    /// </summary>
    /// <param name="exposures">Index of a factor, and the exposure to it; each factor once.</param>
    /// <param name="convexity">One number a date.</param>
    public void AddTo(IReadOnlyList<(int Factor, double Size)> exposures, double[] convexity)
    {
        foreach (var regimes in model.Factors.Select(f => f.Regimes).OfType<RegimeSwitching>())
        {
            (int Factor, double Size)[] driven =
            [
                .. exposures.Where(e => regimes.States.Any(s => s.Drift.ContainsKey(model.Factors[e.Factor].Id))),
            ];
            if (driven.Length > 0 && Array.TrueForAll(driven, e => !IsPulledBack(processes[e.Factor])))
                Add(regimes, driven, convexity);
        }
    }

    private bool IsPulledBack(FactorProcess process) => process.Loading(0, 1) != process.Loading(0, grid.StepCount);

    private void Add(RegimeSwitching regimes, (int Factor, double Size)[] driven, double[] convexity)
    {
        var chain = new RegimeChain(regimes, grid);
        var n = chain.StateCount;
        double[] drift = [.. regimes.States.Select(s => driven.Sum(e => e.Size * s.Drift.GetValueOrDefault(model.Factors[e.Factor].Id)))];
        double[] mean = [.. chain.SharesAt(0)];
        var (first, second) = (new double[n], new double[n]);
        for (var k = 0; k < grid.StepCount; k++)
        {
            var (h, shares) = (grid.StepYears(k), chain.SharesAt(k));
            for (var s = 0; s < n; s++)
            {
                var d = drift[s] * h;
                mean[s] *= Math.Exp(d);
                second[s] += (2 * d * first[s]) + (d * d * shares[s]);
                first[s] += d * shares[s];
            }

            (mean, first, second) = (chain.Next(mean, k), chain.Next(first, k), chain.Next(second, k));
            var moved = first.Sum();
            convexity[k + 1] += Math.Log(mean.Sum()) - moved - ((second.Sum() - (moved * moved)) / 2);
        }
    }
}
