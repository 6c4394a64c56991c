using System.Runtime.InteropServices;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>The instruments of one block of paths: logarithms of value relative to the as-of date, and values.</summary>
internal sealed class InstrumentBlocks
{
    private readonly WorldPlan plan;
    private readonly DrawBlock draws;
    private readonly WorldDraws places;
    private readonly int paths;
    private readonly double[] logs;
    private readonly double[] values;
    private readonly double[] cash;
    private readonly List<int>[] cashPaths;
    private readonly bool[] needed;

    public InstrumentBlocks(WorldPlan plan, DrawBlock draws, WorldDraws places, int paths, bool[] needed)
    {
        this.plan = plan;
        this.draws = draws;
        this.places = places;
        this.paths = paths;
        this.needed = needed;
        logs = new double[plan.Instruments.Length * paths];
        values = new double[plan.Instruments.Length * paths];
        cash = new double[paths];
        cashPaths = [.. plan.Companies.Select(_ => new List<int>(paths))];
        Companies = [.. plan.Companies.Select(_ => new CompanyState[paths])];
    }

    /// <summary>Every private company's state on every path; changed by <see cref="End"/> only.</summary>
    public CompanyState[][] Companies { get; }

    /// <summary>Ends a company on a path.</summary>
    public void End(int company, int path, CompanyState state)
    {
        Companies[company][path] = state;
        if (IsCash(state)) cashPaths[company].Add(path);
    }

    /// <summary>Value of an instrument on every path, 1 on the as-of date.</summary>
    public ReadOnlySpan<double> Values(int instrument) => values.AsSpan(instrument * paths, paths);

    /// <summary>Values of all instruments, one row each.</summary>
    public ReadOnlySpan<double> AllValues => values;

    /// <summary>One instrument's values, to be priced by <see cref="PricedBlocks"/>; holds what events left of the instrument when a step is settled.</summary>
    public Span<double> Repriced(int instrument) => values.AsSpan(instrument * paths, paths);

    /// <summary>Puts all paths on the as-of date.</summary>
    public void Start()
    {
        Array.Clear(logs);
        Array.Fill(values, 1);
        foreach (var states in Companies) Array.Clear(states);
        foreach (var list in cashPaths) list.Clear();
    }

    /// <summary>Moves all instruments by what is expected, by the factors' surprises and by their own risk.</summary>
    public void Diffuse(int step, FactorBlocks factors)
    {
        for (var i = 0; i < plan.Instruments.Length; i++)
        {
            if (!needed[i]) continue;
            var instrument = plan.Instruments[i];
            var row = Logs(i);
            var hasOwn = places.Own[i] >= 0;
            if (instrument.Company >= 0) KeepCash(instrument.Company, row);
            LinearCombinationKernel.Add(
                instrument.Drift[step], instrument.FactorIndices, instrument.Exposures, factors.Surprises,
                hasOwn ? instrument.OwnDeviation[step] : 0, hasOwn ? draws.Own(places.Own[i], step) : [], row);
            if (instrument.Company >= 0) GrowCash(instrument.Company, step, row);
        }
    }

    /// <summary>Logarithm of an instrument's value on every path; not to be moved by whole rows where it is a company's that may have become cash.</summary>
    public Span<double> Logs(int instrument) => logs.AsSpan(instrument * paths, paths);

    /// <summary>Whether an instrument is looked at by nobody, so that it stands still.</summary>
    public bool IsIdle(int instrument) => !needed[instrument];

    /// <summary>Whether an instrument is a private company's.</summary>
    public bool IsCompany(int instrument) => plan.Instruments[instrument].Company >= 0;

    /// <summary>Moves one instrument's logarithm on one path, unless it has become cash.</summary>
    public void Move(int instrument, int path, double change)
    {
        var company = plan.Instruments[instrument].Company;
        if (company >= 0 && IsCash(Companies[company][path])) return;
        logs[instrument * paths + path] += change;
    }

    /// <summary>Whether a company's stake has become cash on a path.</summary>
    public bool IsCash(int instrument, int path) => IsCash(Companies[plan.Instruments[instrument].Company][path]);

    /// <summary>Works out values, when everything that moves instruments in the step has done so.</summary>
    public void Settle()
    {
        for (var i = 0; i < plan.Instruments.Length; i++)
        {
            if (needed[i]) ExpKernel.Transform(Logs(i), values.AsSpan(i * paths, paths));
        }
    }

    private static bool IsCash(CompanyState state) => state is CompanyState.Sold or CompanyState.Failed;

    private void KeepCash(int company, ReadOnlySpan<double> row)
    {
        // Sold stakes are money: they are put aside while the row moves.
        foreach (var k in CollectionsMarshal.AsSpan(cashPaths[company])) cash[k] = row[k];
    }

    private void GrowCash(int company, int step, Span<double> row)
    {
        var growth = Math.Log(plan.Cash[step + 1] / plan.Cash[step]);
        foreach (var k in CollectionsMarshal.AsSpan(cashPaths[company])) row[k] = cash[k] + growth;
    }
}
