using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Results;

/// <summary>How two instruments fall together at the headline horizon, in the base case.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other, later in the scenario's order.</param>
/// <param name="Correlation">Of the logarithms of their values; not a number where one does not move or may be lost whole.</param>
/// <param name="Worst5">Probability that the second is among its worst 5% of paths where the first is.</param>
/// <param name="Worst1">The same of the worst 1%.</param>
public sealed record TailDependenceResult(Instrument First, Instrument Second, double Correlation, Estimate Worst5, Estimate Worst1);
