using System.Numerics;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// What is kept of the paths of one world, as columns: one number per path, in path order, so that nothing depends on which thread
/// simulated what. A part, or a column, that was not wanted is empty.
/// </summary>
public sealed class CaseOutcomes
{
    private const int FanStride = 3;

    internal CaseOutcomes(CasePlan plan, SimulatedCase world, OutcomeSelection selection, int paths, int replicates, ColumnPool pool)
    {
        SimulatedCase = world;
        Paths = paths;
        ReachesEnd = selection.Resolved || selection.Fans;
        var fanPaths = selection.Fans ? Math.Min(paths, OutcomeSelection.FanPaths) : 0;
        var variants = Variants(plan.Overlays.Length, selection);
        float[][][][] Kept(OutcomeColumns kind) =>
            Columns(
                plan.Portfolios.Length,
                variants,
                plan.HorizonDates.Length,
                (p, v, h) => selection.ColumnsOf(p, v, h).HasFlag(kind) ? pool.Take() : []
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
        var columnPaths = Math.Min(paths, OutcomeSelection.ColumnPaths);
        Conditions = Columns<bool>(selection.Resolved ? plan.Conditions.Length : 0, columnPaths);
        Indicators =
        [
            .. Enumerable.Range(0, selection.Resolved ? plan.Indicators.Length : 0).Select(i => selection.Keeps(i) ? pool.Take() : []),
        ];
        FirstOccurrences = Columns<short>(selection.Resolved ? plan.Events.Length : 0, columnPaths);
        CompanyStates = Columns<CompanyState>(selection.Resolved ? plan.Companies.Length : 0, columnPaths);
        ExitDates = Columns<short>(selection.Resolved ? plan.Companies.Length : 0, columnPaths);
        DownRoundDates = Columns<short>(selection.Resolved ? plan.Companies.Length : 0, columnPaths);
        Counts = selection.Resolved ? new ResolvedCounts(plan, world, paths, replicates) : null;
        Occurred = selection.Resolved ? new OccurrencePaths(plan, paths) : null;
        Instruments = Columns(
            selection.Instruments ? plan.Instruments.Length : 0,
            plan.HorizonDates.Length,
            (_, _) => new float[columnPaths]
        );
        Factors = Columns(selection.Factors ? plan.Factors.Length : 0, plan.HorizonDates.Length, (_, _) => new float[columnPaths]);
    }

    /// <summary>The world.</summary>
    public SimulatedCase SimulatedCase { get; }

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
    public ResolvedCounts? Counts { get; }

    /// <summary>On which paths something struck; null where what is settled was not wanted.</summary>
    internal OccurrencePaths? Occurred { get; }

    /// <summary>
    /// Whether each single condition of the predictions holds, in order; the first <see cref="OutcomeSelection.ColumnPaths"/> paths only.
    /// </summary>
    public bool[][] Conditions { get; }

    /// <summary>Each indicator's factor value on its date.</summary>
    public float[][] Indicators { get; }

    /// <summary>Date index of each event's first strike, 0 when it never struck; the same paths.</summary>
    public short[][] FirstOccurrences { get; }

    /// <summary>Each company's state at the end of the grid; the same paths.</summary>
    public CompanyState[][] CompanyStates { get; }

    /// <summary>Date index of each company's exit, 0 when it is still private; the same paths.</summary>
    public short[][] ExitDates { get; }

    /// <summary>Date index of each company's first down round, 0 when there was none; the same paths.</summary>
    public short[][] DownRoundDates { get; }

    /// <summary>
    /// Each instrument's value at each horizon, 1 on the as-of date; the first <see cref="OutcomeSelection.ColumnPaths"/> paths only.
    /// </summary>
    public float[][][] Instruments { get; }

    /// <summary>Each factor's value at each horizon, in its own unit; the first <see cref="OutcomeSelection.ColumnPaths"/> paths only.</summary>
    public float[][][] Factors { get; }

    /// <summary>How many bytes what is kept takes; drawings, which are made from few paths, are not counted.</summary>
    /// <remarks>Told from the scenario alone: it is asked for before anything is compiled.</remarks>
    internal static long BytesNeeded(Scenario scenario, SimulatedCase world, OutcomeSelection selection, int paths)
    {
        var (model, horizons) = (world.Case.Model, Math.Min(selection.Horizons ?? int.MaxValue, scenario.Horizons.Count));
        var (portfolios, variants) = (model.Portfolios.Count, Variants(model.Recommendations.Count(r => r.IsTraded), selection));
        var kept =
            from p in Enumerable.Range(0, portfolios)
            from v in Enumerable.Range(0, variants)
            from h in Enumerable.Range(0, horizons)
            select BitOperations.PopCount((uint)selection.ColumnsOf(p, v, h));
        long columns = kept.Sum() + Enumerable.Range(0, model.Indicators.Count()).Count(selection.Keeps);
        var firstColumns =
            (long)horizons * ((selection.Instruments ? model.Instruments.Count : 0) + (selection.Factors ? model.Factors.Count : 0));
        var (resolved, occurred) = (0L, 0L);
        if (selection.Resolved)
        {
            var (events, companies) = (model.Events.Count(), model.Instruments.Count(i => i.Kind == InstrumentKind.Private));
            resolved =
                model.Predictions.Sum(p => Resolution.Count(p.Condition)) * sizeof(bool)
                + events * sizeof(short)
                + companies * (sizeof(CompanyState) + 2 * sizeof(short));
            occurred = horizons * (events + (companies > 0 ? 1 : 0)) * PathBits.BytesNeeded(paths);
        }

        return sizeof(float) * columns * paths
            + occurred
            + (sizeof(float) * firstColumns + resolved) * Math.Min(paths, OutcomeSelection.ColumnPaths);
    }

    private static int Variants(int overlays, OutcomeSelection selection) =>
        (selection.Variants, overlays) switch
        {
            (VariantSelection.None, _) => 0,
            (_, 0) => 1,
            (VariantSelection.Headline, _) or (_, 1) => 2,
            _ => 2 + 2 * overlays,
        };

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
