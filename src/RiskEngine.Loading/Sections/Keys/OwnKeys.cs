using RiskEngine.Abstractions.Factors;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of an instrument's own risk: the kind, and what the kind brings.</summary>
internal static class OwnKeys
{
    /// <summary>Own risk of any kind that can be one.</summary>
    public static KindValue Value { get; } = new("own risk", d => d.Kinds.All.Where(IsAllowed).Select(kind => (kind.Name, Of(kind))));

    /// <summary>Whether a kind can move an instrument's own risk: it moves by percentages, by its parameters alone.</summary>
    public static bool IsAllowed(FactorKind kind) =>
        kind is { Scale: FactorScale.Log, Path: PathUse.None, TakesHistory: false, TakesStates: false };

    /// <summary>The keys of own risk of a kind.</summary>
    public static KeySet Of(FactorKind kind) =>
        new($"own risk {kind.Name}", [FactorKeys.Kind, .. Given(kind).Select(FactorKeys.Parameter)]);

    /// <summary>
    /// The parameters that own risk gives. Where a factor starts, and how it drifts, changes no instrument: the one is no move, and prices
    /// know the other.
    /// </summary>
    public static IEnumerable<ParameterSpec> Given(FactorKind kind) =>
        kind.Parameters.Where(p => p is not { Name: "start" or "drift", Default: not null });
}
