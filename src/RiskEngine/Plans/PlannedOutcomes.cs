using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Plans;

/// <summary>Outcomes that a step makes.</summary>
/// <param name="Name">What later steps call them; each name is made once a plan.</param>
/// <param name="Version">What is simulated.</param>
/// <param name="Keep">What is kept of its paths.</param>
public sealed record PlannedOutcomes(string Name, CaseVersion Version, OutcomeSelection Keep);
