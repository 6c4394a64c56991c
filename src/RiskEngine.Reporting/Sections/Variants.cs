using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What sections ask of a portfolio's variants.</summary>
internal static class Variants
{
    /// <summary>Whether following the articles changes the portfolio at all; else only the portfolio as held is shown.</summary>
    public static bool IsChanged(this PortfolioResult portfolio) => !ReferenceEquals(portfolio.FollowingAll, portfolio.AsHeld);
}
