using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Plans;

/// <summary>What is simulated: a case, or a counterfactual of it, which shares its random numbers.</summary>
/// <param name="Case">Id of the case.</param>
public sealed record CaseVersion(string Case)
{
    /// <summary>Ids of the events that never occur, in the model's order.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Whether private companies' own exits and down rounds are left out too.</summary>
    public bool WithoutExits { get; init; }

    /// <summary>The claim that is false: all that rests on it is left out; null for none.</summary>
    public ClaimRef? FalseClaim { get; init; }
}
