namespace RiskEngine.Abstractions.Portfolios;

/// <summary>Which portfolio of a model: its place in the model's list.</summary>
/// <param name="Value">The place, from 0.</param>
public readonly record struct PortfolioIndex(int Value)
{
    /// <summary>The first so many.</summary>
    public static IEnumerable<PortfolioIndex> First(int count) => Enumerable.Range(0, count).Select(at => new PortfolioIndex(at));
}
