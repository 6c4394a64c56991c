using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Measuring.Attribution;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Plans;

/// <summary>From what a plan says is simulated to the model that is.</summary>
internal static class VersionModels
{
    /// <summary>The simulated case of a version.</summary>
    /// <exception cref="ArgumentException">The scenario has no such case, or nothing that is simulated rests on the claim.</exception>
    public static SimulatedCase Of(Scenario scenario, CaseVersion version)
    {
        if (version.FalseClaim is { } claim)
        {
            return ClaimCounterfactuals.Without(scenario, claim)
                ?? throw new ArgumentException($"Expected a claim that something simulated rests on, found '{claim}'.", nameof(version));
        }

        var found =
            scenario.Cases.FirstOrDefault(c => c.Id.Value == version.Case)
            ?? throw new ArgumentException($"Expected a case of the scenario, found '{version.Case}'.", nameof(version));
        return new SimulatedCase(found)
        {
            Without = version.Without.Select(id => new Id<RiskEvent>(id)).ToHashSet(),
            WithoutExits = version.WithoutExits,
        };
    }

    /// <summary>The version that a counterfactual of the base case without some events is.</summary>
    public static CaseVersion WithoutEvents(Scenario scenario, IReadOnlySet<Id<RiskEvent>> events) =>
        new(scenario.Base.Id.Value) { Without = [.. scenario.Base.Model.Events.Where(e => events.Contains(e.Id)).Select(e => e.Id.Value)] };
}
