using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// What is kept of the paths of one world, as columns: one number per path, in path order, so that nothing depends on which thread
/// simulated what. A part that was not wanted is empty.
/// </summary>
public sealed class WorldOutcomes
{
    private const int FanStride = 3;

    internal WorldOutcomes(WorldPlan plan, World world, Wanted wanted, int paths, ColumnPool pool)
    {
        World = world;
        Paths = paths;
        ReachesEnd = wanted.Settled || wanted.Fans;
        var fanPaths = wanted.Fans ? Math.Min(paths, Wanted.FanPaths) : 0;
        var variants = Variants(plan.Overlays.Length, wanted);
        Profits = Columns(plan.Portfolios.Length, variants, plan.HorizonDates.Length, pool.Take);
        Drawdowns = Columns(plan.Portfolios.Length, variants, plan.HorizonDates.Length, pool.Take);
        PortfolioFans = Columns(fanPaths > 0 ? plan.Portfolios.Length : 0, Math.Min(variants, 2), plan.LastHorizonDate + 1, () => new float[fanPaths]);
        FanDates = fanPaths > 0 ? FactorFanDates(plan) : [];
        FactorFans = [.. plan.Factors.Select(_ => Columns<float>(FanDates.Count, fanPaths))];
        FactorsNotFinite = new int[plan.Factors.Length];
        Conditions = Columns<bool>(wanted.Settled ? plan.Conditions.Length : 0, paths);
        Indicators = Columns<float>(wanted.Settled ? plan.Indicators.Length : 0, paths);
        FirstStrikes = Columns<short>(wanted.Settled ? plan.Events.Length : 0, paths);
        CompanyStates = Columns<CompanyState>(wanted.Settled ? plan.Companies.Length : 0, paths);
        ExitDates = Columns<short>(wanted.Settled ? plan.Companies.Length : 0, paths);
        DownRoundDates = Columns<short>(wanted.Settled ? plan.Companies.Length : 0, paths);
        var columnPaths = Math.Min(paths, Wanted.ColumnPaths);
        Instruments = Columns(wanted.Instruments ? plan.Instruments.Length : 0, plan.HorizonDates.Length, () => new float[columnPaths]);
        Factors = Columns(wanted.Factors ? plan.Factors.Length : 0, plan.HorizonDates.Length, () => new float[columnPaths]);
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>Number of paths.</summary>
    public int Paths { get; }

    /// <summary>Whether anything beyond the last horizon is kept, so that paths go on to the end of the grid.</summary>
    public bool ReachesEnd { get; }

    /// <summary>
    /// Relative profit by portfolio, variant and horizon. Variants: as held; following all; then for each traded recommendation following only
    /// it and all but it. Without traded recommendations only as held; with one only the first two.
    /// </summary>
    public float[][][][] Profits { get; }

    /// <summary>Maximum drawdown from the start to the horizon, at the grid's dates, indexed like <see cref="Profits"/>.</summary>
    public float[][][][] Drawdowns { get; }

    /// <summary>Value (1 at the start) by portfolio, variant (as held, following all) and date up to the last horizon; the first paths only.</summary>
    public float[][][][] PortfolioFans { get; }

    /// <summary>Date indices of <see cref="FactorFans"/>.</summary>
    public IReadOnlyList<int> FanDates { get; }

    /// <summary>Value by factor and fan date; the first paths only.</summary>
    public float[][][] FactorFans { get; }

    /// <summary>In how many blocks of paths a factor's last value is infinite or not a number.</summary>
    internal int[] FactorsNotFinite { get; }

    /// <summary>Whether each single condition of the predictions holds, in order.</summary>
    public bool[][] Conditions { get; }

    /// <summary>Each indicator's factor value on its date.</summary>
    public float[][] Indicators { get; }

    /// <summary>Date index of each event's first strike; 0 when it never struck.</summary>
    public short[][] FirstStrikes { get; }

    /// <summary>Each company's state at the end of the grid.</summary>
    public CompanyState[][] CompanyStates { get; }

    /// <summary>Date index of each company's exit; 0 when it is still private.</summary>
    public short[][] ExitDates { get; }

    /// <summary>Date index of each company's first down round; 0 when there was none.</summary>
    public short[][] DownRoundDates { get; }

    /// <summary>Each instrument's value at each horizon, 1 on the as-of date; the first <see cref="Wanted.ColumnPaths"/> paths only.</summary>
    public float[][][] Instruments { get; }

    /// <summary>Each factor's value at each horizon, in its own unit; the first <see cref="Wanted.ColumnPaths"/> paths only.</summary>
    public float[][][] Factors { get; }

    /// <summary>How many bytes what is kept takes; drawings, which are made from few paths, are not counted.</summary>
    /// <remarks>Told from the scenario alone: it is asked for before anything is compiled.</remarks>
    internal static long BytesNeeded(Scenario scenario, World world, Wanted wanted, int paths)
    {
        var model = world.Case.Model;
        long settled = wanted.Settled
            ? model.Predictions.Sum(p => Settlement.Count(p.Condition)) * sizeof(bool) + model.Indicators.Count() * sizeof(float) + model.Events.Count() * sizeof(short)
                + model.Instruments.Count(i => i.Kind == InstrumentKind.Private) * (sizeof(CompanyState) + 2 * sizeof(short))
            : 0;
        var columns = 2L * model.Portfolios.Count * Variants(model.Recommendations.Count(r => r.IsTraded), wanted) * paths
            + ((wanted.Instruments ? model.Instruments.Count : 0L) + (wanted.Factors ? model.Factors.Count : 0)) * Math.Min(paths, Wanted.ColumnPaths);
        return settled * paths + sizeof(float) * Math.Min(wanted.Horizons ?? int.MaxValue, scenario.Horizons.Count) * columns;
    }

    private static int Variants(int overlays, Wanted wanted) => (wanted.Variants, overlays) switch
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
        for (var d = 0; d <= plan.Grid.StepCount; d += FanStride) dates.Add(d);
        if (dates[^1] != plan.Grid.StepCount) dates.Add(plan.Grid.StepCount);
        return dates;
    }

    private static T[][] Columns<T>(int count, int paths)
    {
        var columns = new T[count][];
        for (var i = 0; i < count; i++) columns[i] = new T[paths];
        return columns;
    }

    private static float[][][][] Columns(int portfolios, int variants, int dates, Func<float[]> column)
    {
        var columns = new float[portfolios][][][];
        for (var p = 0; p < portfolios; p++) columns[p] = Columns(variants, dates, column);
        return columns;
    }

    private static float[][][] Columns(int things, int dates, Func<float[]> column)
    {
        var columns = new float[things][][];
        for (var i = 0; i < things; i++)
        {
            columns[i] = new float[dates][];
            for (var d = 0; d < dates; d++) columns[i][d] = column();
        }

        return columns;
    }
}
