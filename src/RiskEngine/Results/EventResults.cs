using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>How often an event occurs in one case.</summary>
/// <param name="Event">The event.</param>
/// <param name="Probability">Share of paths on which it occurs at least once by each horizon, in the horizons' order.</param>
/// <param name="ByEnd">The same by the last date of the grid.</param>
public sealed record EventResult(RiskEvent Event, IReadOnlyList<Estimate> Probability, Estimate ByEnd);

/// <summary>
/// What an event does to a portfolio in the base case: the run with it less the run without it, on common random numbers.
/// </summary>
/// <param name="Event">The event.</param>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Effect">The difference it makes.</param>
public sealed record EventEffectResult(RiskEvent Event, Portfolio Portfolio, Variant Variant, Horizon Horizon, Effect Effect);

/// <summary>
/// How a private company fared in one case by one horizon: shares of paths; with <paramref name="StillPrivate"/> the routes add to 1, down
/// rounds aside.
/// </summary>
/// <param name="Company">The company.</param>
/// <param name="Horizon">The horizon; null for the last date of the grid.</param>
/// <param name="Listed">Listed.</param>
/// <param name="Sold">Bought.</param>
/// <param name="Failed">Failed.</param>
/// <param name="StillPrivate">None of these yet.</param>
/// <param name="DownRounds">At least one down round so far.</param>
public sealed record PrivateCompanyResult(
    Instrument Company,
    Horizon? Horizon,
    Estimate Listed,
    Estimate Sold,
    Estimate Failed,
    Estimate StillPrivate,
    Estimate DownRounds
);
