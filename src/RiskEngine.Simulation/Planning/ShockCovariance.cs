using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Dependence;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// Covariances of the factors' shocks in every step, as processes receive them: the file's correlations through the copula, and what
/// regimes do to them, averaged over the states' probabilities. Without regimes one matrix of correlations holds for all steps.
/// </summary>
internal sealed class ShockCovariance
{
    private static readonly double[] always = [1];

    private readonly double[,] correlation;
    private readonly RegimeChain[] chains;
    private readonly Influence[] influences;
    private readonly double[,]? constant;

    /// <summary>Works them out for a model.</summary>
    public ShockCovariance(Model model, double[,] correlation, StudentCopula? copula, TimeGrid grid)
    {
        this.correlation = correlation;
        Copula = copula;
        RiskFactor[] regimes = [.. model.Factors.Where(f => f.Regimes is not null)];
        chains = [.. regimes.Select(r => new RegimeChain(r.Regimes!, grid))];
        influences = [.. model.Factors.Select(f => Influence.On(f.Id, regimes))];
        if (regimes.Length == 0)
            constant = copula is null ? correlation : Matrix((f, g) => Shock(correlation[f, g]));
    }

    /// <summary>The copula's tables; null for the Gaussian copula.</summary>
    public StudentCopula? Copula { get; }

    /// <summary>The covariances in a step, unconditional; symmetric.</summary>
    public double[,] Of(int step) => constant ?? Matrix((f, g) => Between(f, g, step, null));

    /// <summary>Whether the states of a regime (its place among the regimes) scale a factor's shocks.</summary>
    public bool Touches(int regime, int factor) => influences[factor].Regime == regime;

    /// <summary>The covariance of two factors' shocks in a step while one regime is in a state; the others average over theirs.</summary>
    public double Given(int f, int g, int step, int regime, int state) => Between(f, g, step, (regime, state));

    private double Between(int f, int g, int step, (int Regime, int State)? given)
    {
        var (a, b) = (influences[f], influences[g]);
        if (a.Regime < 0 && b.Regime < 0)
            return Shock(correlation[f, g]);
        var (left, right) = (Shares(a.Regime, step, given), Shares(b.Regime, step, given));
        var sum = 0.0;
        for (var s = 0; s < left.Length; s++)
        {
            if (a.Regime == b.Regime)
            {
                sum += left[s] * a.Volatility[s] * b.Volatility[s] * Shock(f == g ? 1 : Within(a, b, s, correlation[f, g]));
                continue;
            }

            for (var t = 0; t < right.Length; t++)
                sum += left[s] * right[t] * a.Volatility[s] * b.Volatility[t] * Shock(a.Root(s) * b.Root(t) * correlation[f, g]);
        }

        return sum;
    }

    private static double Within(Influence a, Influence b, int state, double r)
    {
        var change = a.Change[state];
        return a.Set[state] == b.Set[state] && a.Set[state] >= 0
            ? (1 - Math.Abs(change)) * r + Math.Max(0, change)
            : a.Root(state) * b.Root(state) * r;
    }

    private double[] Shares(int regime, int step, (int Regime, int State)? given)
    {
        if (regime < 0)
            return always;
        if (given is not { } fix || fix.Regime != regime)
            return chains[regime].SharesAt(step);
        var sure = new double[chains[regime].StateCount];
        sure[fix.State] = 1;
        return sure;
    }

    private double Shock(double r) => Copula is null || r is 0 or 1 ? r : Copula.ShockCorrelation(r);

    private double[,] Matrix(Func<int, int, double> of)
    {
        var n = influences.Length;
        var matrix = new double[n, n];
        for (var f = 0; f < n; f++)
        {
            for (var g = 0; g <= f; g++)
                matrix[f, g] = matrix[g, f] = of(f, g);
        }

        return matrix;
    }

    /// <summary>What the one regime that touches a factor's shocks does to them, by state.</summary>
    /// <param name="Regime">Its place among the regimes; -1 for none, with one state in which nothing changes.</param>
    /// <param name="Volatility">What shocks are multiplied by.</param>
    /// <param name="Set">Which set of the state's correlation changes it is in; -1 for none.</param>
    /// <param name="Change">The change of that set; 0 for none.</param>
    private sealed record Influence(int Regime, double[] Volatility, int[] Set, double[] Change)
    {
        public static Influence On(Id<RiskFactor> factor, RiskFactor[] regimes)
        {
            for (var r = 0; r < regimes.Length; r++)
            {
                var states = regimes[r].Regimes!.States;
                if (!states.Any(s => s.Volatility.ContainsKey(factor) || s.Correlation.Any(c => c.Factors.Contains(factor))))
                    continue;
                int[] sets = [.. states.Select(s => s.Correlation.ToList().FindIndex(c => c.Factors.Contains(factor)))];
                return new Influence(
                    r,
                    [.. states.Select(s => s.Volatility.GetValueOrDefault(factor, 1))],
                    sets,
                    [.. states.Select((s, at) => sets[at] < 0 ? 0 : s.Correlation[sets[at]].Change)]
                );
            }

            return new Influence(-1, always, [-1], [0]);
        }

        public double Root(int state) => Math.Sqrt(1 - Math.Abs(Change[state]));
    }
}
