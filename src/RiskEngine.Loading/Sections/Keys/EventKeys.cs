using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys that risks have in common with deals that may occur.</summary>
internal static class EventKeys
{
    public static KeySpec<TenorValue> Within { get; } =
        new("within", new(), "window from the as-of date") { Otherwise = "required, or `from` and `until`" };

    public static KeySpec<DateValue> From { get; } =
        new("from", new(), "first day of the window; beside `until` only") { Condition = "the as-of date or later", Otherwise = "none" };

    public static KeySpec<DateValue> Until { get; } =
        new("until", new(), "last day of the window, after `from`; the same day for a deal that is sure to come on it")
        {
            Otherwise = "none",
        };

    public static KeySpec<ListValue<MappingValue>> Effects { get; } =
        new("effects", new(new(() => EffectKeys.All)), "what it does when it occurs; all effects share one severity rank")
        {
            Otherwise = "none",
        };

    public static KeySpec<ListValue<MappingValue>> Triggers { get; } =
        new("triggers", new(new(() => TriggerKeys.All)), "multiplies another event's hazard for a time") { Otherwise = "none" };

    public static KeySpec<ListValue<MappingValue>> Excites { get; } =
        new(
            "excites",
            new(new(() => ExcitationKeys.All)),
            "every occurrence adds to another event's hazard, or to its own, and what it adds fades: events in clusters (Hawkes 1971)"
        )
        {
            Otherwise = "none",
        };
}
