using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// What regime factors do to the others on one block of paths: the state that a path is in when a step begins holds for the step.
/// </summary>
internal sealed class RegimeBlocks
{
    private readonly CasePlan plan;
    private readonly DrawBlock draws;
    private readonly int[][] states;
    private readonly bool[][] isEntered;
    private readonly double[][][] added;
    private readonly float[] mixed;

    public RegimeBlocks(CasePlan plan, DrawBlock draws, int paths)
    {
        this.plan = plan;
        this.draws = draws;
        states = [.. plan.Regimes.Select(_ => new int[paths])];
        isEntered = [.. plan.Regimes.Select(r => new bool[r.StateCount])];
        added = [.. plan.Regimes.Select(r => r.Drifts.Select(_ => new double[paths]).ToArray())];
        mixed = plan.Regimes.Length == 0 ? [] : new float[paths];
    }

    /// <summary>Forgets what drifts have added.</summary>
    public void Start()
    {
        foreach (var row in added.SelectMany(rows => rows))
            Array.Clear(row);
    }

    /// <summary>Notes the states that the step begins in, and changes the correlations of its normals.</summary>
    public void ShapeCorrelations(int step, FactorBlocks factors)
    {
        for (var r = 0; r < plan.Regimes.Length; r++)
        {
            Note(r, factors.X(plan.Regimes[r].Factor));
            foreach (var change in plan.Regimes[r].Correlations)
            {
                if (isEntered[r][change.State])
                    Mix(r, change, step, factors);
            }
        }
    }

    /// <summary>Multiplies the step's normals.</summary>
    public void ShapeVolatilities(FactorBlocks factors)
    {
        for (var r = 0; r < plan.Regimes.Length; r++)
        {
            foreach (var volatility in plan.Regimes[r].Volatilities)
            {
                var normals = factors.Normals(volatility.Factor);
                var (multiple, state) = (volatility.Multiple, states[r]);
                for (var i = 0; i < normals.Length; i++)
                    normals[i] *= multiple[state[i]];
            }
        }
    }

    /// <summary>Adds the step's drift to factors, and lets what was added before be pulled back with the rest of x.</summary>
    public void Drift(int step, FactorBlocks factors)
    {
        var h = plan.Grid.StepYears(step);
        for (var r = 0; r < plan.Regimes.Length; r++)
        {
            for (var d = 0; d < plan.Regimes[r].Drifts.Length; d++)
            {
                var drift = plan.Regimes[r].Drifts[d];
                var offset = factors.Offset(drift.Factor);
                var (sum, state, lost) = (added[r][d], states[r], drift.Left[step] - 1);
                for (var i = 0; i < sum.Length; i++)
                {
                    var change = lost * sum[i] + drift.Drift[state[i]] * h;
                    sum[i] += change;
                    offset[i] += change;
                }
            }
        }
    }

    /// <summary>
    /// Takes half of the variance that states add in this step over the average state out of instruments: it moves no expected value.
    /// </summary>
    public void TakeOutConvexity(int step, InstrumentBlocks instruments)
    {
        for (var r = 0; r < plan.Regimes.Length; r++)
        {
            if (plan.Regimes[r].Convexity.Length == 0)
                continue;
            var byState = plan.Regimes[r].Convexity[step];
            var state = states[r];
            for (var i = 0; i < byState[0].Length; i++)
            {
                for (var path = 0; path < state.Length; path++)
                {
                    var move = byState[state[path]][i];
                    if (move != 0)
                        instruments.Move(i, path, move);
                }
            }
        }
    }

    private void Note(int regime, ReadOnlySpan<double> x)
    {
        var (state, entered) = (states[regime], isEntered[regime]);
        Array.Clear(entered);
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = (int)x[i];
            entered[state[i]] = true;
        }
    }

    private void Mix(int regime, RegimeCorrelationPlan change, int step, FactorBlocks factors)
    {
        if (change.Own.Length == 0)
            draws.Block.FillNormals(plan.Regimes[regime].Common, plan.DrawCounters[step], mixed);
        for (var f = 0; f < change.Factors.Length; f++)
        {
            if (change.Own.Length > 0)
                draws.Block.FillNormals(change.Own[f], plan.DrawCounters[step], mixed);
            var normals = factors.Normals(change.Factors[f]);
            var state = states[regime];
            for (var i = 0; i < normals.Length; i++)
            {
                if (state[i] == change.State)
                    normals[i] = change.Kept * normals[i] + change.Mixed * mixed[i];
            }
        }
    }
}
