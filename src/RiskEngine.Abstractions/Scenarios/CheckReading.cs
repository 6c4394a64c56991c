using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Abstractions.Scenarios;

/// <summary>
/// The base case if the other of two statements that do not fit together is the right one. It is no surprise to prices, as a case is:
/// they know it.
/// </summary>
/// <param name="Check">The check that found them.</param>
/// <param name="Changes">What is then otherwise.</param>
/// <param name="Model">The whole model with the changes made.</param>
public sealed record CheckReading(Id<Check> Check, IReadOnlyList<Override> Changes, Model Model);
