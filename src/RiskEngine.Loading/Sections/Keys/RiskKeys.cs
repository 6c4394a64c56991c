using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a risk.</summary>
internal static class RiskKeys
{
    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<LocalTextValue> Summary { get; } = new("summary", new(), "for readers");

    public static KeySpec<ListValue<ReferenceValue>> Claims { get; } =
        new("claims", new(new("`thesis/claim`")), "the claims that name it") { Otherwise = "none" };

    public static KeySpec<NumberValue> Probability { get; } =
        new("probability", new(ExitKeys.HazardProbabilities), "that it occurs at least once within the window, no trigger acting");

    public static KeySpec<BooleanValue> Recurs { get; } =
        new("recurs", new(), "whether it may occur again in the window") { Default = "false" };

    public static KeySet All { get; } =
        new(
            "risk",
            [
                Name,
                Summary,
                Claims,
                Probability,
                EventKeys.Within,
                EventKeys.From,
                EventKeys.Until,
                Recurs,
                EventKeys.Effects,
                EventKeys.Triggers,
                EventKeys.Excites,
                SourceKeys.Source,
            ]
        )
        {
            HasOwnTable = true,
        };
}
