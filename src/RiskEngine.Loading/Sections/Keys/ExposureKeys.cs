using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of an exposure that a thesis adds.</summary>
internal static class ExposureKeys
{
    /// <summary>Log returns per unit of a factor's move.</summary>
    public static NumberRange Sizes { get; } = new(-50, 50);

    public static KeySpec<ReferenceValue> Who { get; } =
        new("who", new("id of a group or instrument"), "who gains or loses; no priced instrument");

    public static KeySpec<ReferenceValue> Factor { get; } = new("factor", new("id of a factor"), "by which factor");

    public static KeySpec<NumberValue> Size { get; } = new("size", new(Sizes), "what is added to its exposures");

    public static KeySpec<ReferenceValue> Claim { get; } = new("claim", new("id of a claim"), "what it rests on");

    public static KeySpec<BooleanValue> Gains { get; } =
        new("gains", new(), "whether the article counts it among those who gain") { Otherwise = "true if `size` is above 0" };

    public static KeySet All { get; } = new("exposure", [Who, Factor, Size, Claim, Gains, SourceKeys.Source]) { HasOwnTable = true };
}
