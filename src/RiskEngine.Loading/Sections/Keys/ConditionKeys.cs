using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a condition.</summary>
internal static class ConditionKeys
{
    private const string One = "none; exactly one of the four";

    public static KeySpec<ReferenceValue> Factor { get; } =
        new("factor", new("id of a factor"), "a factor's value is `above` or `below`") { Otherwise = One };

    public static KeySpec<ListValue<ReferenceValue>> Ratio { get; } =
        new("ratio", new(new("id of a factor")) { Least = 2 }, "the first factor's value over the second's is `above` or `below`")
        {
            Otherwise = One,
        };

    public static KeySpec<ReferenceValue> Listings { get; } =
        new("listings", new("id of a group"), "of the group's private companies are listed `atLeast`") { Otherwise = One };

    public static KeySpec<ListValue<MappingValue>> Every { get; } =
        new("all", new(new(() => All!)) { Least = 2 }, "all of two conditions or more") { Otherwise = One };

    public static KeySpec<NumberValue> Above { get; } =
        LevelKeys.Above with
        {
            Otherwise = "none; of `factor` and `ratio` exactly one of the two",
        };

    public static KeySpec<NumberValue> Below { get; } = LevelKeys.Below with { Otherwise = Above.Otherwise };

    public static KeySpec<WholeNumberValue> AtLeast { get; } =
        new("atLeast", new(1, 1000), "number of companies") { Otherwise = "required with `listings`" };

    /// <summary>What a condition may speak of.</summary>
    public static IReadOnlyList<KeySpec> Kinds { get; } = [Factor, Ratio, Listings, Every];

    public static KeySet All { get; } = new("condition", [.. Kinds, Above, Below, AtLeast]) { ExactlyOneOf = Kinds, HasOwnTable = true };
}
