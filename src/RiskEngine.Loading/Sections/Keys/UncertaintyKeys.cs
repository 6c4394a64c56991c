using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>uncertainty</c>.</summary>
internal static class UncertaintyKeys
{
    public static KeySpec<ListValue<NumberValue>> Radii { get; } =
        new("radii", new(new(new(0, 5, MinIsOpen: true))) { Least = 1 }, "relative entropies of other models to this one, rising");

    public static KeySet All { get; } = new("uncertainty", [Radii, SourceKeys.Source]);
}
