using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Scenarios;

/// <summary>
/// A named variation of the scenario. What a case changes comes as a surprise: prices know the base case, and instruments keep the own risk
/// they have there.
/// </summary>
/// <param name="Id">The case's id; <c>base</c> for the unchanged scenario.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="Summary">Its story in a sentence or two; may be empty.</param>
/// <param name="Overrides">What it changes; empty for the base case.</param>
/// <param name="Model">The whole model with the changes made.</param>
public sealed record Case(Id<Case> Id, LocalText Name, LocalText Summary, IReadOnlyList<Override> Overrides, Model Model);

/// <summary>One changed value.</summary>
/// <param name="Path">Which: <c>risks.supply-chain.probability</c>.</param>
/// <param name="From">The value before, as it stands in the file; empty when the file gave none.</param>
/// <param name="To">The value in this case.</param>
public sealed record Override(string Path, string From, string To);
