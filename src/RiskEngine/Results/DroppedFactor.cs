using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Results;

/// <summary>A factor that was taken out of the run because its process failed, as the scenario asked for.</summary>
/// <param name="Factor">The factor as the file defines it.</param>
/// <param name="Problem">What failed: kind, file, step, path, what was expected and found.</param>
public sealed record DroppedFactor(RiskFactor Factor, string Problem);
