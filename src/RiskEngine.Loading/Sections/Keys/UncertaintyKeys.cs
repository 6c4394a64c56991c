using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>uncertainty</c>.</summary>
internal static class UncertaintyKeys
{
    public static KeySpec<ListValue<NumberValue>> Radii { get; } =
        new("radii", new(new(new(0, 5, MinIsOpen: true))) { Least = 1 }, "relative entropies of other models to this one, rising");

    public static KeySpec<WholeNumberValue> Draws { get; } =
        new(
            "draws",
            new(16, 1_000),
            "draws of uncertain numbers, to see how far estimation, judgement and reading move the headline figures"
        )
        {
            Otherwise = "not asked",
        };

    public static KeySpec<NumberValue> Judgement { get; } =
        new("judgement", new(new(0, 1)), "how far judged numbers without a range of their own may be off, to both sides, as a part of them")
        {
            Default = "0",
        };

    public static KeySet All { get; } = new("uncertainty", [Radii, Draws, Judgement, SourceKeys.Source]);
}
