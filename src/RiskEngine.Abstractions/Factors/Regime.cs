using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Factors;

/// <summary>One state of a <see cref="RegimeSwitching"/> factor, and what holds while it lasts.</summary>
/// <param name="Id">Its id within the factor.</param>
/// <param name="Drift">By factor, what the state adds to its drift: x a year, pulled back with the rest of x where the factor
/// reverts.</param>
/// <param name="Volatility">By factor, what its shocks are multiplied by, 0 or more.</param>
/// <param name="Correlation">Sets of factors whose correlations the state changes; no factor is in two.</param>
public sealed record Regime(
    string Id,
    IReadOnlyDictionary<Id<RiskFactor>, double> Drift,
    IReadOnlyDictionary<Id<RiskFactor>, double> Volatility,
    IReadOnlyList<RegimeCorrelation> Correlation
);

/// <summary>A change of the correlations among some factors.</summary>
/// <param name="Factors">The factors, two or more.</param>
/// <param name="Change">
/// a, above -1 and below 1. Above 0 each pair's correlation r becomes (1 - a) r + a, as an event's effect on correlation does; below 0 it
/// becomes (1 + a) r. Correlations with other factors count the root of 1 - |a| times.
/// </param>
public sealed record RegimeCorrelation(IReadOnlyList<Id<RiskFactor>> Factors, double Change);
