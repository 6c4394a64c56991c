using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a trigger.</summary>
internal static class TriggerKeys
{
    public static KeySpec<ReferenceValue> Event { get; } =
        new("event", new("id of another risk, or of a deal with a probability"), "whose hazard it multiplies");

    public static KeySpec<NumberValue> HazardMultiple { get; } = new("hazardMultiple", new(NumberRange.Positive), "by how much");

    public static KeySpec<TenorValue> For { get; } = new("for", new(), "for how long");

    public static KeySet All { get; } = new("trigger", [Event, HazardMultiple, For]);
}
