using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Charts;

/// <summary>Returns over time, the limit that was set before each, and the returns that broke it.</summary>
/// <param name="Format">How values read.</param>
/// <param name="Names">What the returns, the limit and the breaches are called.</param>
/// <param name="Start">The first date.</param>
/// <param name="Days">The date of each return, in days after the first one.</param>
/// <param name="Returns">The returns.</param>
/// <param name="Limits">The limits, as returns: minus VaR.</param>
/// <param name="Breaches">Which returns broke their limit, counted from 0.</param>
public sealed record BreachChart(
    AxisFormat Format,
    IReadOnlyList<LocalText> Names,
    DateOnly Start,
    IReadOnlyList<int> Days,
    IReadOnlyList<double> Returns,
    IReadOnlyList<double> Limits,
    IReadOnlyList<int> Breaches
) : ChartSpec(Format);
