using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of another way to read a recommendation.</summary>
internal static class ReadingKeys
{
    private const string AsItStands = "the recommendation's; at least one of the three is given";

    public static KeySpec<LocalTextValue> Because { get; } =
        new("because", new(), "what in the article allows it: its words, or what it leaves unsaid");

    public static KeySpec<NumberValue> Weight { get; } =
        new("weight", new(new(0, 1, MinIsOpen: true, MaxIsOpen: true)), "how likely this is what was meant")
        {
            Condition = "all readings of a recommendation add to less than 1: the rest is the recommendation as it stands",
        };

    public static KeySpec<ReferenceValue> Horizon { get; } =
        new("horizon", new("id of a horizon"), "when it is judged, and undone, if this is meant") { Otherwise = AsItStands };

    public static KeySpec<ReferenceValue> Verb { get; } =
        new("verb", new("verb"), "what it tells to do, and with `size` left out how much of it, if this is meant")
        {
            Otherwise = AsItStands,
        };

    public static KeySpec<NumberValue> Size { get; } =
        new("size", new(NumberRange.Probability), "how much is traded if this is meant; none for a verb that watches")
        {
            Otherwise = "that of `verb`, else the recommendation's",
        };

    public static KeySet All { get; } = new("reading", [Because, Weight, Horizon, Verb, Size]) { HasOwnTable = true };
}
