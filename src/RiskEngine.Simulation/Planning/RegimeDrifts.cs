using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Dependence;

namespace RiskEngine.Simulation.Planning;

/// <summary>Exact means and covariances of what the drifts of regimes add to factors' x, by date.</summary>
/// <remarks>
/// <para>
/// The problem: prices know the expected path of every factor, and the states' drifts belong to it; simulating to learn their mean would
/// put noise into every price.
/// </para>
/// <para>
/// The formula: with D the drift added so far, r the part of it that the factor's process leaves in a step (1 for a price, below 1 where x
/// is pulled back), S the state in which the step begins, d(S) its drift a year and h the step in years, D' = r D + h d(S). So the moments
/// m1(s) = E[D; S = s] and m2(s) = E[D D; S = s] follow m1' = (r m1 + h d p) P and m2' = (r r m2 + 2 h r m1 d + h h d d p) P, with p the
/// states' probabilities and P the step's transition probabilities.
/// </para>
/// <para>
/// Example: a price with drift 0 in the calm state, -12% a year in the storm; calm at the start, the storm comes with probability 0.1 a
/// month and stays. After two monthly steps D is -1% with probability 0.1, else 0: mean -0.1%, variance 0.01 squared x 0.1 x 0.9 =
/// 0.000009.
/// </para>
/// </remarks>
internal sealed class RegimeDrifts
{
    private readonly double[]?[] means;

    // What is added to the covariance of a pair, the later factor first: for each regime and reason one number a date, in the order in
    // which they are added up.
    private readonly Dictionary<(int, int), List<(int Regime, bool WithState, double[] ByDate)>> covariances = [];
    private readonly int dates;

    private RegimeDrifts(int factors, int dates) => (means, this.dates) = (new double[]?[factors], dates);

    /// <summary>Works them out.</summary>
    /// <param name="model">The model.</param>
    /// <param name="processes">Its factors' processes.</param>
    /// <param name="grid">The dates.</param>
    public static RegimeDrifts Of(Model model, IReadOnlyList<FactorProcess> processes, TimeGrid grid)
    {
        var drifts = new RegimeDrifts(processes.Count, grid.Dates.Count);
        for (var r = 0; r < processes.Count; r++)
        {
            if (model.Factors[r].Regimes is { } regimes)
                drifts.Add(r, regimes, model, processes, grid);
        }

        return drifts;
    }

    /// <summary>
    /// What the drift added so far leaves of itself in a step: what the process leaves of any move, 1 where nothing is pulled back.
    /// </summary>
    public static double Left(FactorProcess process, int step)
    {
        if (step == 0)
            return 1;
        var before = process.Loading(step - 1, step);
        return before == 0 ? 1 : process.Loading(step - 1, step + 1) / before;
    }

    /// <summary>The mean of what they have added to a factor's x by a date.</summary>
    public double Mean(int factor, int date) => means[factor]?[date] ?? 0;

    private void Add(int regime, RegimeSwitching regimes, Model model, IReadOnlyList<FactorProcess> processes, TimeGrid grid)
    {
        var chain = new RegimeChain(regimes, grid);
        int[] moved =
        [
            .. Enumerable.Range(0, processes.Count).Where(f => regimes.States.Any(s => s.Drift.ContainsKey(model.Factors[f].Id))),
        ];
        if (moved.Length == 0)
            return;
        var n = chain.StateCount;
        double[][] d = [.. moved.Select(f => regimes.States.Select(s => s.Drift.GetValueOrDefault(model.Factors[f].Id)).ToArray())];
        double[][] first = [.. moved.Select(_ => new double[n])];
        var second = new double[moved.Length, moved.Length][];
        for (var a = 0; a < moved.Length; a++)
        {
            means[moved[a]] = new double[grid.Dates.Count];
            for (var b = 0; b <= a; b++)
                second[a, b] = new double[n];
        }

        for (var k = 0; k < grid.StepCount; k++)
        {
            var (h, p) = (grid.StepYears(k), chain.SharesAt(k));
            double[] left = [.. moved.Select(f => Left(processes[f], k))];
            for (var a = 0; a < moved.Length; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    var c = second[a, b];
                    for (var s = 0; s < n; s++)
                    {
                        c[s] =
                            left[a] * left[b] * c[s]
                            + h * (left[a] * first[a][s] * d[b][s] + left[b] * first[b][s] * d[a][s])
                            + h * h * d[a][s] * d[b][s] * p[s];
                    }

                    second[a, b] = chain.Next(c, k);
                }
            }

            for (var a = 0; a < moved.Length; a++)
            {
                for (var s = 0; s < n; s++)
                    first[a][s] = left[a] * first[a][s] + h * d[a][s] * p[s];
                first[a] = chain.Next(first[a], k);
                means[moved[a]]![k + 1] = first[a].Sum();
            }

            Record(k + 1, regime, moved, first, second, chain);
        }
    }

    /// <summary>A covariance of two factors at a date, and what drifts add to it.</summary>
    /// <param name="f">The factor that comes later in the model, or the same.</param>
    /// <param name="g">The other.</param>
    /// <param name="date">The date.</param>
    /// <param name="covariance">What it is without them.</param>
    public double Add(int f, int g, int date, double covariance)
    {
        foreach (var added in covariances.GetValueOrDefault((f, g), []))
            covariance += added.ByDate[date];
        return covariance;
    }

    private void Record(int date, int regime, int[] moved, double[][] first, double[,][] second, RegimeChain chain)
    {
        var number = chain.SharesAt(date).Select((p, s) => p * s).Sum();
        for (var a = 0; a < moved.Length; a++)
        {
            var mean = means[moved[a]]![date];
            for (var b = 0; b <= a; b++)
                Of(regime, false, moved[a], moved[b])[date] = second[a, b].Sum() - mean * means[moved[b]]![date];
            var withState = first[a].Select((m, s) => m * s).Sum() - mean * number;
            Of(regime, true, Math.Max(moved[a], regime), Math.Min(moved[a], regime))[date] = withState;
        }
    }

    private double[] Of(int regime, bool withState, int f, int g)
    {
        if (!covariances.TryGetValue((f, g), out var all))
            covariances.Add((f, g), all = []);
        var found = all.Find(x => x.Regime == regime && x.WithState == withState).ByDate;
        if (found is null)
            all.Add((regime, withState, found = new double[dates]));
        return found;
    }
}
