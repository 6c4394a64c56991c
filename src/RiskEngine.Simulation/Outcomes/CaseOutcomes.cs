using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// What is kept of the paths of one simulated case, as columns: one number per path, in path order, so that nothing depends on which
/// thread simulated what. A part, or a column, that was not asked for is empty.
/// </summary>
public sealed class CaseOutcomes
{
    private const int FanStride = 3;

    /// <summary>How many steps <see cref="OccurrenceSteps"/> tell of.</summary>
    public const int OccurrenceStepCount = 64;

    internal CaseOutcomes(CasePlan plan, SimulatedCase simulated, OutcomeShape shape, int replicates, ColumnPool pool)
    {
        var selection = shape.Selection;
        SimulatedCase = simulated;
        Part = shape.Part;
        FirstPaths = shape.FirstPaths;
        ReachesEnd = selection.Resolved || selection.Fans;
        Cube = new OutcomeCube(shape.Portfolios, shape.Variants, shape.Horizons, selection.ColumnsOf(), pool);
        FanPaths = shape.FanPaths;
        PortfolioFans = new PortfolioFans(shape.Portfolios, shape.FanVariants, plan.LastHorizonDate + 1, shape.FanPaths);
        FanDates = shape.FanPaths > 0 ? FactorFanDates(plan) : [];
        FactorFans = new FanColumns(plan.Factors.Length, FanDates.Count, shape.FanPaths);
        MarginCalls = new HorizonColumns(shape.Margins, shape.Horizons, shape.FirstPaths);
        FactorsNotFinite = new int[plan.Factors.Length];
        Conditions = Columns<bool>(shape.Conditions, shape.FirstPaths);
        Indicators = [.. Enumerable.Range(0, shape.Indicators).Select(i => selection.Keeps(i) ? pool.Take() : [])];
        FirstOccurrences = Columns<short>(shape.Events, shape.FirstPaths);
        OccurrenceSteps = [.. plan.Events.Take(shape.Events).Select(e => new ulong[e.Recurs ? shape.FirstPaths : 0])];
        CompanyStates = Columns<CompanyState>(shape.Companies, shape.FirstPaths);
        ExitDates = Columns<short>(shape.Companies, shape.FirstPaths);
        DownRoundDates = Columns<short>(shape.Companies, shape.FirstPaths);
        Counts = selection.Resolved ? new ResolvedCounts(plan, simulated, Part.Of, replicates) : null;
        Occurred = selection.Resolved ? new OccurrencePaths(plan, Paths) : null;
        Instruments = new HorizonColumns(shape.Instruments, shape.Horizons, shape.FirstPaths);
        Factors = new HorizonColumns(shape.Factors, shape.Horizons, shape.FirstPaths);
    }

    /// <summary>What was simulated.</summary>
    public SimulatedCase SimulatedCase { get; }

    /// <summary>Which paths of the simulation these are: all, but in a shard.</summary>
    public PathPart Part { get; }

    /// <summary>Number of paths.</summary>
    public int Paths => Part.Count;

    /// <summary>Number of paths of what is kept of the first <see cref="OutcomeSelection.ColumnPaths"/> only.</summary>
    internal int FirstPaths { get; }

    /// <summary>Whether anything beyond the last horizon is kept, so that paths go on to the end of the grid.</summary>
    public bool ReachesEnd { get; }

    /// <summary>Profits and drawdowns by portfolio, variant and horizon.</summary>
    public OutcomeCube Cube { get; }

    /// <summary>How many paths fans are drawn from; 0 where they are not kept.</summary>
    public int FanPaths { get; }

    /// <summary>Value over time of the headline variants; the first <see cref="FanPaths"/> paths only.</summary>
    public PortfolioFans PortfolioFans { get; }

    /// <summary>Date indices of <see cref="FactorFans"/>.</summary>
    public IReadOnlyList<int> FanDates { get; }

    /// <summary>Value by factor and fan date; the same paths. No dates where fans are not kept.</summary>
    public FanColumns FactorFans { get; }

    /// <summary>
    /// Probability of a call for margin by each horizon, given the path at the dates, by portfolio that owes something and keeps a ratio
    /// (<see cref="Abstractions.Portfolios.Portfolio.Maintenance"/>), as held; the first <see cref="OutcomeSelection.ColumnPaths"/> paths
    /// only.
    /// </summary>
    public HorizonColumns MarginCalls { get; }

    /// <summary>In how many blocks of paths a factor's last value is infinite or not a number.</summary>
    internal int[] FactorsNotFinite { get; }

    /// <summary>Counts of what is resolved, of all paths; null where that was not asked for.</summary>
    public ResolvedCounts? Counts { get; }

    /// <summary>On which paths something occurred; null where what is resolved was not asked for.</summary>
    internal OccurrencePaths? Occurred { get; }

    /// <summary>
    /// Whether each single condition of the predictions holds, in order; the first <see cref="OutcomeSelection.ColumnPaths"/> paths only.
    /// </summary>
    public bool[][] Conditions { get; }

    /// <summary>Each indicator's factor value on its date.</summary>
    public float[][] Indicators { get; }

    /// <summary>Date index of each event's first occurrence, 0 when it never occurs; the same paths.</summary>
    public short[][] FirstOccurrences { get; }

    /// <summary>
    /// In which of the first <see cref="OccurrenceStepCount"/> steps each event that recurs has occurred, a bit a step; an empty column for
    /// an event that does not recur; the same paths.
    /// </summary>
    public ulong[][] OccurrenceSteps { get; }

    /// <summary>Each company's state at the end of the grid; the same paths.</summary>
    public CompanyState[][] CompanyStates { get; }

    /// <summary>Date index of each company's exit, 0 when it is still private; the same paths.</summary>
    public short[][] ExitDates { get; }

    /// <summary>Date index of each company's first down round, 0 when there was none; the same paths.</summary>
    public short[][] DownRoundDates { get; }

    /// <summary>
    /// Each instrument's value at each horizon, 1 on the as-of date; the first <see cref="OutcomeSelection.ColumnPaths"/> paths only.
    /// </summary>
    public HorizonColumns Instruments { get; }

    /// <summary>Each factor's value at each horizon, in its own unit; of the same paths.</summary>
    public HorizonColumns Factors { get; }

    /// <summary>Shows all that is kept, in an order that depends on the case and the selection alone.</summary>
    internal void Show(IOutcomeVisitor visitor)
    {
        foreach (var column in Cube.Columns.Concat(Indicators))
            visitor.Column(column);
        foreach (var column in PortfolioFans.All.Concat(FactorFans.All).Concat(Instruments.All).Concat(Factors.All).Concat(MarginCalls.All))
            visitor.Column(column);
        foreach (var column in Conditions)
            visitor.Column(column);
        foreach (var column in FirstOccurrences.Concat(ExitDates).Concat(DownRoundDates))
            visitor.Column(column);
        foreach (var column in OccurrenceSteps)
            visitor.Column(column);
        foreach (var column in CompanyStates)
            visitor.Column(column);
        foreach (var set in Occurred?.All ?? [])
            visitor.Bits(set.Words);
        foreach (var counts in Counts?.All ?? [])
            visitor.Counts(counts);
    }

    /// <summary>Which of <see cref="FanDates"/> a date is, or -1.</summary>
    internal int FanAt(int date)
    {
        var at = (date + FanStride - 1) / FanStride;
        return at < FanDates.Count && FanDates[at] == date ? at : -1;
    }

    /// <summary>Every third date, and the last one: enough for a chart.</summary>
    private static List<int> FactorFanDates(CasePlan plan)
    {
        var dates = new List<int>();
        for (var d = 0; d <= plan.Grid.StepCount; d += FanStride)
            dates.Add(d);
        if (dates[^1] != plan.Grid.StepCount)
            dates.Add(plan.Grid.StepCount);
        return dates;
    }

    private static T[][] Columns<T>(int count, int paths)
    {
        var columns = new T[count][];
        for (var i = 0; i < count; i++)
            columns[i] = new T[paths];
        return columns;
    }
}
