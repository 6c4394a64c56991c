using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.LinearAlgebra;

namespace RiskEngine.Simulation.Dependence;

/// <summary>
/// A regime factor's chain on a time grid: exact transition probabilities of every step, however long, and the states' probabilities at
/// every date.
/// </summary>
internal sealed class RegimeChain
{
    private readonly double[][,] transitions;
    private readonly double[][] shares;

    /// <summary>Works them out.</summary>
    /// <exception cref="ArgumentException">No chain in continuous time has these transitions; <see cref="Generator"/> says so without
    /// throwing.</exception>
    public RegimeChain(RegimeSwitching regimes, TimeGrid grid)
    {
        var generator =
            Generator(regimes)
            ?? throw new ArgumentException("Expected transitions that a chain in continuous time can have.", nameof(regimes));
        var known = new Dictionary<double, double[,]>();
        transitions = new double[grid.StepCount][,];
        for (var k = 0; k < transitions.Length; k++)
        {
            var h = grid.StepYears(k);
            if (!known.TryGetValue(h, out var p))
                known.Add(h, p = MarkovGenerator.Transition(generator, h));
            transitions[k] = p;
        }

        shares = new double[grid.StepCount + 1][];
        shares[0] =
            regimes.Start.Count > 0
                ? [.. regimes.Start]
                : MarkovGenerator.LongRun(generator) ?? throw new ArgumentException("Expected long-run shares.", nameof(regimes));
        for (var k = 0; k < transitions.Length; k++)
            shares[k + 1] = Next(shares[k], k);
    }

    /// <summary>Number of states.</summary>
    public int StateCount => shares[0].Length;

    /// <summary>The generator a year; null when no chain in continuous time has the given probabilities.</summary>
    public static double[,]? Generator(RegimeSwitching regimes)
    {
        var n = regimes.States.Count;
        var table = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                table[i, j] = i == j ? 0 : regimes.Transitions[i * n + j];
        }

        return regimes.PeriodYears is { } years ? MarkovGenerator.OfProbabilities(table, years) : MarkovGenerator.OfRates(table);
    }

    /// <summary>Probability of each state at a date.</summary>
    public double[] SharesAt(int date) => shares[date];

    /// <summary>Transition probabilities of a step, rows from, columns to.</summary>
    public double[,] Transition(int step) => transitions[step];

    /// <summary>What a row vector over states becomes in a step.</summary>
    public double[] Next(double[] row, int step)
    {
        var next = new double[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            for (var j = 0; j < row.Length; j++)
                next[j] += row[i] * transitions[step][i, j];
        }

        return next;
    }
}
