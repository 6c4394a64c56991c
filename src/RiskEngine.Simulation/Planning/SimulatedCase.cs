using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// One version of the world to simulate: a case, perhaps without some of its events. Worlds share all random draws, so that two of them
/// differ only by what is different in them (common random numbers).
/// </summary>
/// <param name="Case">The case.</param>
public sealed record SimulatedCase(Case Case)
{
    /// <summary>Events that never strike.</summary>
    public IReadOnlySet<Id<RiskEvent>> Without { get; init; } = new HashSet<Id<RiskEvent>>();

    /// <summary>Whether private companies' own exits and down rounds are left out too.</summary>
    public bool WithoutExits { get; init; }
}
