using RiskEngine.Abstractions.Risks;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Format.Values;

namespace RiskEngine.Loading.Sections.Keys;

/// <summary>The keys of an effect of an event.</summary>
internal static class EffectKeys
{
    /// <summary>Relative changes.</summary>
    public static NumberRange Relative { get; } = new(-1, double.PositiveInfinity, MinIsOpen: true);

    /// <summary>Changes of correlations.</summary>
    public static NumberRange Correlations { get; } = new(0, 1, MaxIsOpen: true);

    public static KeySpec<ListValue<ReferenceValue>> On { get; } =
        new(
            "on",
            new(new("id of a group, instrument or factor")) { Least = 1 },
            "what it changes; not together with factors that move by level, whose size is an amount"
        );

    public static KeySpec<ChoiceValue<EffectChannel>> Change { get; } =
        new(
            "change",
            new([("level", EffectChannel.Level), ("volatility", EffectChannel.Volatility), ("correlation", EffectChannel.Correlation)]),
            "`level`: price or value, relative (-0.25 is a fall by a quarter; an amount for factors that move by level); `volatility`: of "
                + "factors, relative; `correlation`: among the factors named"
        )
        {
            Default = "level",
        };

    public static KeySpec<ParameterValue> Size { get; } =
        new("size", new(NumberRange.Any), "how far, drawn each time it occurs")
        {
            Condition = "above -1 where relative; 0 to below 1 for correlations",
        };

    public static KeySpec<MappingValue> Recovery { get; } =
        new("recovery", new(() => RecoveryKeys.All), "what comes back, and how fast") { Otherwise = "none: it stays" };

    public static KeySet All { get; } = new("effect", [On, Change, Size, Recovery]);
}
