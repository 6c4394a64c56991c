using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>How likely a broker's call for margin is, of a portfolio that owes something, as held.</summary>
/// <param name="Portfolio">The portfolio; it keeps a ratio (<see cref="Portfolio.Maintenance"/>).</param>
/// <param name="EquityRatio">
/// Its equity on the as-of date as a part of what it owns and owes, cash aside; infinite where it owns and owes cash alone.
/// </param>
/// <param name="Calls">By horizon, in the scenario's order.</param>
public sealed record MarginResult(Portfolio Portfolio, double EquityRatio, IReadOnlyList<MarginCall> Calls);

/// <summary>The probability that equity falls below the ratio by a horizon.</summary>
/// <param name="Horizon">The horizon.</param>
/// <param name="Probability">At any time until then, 0 to 1.</param>
public sealed record MarginCall(Horizon Horizon, Estimate Probability);
