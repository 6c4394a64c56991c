using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>reverseStress</c>.</summary>
internal static class ReverseStressKeys
{
    public static KeySpec<NumberValue> Loss { get; } =
        new("loss", new(new(0, 1, MinIsOpen: true, MaxIsOpen: true)), "the paths that lose as much or more")
        {
            Otherwise = "none; `worst` counts",
        };

    public static KeySpec<NumberValue> Worst { get; } =
        new("worst", new(new(0, 0.5, MinIsOpen: true)), "that share of the worst paths; not beside `loss`") { Otherwise = "0.01" };

    public static KeySpec<ReferenceValue> Horizon { get; } =
        new("horizon", new("id of a horizon"), "when losses are looked at") { Otherwise = "the middle one" };

    public static KeySpec<ChoiceValue<HeadlineVariant>> Variant { get; } =
        new(
            "variant",
            new([(HeadlineVariant.AsHeld.Id(), HeadlineVariant.AsHeld), (HeadlineVariant.FollowingAll.Id(), HeadlineVariant.FollowingAll)]),
            "the portfolio as held, or with all recommendations followed"
        )
        {
            Default = HeadlineVariant.AsHeld.Id(),
        };

    public static KeySet All { get; } = new("reverse stress", [Loss, Worst, Horizon, Variant]);
}
