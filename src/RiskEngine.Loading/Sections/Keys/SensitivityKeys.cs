using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of <c>sensitivity</c>.</summary>
internal static class SensitivityKeys
{
    public static KeySpec<TextValue> Measure { get; } = new("measure", new("id of a measure"), "the figure that is explained");

    public static KeySpec<TextValue> Horizon { get; } =
        new("horizon", new("id of a horizon"), "when it is measured") { Otherwise = "the headline horizon" };

    public static KeySpec<TextValue> Portfolio { get; } =
        new("portfolio", new("id of a portfolio"), "what it is measured of") { Otherwise = "the first one" };

    public static KeySpec<ChoiceValue<HeadlineVariant>> Variant { get; } =
        new("variant", LimitKeys.Variant.Value, "as held, or with all recommendations followed") { Default = "as-held" };

    public static KeySpec<NumberValue> Spread { get; } =
        new(
            "spread",
            new(new(0, 1, MinIsOpen: true, MaxIsOpen: true)),
            "without `sweep`, every number of the scenario is varied by this part of itself to both sides, evenly"
        )
        {
            Default = "0.2",
        };

    public static KeySpec<WholeNumberValue> Keys { get; } =
        new("keys", new(1, 50), "how many numbers are kept after screening one at a time") { Default = "10" };

    public static KeySpec<WholeNumberValue> Points { get; } =
        new("points", new(16, 65_536), "base points of the estimators, a power of two; jobs are points times keys and two more")
        {
            Default = "64",
        };

    public static KeySpec<WholeNumberValue> Resamples { get; } =
        new("resamples", new(100, 10_000), "bootstrap samples that the 95% intervals come from") { Default = "1000" };

    public static KeySet All { get; } = new("sensitivity", [Measure, Horizon, Portfolio, Variant, Spread, Keys, Points, Resamples]);
}
