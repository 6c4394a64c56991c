using System.Numerics.Tensors;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The instruments of one block of paths: logarithms of value relative to the as-of date, and values.</summary>
internal sealed class InstrumentBlocks
{
    private readonly WorldPlan plan;
    private readonly int paths;
    private readonly double[] logs;
    private readonly double[] values;
    private readonly float[] normals;
    private readonly double[] move;
    private readonly bool[] needed;

    public InstrumentBlocks(WorldPlan plan, int paths, bool[] needed)
    {
        this.plan = plan;
        this.paths = paths;
        this.needed = needed;
        logs = new double[plan.Instruments.Length * paths];
        values = new double[plan.Instruments.Length * paths];
        normals = new float[paths];
        move = new double[paths];
        Companies = [.. plan.Companies.Select(_ => new CompanyState[paths])];
    }

    /// <summary>Every private company's state on every path.</summary>
    public CompanyState[][] Companies { get; }

    /// <summary>Value of an instrument on every path, 1 on the as-of date.</summary>
    public ReadOnlySpan<double> Values(int instrument) => values.AsSpan(instrument * paths, paths);

    /// <summary>The same, to be priced by <see cref="PricedBlocks"/>; holds what events left of the instrument when a step is settled.</summary>
    public Span<double> Repriced(int instrument) => values.AsSpan(instrument * paths, paths);

    /// <summary>Puts all paths on the as-of date.</summary>
    public void Start()
    {
        Array.Clear(logs);
        Array.Fill(values, 1);
        foreach (var states in Companies) Array.Clear(states);
    }

    /// <summary>Moves all instruments by what is expected, by the factors' surprises and by their own risk.</summary>
    public void Diffuse(int step, long firstPath, FactorBlocks factors)
    {
        for (var i = 0; i < plan.Instruments.Length; i++)
        {
            if (!needed[i]) continue;
            var instrument = plan.Instruments[i];
            Array.Fill(move, instrument.Drift[step]);
            for (var e = 0; e < instrument.FactorIndices.Length; e++)
            {
                TensorPrimitives.MultiplyAdd(factors.Surprise(instrument.FactorIndices[e]), instrument.Exposures[e], move, move);
            }

            if (instrument.OwnDeviation.Length > 0)
            {
                instrument.OwnShocks.FillNormals(firstPath, plan.DrawCounters[step], normals);
                DiffusionKernel.Add(instrument.OwnDeviation[step], normals, move);
            }

            if (instrument.Company >= 0) KeepCashStill(Companies[instrument.Company], step);
            var row = logs.AsSpan(i * paths, paths);
            TensorPrimitives.Add(row, move, row);
        }
    }

    /// <summary>Moves one instrument's logarithm on one path, unless it has become cash.</summary>
    public void Move(int instrument, int path, double change)
    {
        var company = plan.Instruments[instrument].Company;
        if (company >= 0 && IsCash(Companies[company][path])) return;
        logs[instrument * paths + path] += change;
    }

    /// <summary>Works out values, when everything that moves instruments in the step has done so.</summary>
    public void Settle()
    {
        for (var i = 0; i < plan.Instruments.Length; i++)
        {
            if (needed[i]) TensorPrimitives.Exp(logs.AsSpan(i * paths, paths), values.AsSpan(i * paths, paths));
        }
    }

    private static bool IsCash(CompanyState state) => state is CompanyState.Sold or CompanyState.Failed;

    private void KeepCashStill(CompanyState[] states, int step)
    {
        var growth = Math.Log(plan.Cash[step + 1] / plan.Cash[step]);
        for (var k = 0; k < paths; k++)
        {
            if (IsCash(states[k])) move[k] = growth;
        }
    }
}
