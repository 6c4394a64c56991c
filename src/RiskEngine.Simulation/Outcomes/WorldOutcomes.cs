using System.Numerics;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// What is kept of the paths of one world, as columns: one number per path, in path order, so that nothing depends on which thread
/// simulated what. A part, or a column, that was not wanted is empty.
/// </summary>
public sealed class WorldOutcomes
{
    private const int FanStride = 3;

    internal WorldOutcomes(WorldPlan plan, World world, Wanted wanted, int paths, int replicates, ColumnPool pool)
    {
        World = world;
        Paths = paths;
        ReachesEnd = wanted.Settled || wanted.Fans;
        var fanPaths = wanted.Fans ? Math.Min(paths, Wanted.FanPaths) : 0;
        var variants = Variants(plan.Overlays.Length, wanted);
        float[][][][] Kept(OutcomeColumns kind) =>
            Columns(
                plan.Portfolios.Length,
                variants,
                plan.HorizonDates.Length,
                (p, v, h) => wanted.ColumnsOf(p, v, h).HasFlag(kind) ? pool.Take() : []
            );
        Profits = Kept(OutcomeColumns.Profits);
        Drawdowns = Kept(OutcomeColumns.Drawdowns);
        PortfolioFans = Columns(
            fanPaths > 0 ? plan.Portfolios.Length : 0,
            Math.Min(variants, 2),
            plan.LastHorizonDate + 1,
            (_, _, _) => new float[fanPaths]
        );
        FanDates = fanPaths > 0 ? FactorFanDates(plan) : [];
        FactorFans = [.. plan.Factors.Select(_ => Columns<float>(FanDates.Count, fanPaths))];
        FactorsNotFinite = new int[plan.Factors.Length];
        var columnPaths = Math.Min(paths, Wanted.ColumnPaths);
        Conditions = Columns<bool>(wanted.Settled ? plan.Conditions.Length : 0, columnPaths);
        Indicators = [.. Enumerable.Range(0, wanted.Settled ? plan.Indicators.Length : 0).Select(i => wanted.Keeps(i) ? pool.Take() : [])];
        FirstStrikes = Columns<short>(wanted.Settled ? plan.Events.Length : 0, columnPaths);
        CompanyStates = Columns<CompanyState>(wanted.Settled ? plan.Companies.Length : 0, columnPaths);
        ExitDates = Columns<short>(wanted.Settled ? plan.Companies.Length : 0, columnPaths);
        DownRoundDates = Columns<short>(wanted.Settled ? plan.Companies.Length : 0, columnPaths);
        Counts = wanted.Settled ? new SettledCounts(plan, world, paths, replicates) : null;
        Struck = wanted.Settled ? new StruckPaths(plan, paths) : null;
        Instruments = Columns(wanted.Instruments ? plan.Instruments.Length : 0, plan.HorizonDates.Length, (_, _) => new float[columnPaths]);
        Factors = Columns(wanted.Factors ? plan.Factors.Length : 0, plan.HorizonDates.Length, (_, _) => new float[columnPaths]);
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>Number of paths.</summary>
    public int Paths { get; }

    /// <summary>Whether anything beyond the last horizon is kept, so that paths go on to the end of the grid.</summary>
    public bool ReachesEnd { get; }

    /// <summary>
    /// Relative profit by portfolio, variant and horizon. Variants: as held; following all; then for each traded recommendation following
    /// only it and all but it. Without traded recommendations only as held; with one only the first two.
    /// </summary>
    public float[][][][] Profits { get; }

    /// <summary>Maximum drawdown from the start to the horizon, at the grid's dates, indexed like <see cref="Profits"/>.</summary>
    public float[][][][] Drawdowns { get; }

    /// <summary>
    /// Value (1 at the start) by portfolio, variant (as held, following all) and date up to the last horizon; the first paths only.
    /// </summary>
    public float[][][][] PortfolioFans { get; }

    /// <summary>Date indices of <see cref="FactorFans"/>.</summary>
    public IReadOnlyList<int> FanDates { get; }

    /// <summary>Value by factor and fan date; the first paths only.</summary>
    public float[][][] FactorFans { get; }

    /// <summary>In how many blocks of paths a factor's last value is infinite or not a number.</summary>
    internal int[] FactorsNotFinite { get; }

    /// <summary>Counts of what is settled, of all paths; null where that was not wanted.</summary>
    public SettledCounts? Counts { get; }

    /// <summary>On which paths something struck; null where what is settled was not wanted.</summary>
    internal StruckPaths? Struck { get; }

    /// <summary>
    /// Whether each single condition of the predictions holds, in order; the first <see cref="Wanted.ColumnPaths"/> paths only.
    /// </summary>
    public bool[][] Conditions { get; }

    /// <summary>Each indicator's factor value on its date.</summary>
    public float[][] Indicators { get; }

    /// <summary>Date index of each event's first strike, 0 when it never struck; the same paths.</summary>
    public short[][] FirstStrikes { get; }

    /// <summary>Each company's state at the end of the grid; the same paths.</summary>
    public CompanyState[][] CompanyStates { get; }

    /// <summary>Date index of each company's exit, 0 when it is still private; the same paths.</summary>
    public short[][] ExitDates { get; }

    /// <summary>Date index of each company's first down round, 0 when there was none; the same paths.</summary>
    public short[][] DownRoundDates { get; }

    /// <summary>
    /// Each instrument's value at each horizon, 1 on the as-of date; the first <see cref="Wanted.ColumnPaths"/> paths only.
    /// </summary>
    public float[][][] Instruments { get; }

    /// <summary>Each factor's value at each horizon, in its own unit; the first <see cref="Wanted.ColumnPaths"/> paths only.</summary>
    public float[][][] Factors { get; }

    /// <summary>How many bytes what is kept takes; drawings, which are made from few paths, are not counted.</summary>
    /// <remarks>Told from the scenario alone: it is asked for before anything is compiled.</remarks>
    internal static long BytesNeeded(Scenario scenario, World world, Wanted wanted, int paths)
    {
        var (model, horizons) = (world.Case.Model, Math.Min(wanted.Horizons ?? int.MaxValue, scenario.Horizons.Count));
        var (portfolios, variants) = (model.Portfolios.Count, Variants(model.Recommendations.Count(r => r.IsTraded), wanted));
        var kept =
            from p in Enumerable.Range(0, portfolios)
            from v in Enumerable.Range(0, variants)
            from h in Enumerable.Range(0, horizons)
            select BitOperations.PopCount((uint)wanted.ColumnsOf(p, v, h));
        long columns = kept.Sum() + Enumerable.Range(0, model.Indicators.Count()).Count(wanted.Keeps);
        var firstColumns =
            (long)horizons * ((wanted.Instruments ? model.Instruments.Count : 0) + (wanted.Factors ? model.Factors.Count : 0));
        var (settled, struck) = (0L, 0L);
        if (wanted.Settled)
        {
            var (events, companies) = (model.Events.Count(), model.Instruments.Count(i => i.Kind == InstrumentKind.Private));
            settled =
                model.Predictions.Sum(p => Settlement.Count(p.Condition)) * sizeof(bool)
                + events * sizeof(short)
                + companies * (sizeof(CompanyState) + 2 * sizeof(short));
            struck = horizons * (events + (companies > 0 ? 1 : 0)) * PathBits.BytesNeeded(paths);
        }

        return sizeof(float) * columns * paths + struck + (sizeof(float) * firstColumns + settled) * Math.Min(paths, Wanted.ColumnPaths);
    }

    private static int Variants(int overlays, Wanted wanted) =>
        (wanted.Variants, overlays) switch
        {
            (WantedVariants.None, _) => 0,
            (_, 0) => 1,
            (WantedVariants.Headline, _) or (_, 1) => 2,
            _ => 2 + 2 * overlays,
        };

    /// <summary>Which of <see cref="FanDates"/> a date is, or -1.</summary>
    internal int FanAt(int date)
    {
        var at = (date + FanStride - 1) / FanStride;
        return at < FanDates.Count && FanDates[at] == date ? at : -1;
    }

    /// <summary>Every third date, and the last one: enough for a chart.</summary>
    private static List<int> FactorFanDates(WorldPlan plan)
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

    private static float[][][][] Columns(int portfolios, int variants, int dates, Func<int, int, int, float[]> column)
    {
        var columns = new float[portfolios][][][];
        for (var p = 0; p < portfolios; p++)
        {
            var portfolio = p;
            columns[p] = Columns(variants, dates, (v, d) => column(portfolio, v, d));
        }

        return columns;
    }

    private static float[][][] Columns(int things, int dates, Func<int, int, float[]> column)
    {
        var columns = new float[things][][];
        for (var i = 0; i < things; i++)
        {
            columns[i] = new float[dates][];
            for (var d = 0; d < dates; d++)
                columns[i][d] = column(i, d);
        }

        return columns;
    }
}
