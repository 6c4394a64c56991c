using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>Which variants of each portfolio a simulation keeps.</summary>
public enum VariantSelection
{
    /// <summary>None: portfolios are not valued.</summary>
    None,

    /// <summary>As held, and following all.</summary>
    Headline,

    /// <summary>Also each recommendation alone, and all but each.</summary>
    All,
}

/// <summary>What a simulation keeps of its paths: plain data, so that it can be written down and compared.</summary>
/// <param name="Variants">Which variants of the portfolios.</param>
/// <param name="Resolved">Predictions, indicators, events and companies: counts of all paths, columns of the first
/// <see cref="ColumnPaths"/>; indicators are columns of all paths.</param>
/// <param name="Fans">Values over time of the first <see cref="FanPaths"/> paths, of portfolios and factors.</param>
/// <param name="Instruments">Every instrument's value at every horizon, of the first <see cref="ColumnPaths"/> paths.</param>
/// <param name="Factors">Every factor's value at every horizon, of the same paths.</param>
/// <param name="Margins">Calls for margin of portfolios that keep a ratio, of the first <see cref="ColumnPaths"/> paths.</param>
/// <param name="Horizons">How many horizons, from the first; later ones are not simulated. Null for all.</param>
public sealed record OutcomeSelection(
    VariantSelection Variants,
    bool Resolved = false,
    bool Fans = false,
    bool Instruments = false,
    bool Factors = false,
    bool Margins = false,
    int? Horizons = null
)
{
    /// <summary>
    /// How many paths fan charts are drawn from, at most: enough for a picture, their quantiles are not reported as figures. Where there
    /// are very many factors there are fewer, so that memory grows no faster than with the factors' other columns.
    /// </summary>
    public const int FanPaths = 8192;

    private const int FewestFanPaths = 1024;
    private const int FactorsOfAllFanPaths = 100;

    /// <summary>
    /// How many paths are kept of what is read path by path beside the portfolios (instruments, factors, what is resolved), so that memory
    /// stays bounded; figures made of them have the error of that many.
    /// </summary>
    public const int ColumnPaths = 1 << 17;

    /// <summary>Which columns of portfolios are kept; null for both of every selected variant at every horizon.</summary>
    public IReadOnlyList<KeptColumns>? Only { get; init; }

    /// <summary>Which indicators are kept where <see cref="Resolved"/> is, by their places in the model's list; null for all.</summary>
    public IReadOnlyList<int>? Indicators { get; init; }

    /// <summary>Which columns are kept of a portfolio, variant and horizon.</summary>
    internal Func<PortfolioIndex, VariantIndex, HorizonIndex, OutcomeColumns> ColumnsOf()
    {
        if (Only is null)
            return (_, _, _) => OutcomeColumns.Both;
        var kept = Only.ToDictionary(k => (k.Portfolio, k.Variant, k.Horizon), k => k.Columns);
        return (portfolio, variant, horizon) => kept.GetValueOrDefault((portfolio, variant, horizon));
    }

    /// <summary>How many of so many paths the fans of a model with so many factors are drawn from.</summary>
    public static int FanPathsOf(int paths, int factors) =>
        Math.Min(paths, Math.Max(FewestFanPaths, FanPaths * FactorsOfAllFanPaths / Math.Max(FactorsOfAllFanPaths, factors)));

    /// <summary>Whether an indicator is kept.</summary>
    internal bool Keeps(int indicator) => Resolved && (Indicators?.Contains(indicator) ?? true);
}
