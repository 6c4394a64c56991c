using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Decisions;

/// <summary>
/// An opinion on outcomes that the model alone does not give: "what if this holds?". The paths stay as they are; their probabilities change
/// as little as is needed for all views to hold.
/// </summary>
public sealed record StatedView
{
    /// <summary>The view's id; unique in the scenario.</summary>
    public required Id<StatedView> Id { get; init; }

    /// <summary>The view in one short sentence for readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The claims that carry it; may be empty.</summary>
    public IReadOnlyList<ClaimRef> Claims { get; init; } = [];

    /// <summary>What it speaks of.</summary>
    public required ViewQuantity Quantity { get; init; }

    /// <summary>
    /// Ids of factors or instruments: two for a correlation, two or more for a ranking, the best first, else one. For a probability the id
    /// of a prediction, risk or deal.
    /// </summary>
    public required IReadOnlyList<string> On { get; init; }

    /// <summary>
    /// The probability of a quantile, or the confidence level of a value at risk or expected shortfall; 0 where there is none.
    /// </summary>
    public double Level { get; init; }

    /// <summary>
    /// When: an instrument's profit since the as-of date, a factor's value on that day, an event by then. A prediction has its own date.
    /// </summary>
    public required Id<Horizon> Horizon { get; init; }

    /// <summary>How quantity and target stand to each other; a ranking has none.</summary>
    public required ViewBound Bound { get; init; }

    /// <summary>The figure: profits, volatilities and losses as parts of the start value, factors in their unit.</summary>
    public required double Target { get; init; }

    /// <summary>How much it is trusted, above 0 to 1 (certain).</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>What a view can speak of.</summary>
public enum ViewQuantity
{
    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The standard deviation at the horizon, not annualised.</summary>
    Volatility,

    /// <summary>A quantile.</summary>
    Quantile,

    /// <summary>Value at risk; a loss is positive.</summary>
    ValueAtRisk,

    /// <summary>Expected shortfall; a loss is positive.</summary>
    ExpectedShortfall,

    /// <summary>Skewness.</summary>
    Skewness,

    /// <summary>The correlation of two.</summary>
    Correlation,

    /// <summary>The order of means, the highest first.</summary>
    Ranking,

    /// <summary>The probability of a prediction, risk or deal.</summary>
    Probability,

    /// <summary>Kurtosis; that of a normal is 3.</summary>
    Kurtosis,
}

/// <summary>How a viewed quantity and its target stand to each other.</summary>
public enum ViewBound
{
    /// <summary>It equals the target.</summary>
    Is,

    /// <summary>It is not below the target.</summary>
    AtLeast,

    /// <summary>It is not above the target.</summary>
    AtMost,
}
