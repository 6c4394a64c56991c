using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a deal; one that has a probability occurs as a risk does, and then has that risk's keys too.</summary>
internal static class DealKeys
{
    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<ReferenceValue> Claim { get; } = new("claim", new("id of a claim"), "what it rests on");

    public static KeySpec<DateValue> Announced { get; } = new("announced", new(), "when it was announced") { Otherwise = "not known" };

    public static KeySpec<NumberValue> Amount { get; } =
        new("amount", new(NumberRange.Positive), "what it is worth") { Unit = "billions", Otherwise = "not known" };

    public static KeySpec<NumberValue> Probability { get; } =
        new("probability", new(NumberRange.Probability), "that it occurs within the window; 1 for a deal that is sure to come")
        {
            Otherwise = "none: nothing simulated moves",
        };

    public static KeySpec<MappingValue> Exit { get; } =
        new("exit", new(() => DealExitKeys.All), "how it ends a private company") { Otherwise = "none" };

    /// <summary>The keys that a deal may have beside a probability only.</summary>
    public static IReadOnlyList<KeySpec> OfEvents { get; } =
    [EventKeys.Within, EventKeys.From, EventKeys.Until, EventKeys.Effects, EventKeys.Triggers, Exit];

    public static KeySet All { get; } =
        new("deal", [Name, Claim, Announced, Amount, Probability, .. OfEvents, SourceKeys.Source]) { HasOwnTable = true };
}
