using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Planning;

/// <summary>Compiles what regime factors do to others.</summary>
internal static class RegimePlanning
{
    public static RegimePlan[] Regimes(Model model, ModelIndex index, TimeGrid grid, Variances variances, Func<string, RandomStream> stream)
    {
        var plans = new List<RegimePlan>();
        foreach (var factor in model.Factors)
        {
            if (factor.Regimes is not { } regimes)
                continue;
            plans.Add(
                new RegimePlan(
                    index.Factor(factor.Id),
                    regimes.States.Count,
                    [
                        .. model
                            .Factors.Where(f => regimes.States.Any(s => s.Drift.ContainsKey(f.Id)))
                            .Select(f => new RegimeDriftPlan(
                                index.Factor(f.Id),
                                [.. regimes.States.Select(s => s.Drift.GetValueOrDefault(f.Id))],
                                [
                                    .. Enumerable
                                        .Range(0, grid.StepCount)
                                        .Select(k => RegimeDrifts.Left(variances.Processes[index.Factor(f.Id)], k)),
                                ]
                            )),
                    ],
                    [
                        .. model
                            .Factors.Where(f => regimes.States.Any(s => s.Volatility.ContainsKey(f.Id)))
                            .Select(f => new RegimeVolatilityPlan(
                                index.Factor(f.Id),
                                [.. regimes.States.Select(s => (float)s.Volatility.GetValueOrDefault(f.Id, 1))]
                            )),
                    ],
                    [
                        .. regimes.States.SelectMany(
                            (s, at) => s.Correlation.Where(c => c.Change != 0).Select(c => Correlation(factor, at, c, index, stream))
                        ),
                    ],
                    stream($"factor/{factor.Id}/common"),
                    Convexity(plans.Count, regimes.States.Count, model, index, grid, variances)
                )
            );
        }

        return [.. plans];
    }

    private static RegimeCorrelationPlan Correlation(
        RiskFactor regime,
        int state,
        RegimeCorrelation change,
        ModelIndex index,
        Func<string, RandomStream> stream
    ) =>
        new(
            state,
            [.. change.Factors.Select(index.Factor)],
            change.Change > 0 ? [] : [.. change.Factors.Select(f => stream($"factor/{regime.Id}/own/{f}"))],
            (float)Math.Sqrt(1 - Math.Abs(change.Change)),
            (float)Math.Sqrt(Math.Abs(change.Change))
        );

    /// <summary>Empty where a regime scales no shocks: then there is nothing to take out.</summary>
    private static double[][][] Convexity(int regime, int states, Model model, ModelIndex index, TimeGrid grid, Variances variances)
    {
        int[] touched = [.. Enumerable.Range(0, model.Factors.Count).Where(f => variances.Shocks.Touches(regime, f))];
        if (touched.Length == 0)
            return [];
        var byStep = new double[grid.StepCount][][];
        for (var k = 0; k < byStep.Length; k++)
        {
            var average = variances.Shocks.Of(k);
            byStep[k] = [.. Enumerable.Range(0, states).Select(s => model.Instruments.Select(i => Of(i, k, s, average)).ToArray())];
        }

        return byStep;

        double Of(Abstractions.Market.Instrument instrument, int step, int state, double[,] average)
        {
            var exposures = model.ExposuresOf(instrument);
            var sum = 0.0;
            foreach (var a in exposures)
            {
                foreach (var b in exposures)
                {
                    var (f, g) = (index.Factor(a.Factor), index.Factor(b.Factor));
                    if (!touched.Contains(f) && !touched.Contains(g))
                        continue;
                    sum +=
                        a.Size
                        * b.Size
                        * variances.Processes[f].Loading(step, step + 1)
                        * variances.Processes[g].Loading(step, step + 1)
                        * (variances.Shocks.Given(f, g, step, regime, state) - average[f, g]);
                }
            }

            return -0.5 * sum;
        }
    }
}
