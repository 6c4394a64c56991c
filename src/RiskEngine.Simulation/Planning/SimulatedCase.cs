using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// What is simulated: a case, or a counterfactual of it without some of its events. All share their random draws, so that two of them
/// differ only by what is different in them (common random numbers).
/// </summary>
/// <param name="Case">The case.</param>
public sealed record SimulatedCase(Case Case)
{
    /// <summary>Events that never occur.</summary>
    public IReadOnlySet<Id<RiskEvent>> Without { get; init; } = new HashSet<Id<RiskEvent>>();

    /// <summary>Whether private companies' own exits and down rounds are left out too.</summary>
    public bool WithoutExits { get; init; }
}
