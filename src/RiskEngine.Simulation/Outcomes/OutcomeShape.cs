using System.Numerics;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// How many columns of which length are kept of a simulated case. Told from the scenario alone, before anything is compiled;
/// <see cref="CaseOutcomes"/> takes its memory by it, so that the bytes are those that are taken.
/// </summary>
public sealed record OutcomeShape
{
    private OutcomeShape(Model model, OutcomeSelection selection, int horizons, PathPart part)
    {
        (Selection, Part, Horizons) = (selection, part, horizons);
        Portfolios = model.Portfolios.Count;
        var variants = model.Variants;
        Variants = selection.Variants switch
        {
            VariantSelection.None => 0,
            VariantSelection.Headline => variants.HeadlineCount,
            _ => variants.Count,
        };
        FanVariants = selection.Fans ? Math.Min(Variants, variants.HeadlineCount) : 0;
        FanPaths = selection.Fans ? part.Among(OutcomeSelection.FanPathsOf(part.Of, model.Factors.Count)) : 0;
        Margins = selection.Margins && Variants > 0 ? model.Portfolios.Count(p => p is { Owes: true, Maintenance: not null }) : 0;
        FirstPaths = part.Among(OutcomeSelection.ColumnPaths);
        Instruments = selection.Instruments ? model.Instruments.Count : 0;
        Factors = selection.Factors ? model.Factors.Count : 0;
        if (!selection.Resolved)
            return;
        Conditions = model.Predictions.Sum(p => Resolution.Count(p.Condition));
        Indicators = model.Indicators.Count();
        Events = model.Events.Count();
        RecurringEvents = model.Events.Count(e => e.Recurs);
        Companies = model.Instruments.Count(i => i.Kind == InstrumentKind.Private);
    }

    /// <summary>What is kept.</summary>
    public OutcomeSelection Selection { get; }

    /// <summary>Which paths.</summary>
    public PathPart Part { get; }

    /// <summary>Number of paths.</summary>
    public int Paths => Part.Count;

    /// <summary>Number of paths of what is kept of the first ones only.</summary>
    public int FirstPaths { get; }

    /// <summary>Number of paths of fans; 0 where there are none.</summary>
    public int FanPaths { get; }

    /// <summary>Number of horizons.</summary>
    public int Horizons { get; }

    /// <summary>Number of portfolios.</summary>
    public int Portfolios { get; }

    /// <summary>Number of variants that portfolios are valued in.</summary>
    public int Variants { get; }

    /// <summary>Number of variants with fans.</summary>
    public int FanVariants { get; }

    /// <summary>Number of portfolios whose calls for margin are kept.</summary>
    public int Margins { get; }

    /// <summary>Number of instruments whose values are kept.</summary>
    public int Instruments { get; }

    /// <summary>Number of factors whose values are kept.</summary>
    public int Factors { get; }

    /// <summary>Number of single conditions of predictions that are kept.</summary>
    public int Conditions { get; }

    /// <summary>Number of indicators, kept or not; 0 where none is asked for.</summary>
    public int Indicators { get; }

    /// <summary>Number of events that are kept.</summary>
    public int Events { get; }

    /// <summary>Number of them that recur.</summary>
    public int RecurringEvents { get; }

    /// <summary>Number of private companies that are kept.</summary>
    public int Companies { get; }

    /// <summary>Bytes of the columns of all paths that are used again once they are released: profits, drawdowns, indicators.</summary>
    public long PooledBytes
    {
        get
        {
            var columns = Selection.Only is null
                ? 2L * Portfolios * Variants * Horizons
                : Selection.Only.Where(IsInside).Sum(k => BitOperations.PopCount((uint)k.Columns));
            return sizeof(float) * (long)Paths * (columns + Enumerable.Range(0, Indicators).Count(Selection.Keeps));
        }
    }

    /// <summary>
    /// Bytes of the columns as held and following all, which stay with the results where these keep them.
    /// </summary>
    public long HeadlineBytes =>
        sizeof(float)
        * (long)Paths
        * (
            Selection.Only is null
                ? 2L * Portfolios * Math.Min(Variants, 2) * Horizons
                : Selection
                    .Only.Where(k => IsInside(k) && Abstractions.Portfolios.VariantSet.IsHeadline(k.Variant))
                    .Sum(k => BitOperations.PopCount((uint)k.Columns))
        );

    /// <summary>
    /// Bytes of everything else: columns of the first paths, and a bit a path for what occurred. Fans, which are made of few paths, are
    /// not counted.
    /// </summary>
    public long OtherBytes =>
        FirstPaths
            * (
                (sizeof(float) * (long)Horizons * (Instruments + Factors + Margins))
                + (Conditions * sizeof(bool))
                + (Events * sizeof(short))
                + (RecurringEvents * (long)sizeof(ulong))
                + (Companies * (sizeof(CompanyState) + (2L * sizeof(short))))
            )
        + (Horizons * (Events + (Companies > 0 ? 1 : 0)) * PathBits.BytesOf(Paths));

    /// <summary>All bytes.</summary>
    public long Bytes => PooledBytes + OtherBytes;

    /// <summary>What is kept of a case of a scenario, of all paths.</summary>
    public static OutcomeShape Of(Scenario scenario, Model model, OutcomeSelection selection, int paths) =>
        Of(scenario, model, selection, PathPart.Whole(paths));

    /// <summary>What is kept of a case of a scenario, of a part of its paths.</summary>
    public static OutcomeShape Of(Scenario scenario, Model model, OutcomeSelection selection, PathPart part)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(selection);
        return new OutcomeShape(model, selection, Math.Min(selection.Horizons ?? int.MaxValue, scenario.Horizons.Count), part);
    }

    private bool IsInside(KeptColumns kept) =>
        kept.Portfolio.Value < Portfolios && kept.Variant.Value < Variants && kept.Horizon.Value < Horizons;
}
