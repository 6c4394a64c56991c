using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Results;

/// <summary>How two instruments or two factors reach their ends together at the headline horizon, in the base case.</summary>
/// <typeparam name="T">What the two are.</typeparam>
/// <param name="First">One.</param>
/// <param name="Second">The other, later in the scenario's order.</param>
/// <param name="Correlation">Of the logarithms of their values, or of the values of factors that move by level; not a number where one does
/// not move or may be lost whole.</param>
/// <param name="Worst5">Probability that the second is among its lowest 5% of paths where the first is.</param>
/// <param name="Worst1">The same of the lowest 1%.</param>
/// <param name="Best5">The same of the highest 5%.</param>
public sealed record TailDependenceResult<T>(T First, T Second, double Correlation, Estimate Worst5, Estimate Worst1, Estimate Best5);
