using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of a limit.</summary>
internal static class LimitKeys
{
    public static KeySpec<TextValue> Measure { get; } =
        new("measure", new("id of a measure"), "one of reports/README.md, such as `es95` or `loss-probability`");

    public static KeySpec<ReferenceValue> Horizon { get; } = new("horizon", new("id of a horizon"), "when it is measured");

    public static KeySpec<ReferenceValue> Portfolio { get; } = new("portfolio", new("id of a portfolio"), "what it is measured of");

    public static KeySpec<ChoiceValue<HeadlineVariant>> Variant { get; } =
        new(
            "variant",
            new([(HeadlineVariant.AsHeld.Id(), HeadlineVariant.AsHeld), (HeadlineVariant.FollowingAll.Id(), HeadlineVariant.FollowingAll)]),
            "the portfolio as held, or with all recommendations followed"
        )
        {
            Default = HeadlineVariant.FollowingAll.Id(),
        };

    public static KeySpec<ReferenceValue> Case { get; } =
        new("case", new("id of a case"), "the case it is measured in") { Default = "base" };

    public static KeySpec<NumberValue> Below { get; } =
        new("below", new(NumberRange.Any), "the measure is to stay below it") { Otherwise = "none; exactly one of the two" };

    public static KeySpec<NumberValue> Above { get; } =
        new("above", new(NumberRange.Any), "the measure is to stay above it") { Otherwise = "none; exactly one of the two" };

    public static KeySet All { get; } =
        new("limit", [Measure, Horizon, Portfolio, Variant, Case, Below, Above]) { ExactlyOneOf = [Below, Above], HasOwnTable = true };
}
