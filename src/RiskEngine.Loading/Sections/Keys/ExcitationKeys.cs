using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of an excitation.</summary>
internal static class ExcitationKeys
{
    public static KeySpec<ReferenceValue> Event { get; } =
        new("event", new("id of a risk, or of a deal with a probability"), "whose hazard it adds to; itself, if it recurs");

    public static KeySpec<NumberValue> Offspring { get; } =
        new(
            "offspring",
            new(NumberRange.Positive),
            "how many occurrences of it one occurrence brings about directly, on average (the branching ratio); chains must die out"
        );

    public static KeySpec<TenorValue> HalfLife { get; } = new("halfLife", new(), "in which the added hazard halves");

    public static KeySet All { get; } = new("excitation", [Event, Offspring, HalfLife]);
}
