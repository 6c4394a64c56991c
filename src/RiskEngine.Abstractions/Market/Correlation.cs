using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Market;

/// <summary>The correlation of two factors' normals; pairs that a scenario does not name are uncorrelated.</summary>
/// <param name="First">One factor.</param>
/// <param name="Second">The other.</param>
/// <param name="Value">-1 to 1.</param>
public sealed record Correlation(Id<RiskFactor> First, Id<RiskFactor> Second, double Value);
