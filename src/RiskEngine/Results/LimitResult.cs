using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Results;

/// <summary>A limit and the measure it bounds.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Measured">The measure.</param>
/// <param name="Holds">Whether the measure's value lies on the right side.</param>
public sealed record LimitResult(Limit Limit, Estimate Measured, bool Holds);
