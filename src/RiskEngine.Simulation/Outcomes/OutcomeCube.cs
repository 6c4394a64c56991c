using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// Profits and drawdowns of a simulated case, addressed by portfolio, variant and horizon. Each address holds two contiguous columns, one
/// number a path in path order; a column that was not kept is empty.
/// </summary>
public sealed class OutcomeCube
{
    private readonly float[][] profits;
    private readonly float[][] drawdowns;

    /// <summary>Takes a column for each one that is kept.</summary>
    /// <param name="portfolios">Number of portfolios.</param>
    /// <param name="variants">Number of variants, from the first of their <see cref="VariantSet"/>; 0 where portfolios are not
    /// valued.</param>
    /// <param name="horizons">Number of horizons.</param>
    /// <param name="kept">Which columns are kept.</param>
    /// <param name="pool">Where columns come from.</param>
    internal OutcomeCube(
        int portfolios,
        int variants,
        int horizons,
        Func<PortfolioIndex, VariantIndex, HorizonIndex, OutcomeColumns> kept,
        ColumnPool pool
    )
    {
        (PortfolioCount, VariantCount, HorizonCount) = (portfolios, variants, horizons);
        OutcomeColumns[] each = [.. from p in Portfolios from v in Variants from h in Horizons select kept(p, v, h)];
        float[][] Take(OutcomeColumns kind) => [.. each.Select(k => k.HasFlag(kind) ? pool.Take() : [])];
        profits = Take(OutcomeColumns.Profits);
        drawdowns = Take(OutcomeColumns.Drawdowns);
    }

    /// <summary>Number of portfolios.</summary>
    public int PortfolioCount { get; }

    /// <summary>Number of variants that portfolios are valued in; 0 where they are not valued.</summary>
    public int VariantCount { get; }

    /// <summary>Number of horizons.</summary>
    public int HorizonCount { get; }

    /// <summary>The portfolios.</summary>
    public IEnumerable<PortfolioIndex> Portfolios => PortfolioIndex.First(PortfolioCount);

    /// <summary>The variants that portfolios are valued in.</summary>
    public IEnumerable<VariantIndex> Variants => VariantIndex.First(VariantCount);

    /// <summary>The horizons.</summary>
    public IEnumerable<HorizonIndex> Horizons => HorizonIndex.First(HorizonCount);

    /// <summary>All columns that are kept.</summary>
    public IEnumerable<float[]> Columns => profits.Concat(drawdowns).Where(column => column.Length > 0);

    /// <summary>Whether any drawdowns are kept.</summary>
    public bool HasDrawdowns => Array.Exists(drawdowns, column => column.Length > 0);

    /// <summary>Relative profit of every path, a plain number (0.1 is a tenth of the start value).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such portfolio, variant or horizon.</exception>
    public float[] Profits(PortfolioIndex portfolio, VariantIndex variant, HorizonIndex horizon) =>
        profits[At(portfolio, variant, horizon)];

    /// <summary>Maximum drawdown of every path from the start to the horizon as looks at every day see it, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such portfolio, variant or horizon.</exception>
    public float[] Drawdowns(PortfolioIndex portfolio, VariantIndex variant, HorizonIndex horizon) =>
        drawdowns[At(portfolio, variant, horizon)];

    /// <summary>Which columns of an address are there.</summary>
    public OutcomeColumns Kept(PortfolioIndex portfolio, VariantIndex variant, HorizonIndex horizon) =>
        (Profits(portfolio, variant, horizon).Length > 0 ? OutcomeColumns.Profits : OutcomeColumns.None)
        | (Drawdowns(portfolio, variant, horizon).Length > 0 ? OutcomeColumns.Drawdowns : OutcomeColumns.None);

    private int At(PortfolioIndex portfolio, VariantIndex variant, HorizonIndex horizon)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)portfolio.Value, (uint)PortfolioCount, nameof(portfolio));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)variant.Value, (uint)VariantCount, nameof(variant));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)horizon.Value, (uint)HorizonCount, nameof(horizon));
        return (((portfolio.Value * VariantCount) + variant.Value) * HorizonCount) + horizon.Value;
    }
}
