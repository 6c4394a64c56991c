using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of an indicator.</summary>
internal static class IndicatorKeys
{
    public static KeySpec<LocalTextValue> Name { get; } = new("name", new(), "for readers");

    public static KeySpec<ReferenceValue> Claim { get; } = new("claim", new("id of a claim"), "what it rests on");

    public static KeySpec<ReferenceValue> Factor { get; } = new("factor", new("id of a factor"), "what to watch");

    public static KeySpec<EitherValue> At { get; } =
        new("at", new(new TenorValue(), new DateValue()), "when to look, after the as-of date");

    public static KeySpec<MappingValue> Confirms { get; } =
        new("confirms", new(() => LevelKeys.All), "the level that speaks for the claim") { Otherwise = "none; at least one of the two" };

    public static KeySpec<MappingValue> Refutes { get; } =
        new("refutes", new(() => LevelKeys.All), "the level that speaks against it") { Otherwise = "none; at least one of the two" };

    public static KeySet All { get; } =
        new("indicator", [Name, Claim, Factor, At, Confirms, Refutes, SourceKeys.Source]) { HasOwnTable = true };
}
