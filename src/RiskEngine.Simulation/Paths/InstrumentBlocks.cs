using System.Runtime.InteropServices;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.Memory;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// The instruments of one block of paths: values relative to the as-of date, and what own risk and events have added to their logarithms.
/// </summary>
/// <remarks>
/// The logarithm of a value is what is known of it, plus exposures times the factors' levels, plus what has been added on the path. Only
/// the last is carried from step to step; where nothing can be added there is no row of it to carry.
/// </remarks>
internal sealed class InstrumentBlocks
{
    private readonly CasePlan plan;
    private readonly DrawBlock draws;
    private readonly CaseDraws places;
    private readonly int paths;
    private readonly AlignedRows<double> added;
    private readonly AlignedRows<double> values;
    private readonly double[][] cash;
    private readonly List<int>[] cashPaths;
    private readonly bool[] needed;
    private readonly bool[] hasAdded;
    private readonly OwnRiskBlocks ownRisk;

    public InstrumentBlocks(CasePlan plan, DrawBlock draws, CaseDraws places, int paths, bool[] needed)
    {
        this.plan = plan;
        this.draws = draws;
        this.places = places;
        this.paths = paths;
        this.needed = needed;
        added = new AlignedRows<double>(plan.Instruments.Length * paths);
        values = new AlignedRows<double>(plan.Instruments.Length * paths);
        ownRisk = new OwnRiskBlocks(plan, draws, places, paths);
        hasAdded = [.. plan.Instruments.Select((x, i) => CanBeAddedTo(plan, i))];
        cash = [.. plan.Companies.Select(_ => new double[paths])];
        cashPaths = [.. plan.Companies.Select(_ => new List<int>(paths))];
        Companies = [.. plan.Companies.Select(_ => new CompanyState[paths])];
    }

    /// <summary>Every private company's state on every path; changed by <see cref="End"/> only.</summary>
    public CompanyState[][] Companies { get; }

    /// <summary>Ends a company on a path.</summary>
    public void End(int company, int path, CompanyState state)
    {
        Companies[company][path] = state;
        if (!IsCash(state))
            return;
        cashPaths[company].Add(path);
        cash[company][path] = double.NaN; // known when the date is resolved
    }

    /// <summary>Value of an instrument on every path, 1 on the as-of date.</summary>
    public ReadOnlySpan<double> Values(int instrument) => values.AsSpan(instrument * paths, paths);

    /// <summary>Values of all instruments, one row each.</summary>
    public ReadOnlySpan<double> AllValues => values.All;

    /// <summary>
    /// One instrument's values, to be priced by <see cref="PricedBlocks"/>; holds what events left of the instrument at the end of a
    /// step.
    /// </summary>
    public Span<double> Repriced(int instrument) => values.AsSpan(instrument * paths, paths);

    /// <summary>Puts all paths on the as-of date.</summary>
    public void Start()
    {
        added.All.Clear();
        values.All.Fill(1);
        ownRisk.Start();
        foreach (var states in Companies)
            Array.Clear(states);
        foreach (var list in cashPaths)
            list.Clear();
    }

    /// <summary>
    /// What own risk and events have added to the logarithm of an instrument's value on every path. It no longer counts where a company has
    /// become cash.
    /// </summary>
    public Span<double> Added(int instrument) => added.AsSpan(instrument * paths, paths);

    /// <summary>Whether an instrument is looked at by nobody, so that it stands still.</summary>
    public bool IsIdle(int instrument) => !needed[instrument];

    /// <summary>Adds to the logarithm of one instrument's value on one path, unless it has become cash.</summary>
    public void Move(int instrument, int path, double change)
    {
        var company = plan.Instruments[instrument].Company;
        if (company >= 0 && IsCash(Companies[company][path]))
            return;
        Added(instrument)[path] += change;
    }

    /// <summary>Works out values at a date, when factors' levels are final and events have occurred; own risk moves here.</summary>
    /// <param name="date">The date.</param>
    /// <param name="factors">The factors.</param>
    /// <param name="isValued">Whether the date's values are looked at; if not, only private companies have them, whose exits fix money at
    /// their values.</param>
    public void Settle(int date, FactorBlocks factors, bool isValued)
    {
        for (var i = 0; i < plan.Instruments.Length; i++)
        {
            if (!needed[i])
                continue;
            var instrument = plan.Instruments[i];
            var hasOwn = places.Own[i] >= 0;
            if (hasOwn && ownRisk.Has(i))
            {
                ownRisk.Step(i, date - 1, Added(i));
                hasOwn = false;
            }

            if (!isValued && instrument.Company < 0)
            {
                if (hasOwn)
                    DiffusionKernel.Add(instrument.OwnDeviation[date - 1], draws.Own(places.Own[i], date - 1), Added(i));
                continue;
            }

            ExpCombinationKernel.Transform(
                instrument.Known[date],
                instrument.FactorIndices,
                instrument.Exposures,
                factors.Levels,
                hasOwn ? instrument.OwnDeviation[date - 1] : 0,
                hasOwn ? draws.Own(places.Own[i], date - 1) : [],
                hasAdded[i] ? Added(i) : [],
                values.AsSpan(i * paths, paths)
            );
            if (instrument.Company >= 0)
                KeepCash(instrument.Company, date, values.AsSpan(i * paths, paths));
        }
    }

    private static bool IsCash(CompanyState state) => state is CompanyState.Sold or CompanyState.Failed;

    /// <summary>Whether own risk, an event, a regime or an exit may move an instrument.</summary>
    private static bool CanBeAddedTo(CasePlan plan, int instrument) =>
        plan.Instruments[instrument].OwnDeviation.Length > 0
        || plan.Instruments[instrument].Company >= 0
        || plan.Regimes.Length > 0
        || plan.Events.Any(e => e.Effects.Any(x => x.Convexity is not null || x.Instruments.Contains(instrument)));

    /// <summary>Sold stakes are money from the date on that they were sold.</summary>
    private void KeepCash(int company, int date, Span<double> row)
    {
        var (money, units) = (plan.Cash[date], cash[company]);
        foreach (var k in CollectionsMarshal.AsSpan(cashPaths[company]))
        {
            if (double.IsNaN(units[k]))
                units[k] = row[k] / money;
            else
                row[k] = units[k] * money;
        }
    }
}
