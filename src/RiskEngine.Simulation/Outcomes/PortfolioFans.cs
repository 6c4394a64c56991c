using RiskEngine.Abstractions.Portfolios;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>
/// Value (1 at the start) of the portfolios' headline variants on every date up to the last horizon; the first paths only.
/// </summary>
public sealed class PortfolioFans
{
    private readonly FanColumns columns;
    private readonly int variants;

    internal PortfolioFans(int portfolios, int variants, int dates, int paths)
    {
        this.variants = variants;
        columns = new FanColumns(portfolios * variants, dates, paths);
    }

    /// <summary>Whether there are any.</summary>
    public bool AreKept => columns.Count > 0;

    /// <summary>All columns.</summary>
    internal IReadOnlyList<float[]> All => columns.All;

    /// <summary>Whether a variant is there.</summary>
    public bool Has(VariantIndex variant) => AreKept && variant.Value < variants;

    /// <summary>A portfolio's variant, a column a date.</summary>
    public IReadOnlyList<float[]> this[PortfolioIndex portfolio, VariantIndex variant] => columns[At(portfolio, variant)];

    /// <summary>A portfolio's variant on a date of the grid.</summary>
    public float[] this[PortfolioIndex portfolio, VariantIndex variant, int date] => columns[At(portfolio, variant), date];

    private int At(PortfolioIndex portfolio, VariantIndex variant)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)variant.Value, (uint)variants, nameof(variant));
        return (portfolio.Value * variants) + variant.Value;
    }
}
