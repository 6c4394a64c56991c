using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>
/// Where the risk of one portfolio comes from in the base case, at the headline horizon: three ways of splitting the same totals.
/// </summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Paths">How many paths it was split on: the first 131,072 at most.</param>
/// <param name="Total">The standard deviation, VaR 95% and ES 95% of these paths: what each list adds up to.</param>
/// <param name="Positions">By position, and by recommendation where these are followed.</param>
/// <param name="Groups">By the first group that the market file names for each instrument.</param>
/// <param name="Factors">
/// By factor and event, in a regression of the logarithm of the value on factor moves and occurrences, each path's parts scaled to its
/// profit (Carino 1999); with what these leave and the mean.
/// </param>
/// <param name="RSquared">The part of the variance of that logarithm that factors and events explain.</param>
public sealed record ContributionResult(
    Portfolio Portfolio,
    Variant Variant,
    Horizon Horizon,
    int Paths,
    RiskTotals Total,
    IReadOnlyList<RiskPart> Positions,
    IReadOnlyList<RiskPart> Groups,
    IReadOnlyList<RiskPart> Factors,
    double RSquared
);

/// <summary>The measures that are split; losses are positive.</summary>
/// <param name="Volatility">Standard deviation of the profit.</param>
/// <param name="Var95">VaR at 95%.</param>
/// <param name="Es95">ES at 95%.</param>
public sealed record RiskTotals(double Volatility, double Var95, double Es95);

/// <summary>One part of a portfolio's risk. Over a list, contributions add up to the totals.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The id of what it is; empty for the rest and the mean.</param>
/// <param name="Name">Its name for readers; empty where the kind says all.</param>
/// <param name="Weight">The part of the portfolio's value that it makes up; null for what has none.</param>
/// <param name="Volatility">Contribution to the standard deviation.</param>
/// <param name="Var95">Contribution to VaR 95%.</param>
/// <param name="Es95">Contribution to ES 95%.</param>
public sealed record RiskPart(
    RiskPartKind Kind,
    string Id,
    LocalText Name,
    double? Weight,
    Estimate Volatility,
    Estimate Var95,
    Estimate Es95
)
{
    /// <summary>
    /// Marginal: what one more unit of weight adds to ES 95% (the derivative; contribution by weight); null without a weight.
    /// </summary>
    public double? MarginalEs95 => Weight is { } weight and not 0 ? Es95.Value / weight : null;

    /// <summary>Incremental: the portfolio with the position, less with its value in cash from the start; null for other parts.</summary>
    public Effect? Presence { get; init; }
}

/// <summary>What a part of a portfolio's risk is.</summary>
public enum RiskPartKind
{
    /// <summary>A position.</summary>
    Position,

    /// <summary>A recommendation that is followed.</summary>
    Recommendation,

    /// <summary>The positions of a group.</summary>
    Group,

    /// <summary>A risk factor.</summary>
    Factor,

    /// <summary>A risk event or deal, beyond what it does through factors.</summary>
    Event,

    /// <summary>What factors and events leave: the instruments' own risks, private companies' exits, curvature.</summary>
    Rest,

    /// <summary>The mean profit, which lowers losses.</summary>
    Mean,
}
